using System.CommandLine;
using DhrCompliance.Rulebooks.Reading.Schemas;
using DhrCompliance.Service.Operations;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr rules schema</c>: what an editor must know of rule files to complete, explain and check them while they are written.</summary>
internal static class RulesSchemaCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var named = new Argument<string?>("NAME") { Description = "Which schema: its name, such as pack", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string?>("--out") { Description = "Write all of them into this folder", HelpName = "DIR" };
        var command = new Command("schema", """
            JSON Schema of rule files, for completion and explanation in an editor: one for each kind of file, and one with the words of
            the rules, which is made anew when words have changed. Without --out, prints the one that is named, or all in one document.

            Examples:
              dhr rules schema --out rules/schema
              dhr rules schema pack
            """)
        {
            named, folder,
        };
        command.SetAction(parsed =>
        {
            var schemas = RuleSchemas.Of(RulesFolder.Read(shared.Settings(parsed, invocation).Rules.Path));
            var name = parsed.GetValue(named);
            if (parsed.GetValue(folder) is { } target)
            {
                if (name is not null)
                {
                    throw new UsageException("--out writes all schemas: leave out the name, or leave out --out to print this one.");
                }

                foreach (var schema in schemas)
                {
                    var place = Path.Combine(target, schema.Name);
                    invocation.Say($"{place.Replace('\\', '/')}: {Write(place, schema.Text, invocation)}");
                }

                return ExitCode.Done;
            }

            invocation.Show((name is null ? RuleSchemas.Together(schemas) : Named(schemas, name)).TrimEnd('\n'));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Named(IReadOnlyList<SchemaFile> schemas, string name) =>
        schemas.FirstOrDefault(schema => schema.Name == name || Path.GetFileNameWithoutExtension(schema.Name) == name)?.Text
        ?? throw new UsageException($"There is no schema '{name}'. There are: {string.Join(", ", schemas.Select(schema => Path.GetFileNameWithoutExtension(schema.Name)))}.");

    private static string Write(string place, string text, Invocation invocation)
    {
        var full = Path.GetFullPath(place, invocation.Surroundings.WorkingFolder);
        string? before = null;
        Documents.Placed(full, () => before = File.Exists(full) ? File.ReadAllText(full) : null);
        if (before == text)
        {
            return "as it was";
        }

        Documents.WriteText(place, invocation, writer => writer.Write(text));
        return before is null ? "new" : "changed";
    }
}
