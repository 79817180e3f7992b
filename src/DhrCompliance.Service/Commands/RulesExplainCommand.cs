using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Operations;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr rules explain</c>: a rule in plain English, with worked examples.</summary>
internal static class RulesExplainCommand
{
    private const int Widest = 100;

    // Read by people as well: quotation marks stand as they are.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(Invocation invocation, Shared shared)
    {
        var named = new Argument<string>("RULE") { Description = "The rule: its id, which means it in every edition, or pack/id" };
        var format = new Option<string>("--format") { Description = "text (the default) or json", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("explain", """
            Says in plain English what a rule asks, which pack and edition it stands in, what it takes the place of, where it is from
            and who is told; with worked examples that are computed as for a real case. Needs no register.

            Examples:
              dhr rules explain decide
              dhr rules explain decide --format json
            """)
        {
            named, format,
        };
        command.SetAction(parsed =>
        {
            var rulebook = RulesFolder.Read(shared.Settings(parsed, invocation).Rules.Path);
            var name = parsed.GetValue(named)!;
            RuleNames.Require(rulebook, name);
            var explained = RuleExplanation.Of(RuleNames.All(rulebook).Where(rule => rule.Id == name || rule.FullName == name).OrderBy(Begins), rulebook);
            if (parsed.GetValue(format) == "json")
            {
                invocation.Show(JsonSerializer.Serialize(explained, Json));
                return ExitCode.Done;
            }

            for (var i = 0; i < explained.Length; i++)
            {
                if (i > 0)
                {
                    invocation.Show(string.Empty);
                }

                foreach (var line in RuleExplanationText.Lines(explained[i], Math.Min(Widest, Looks.Of(invocation).Width)))
                {
                    invocation.Show(line);
                }
            }

            return ExitCode.Done;

            DateOnly Begins(Rule rule) => rulebook.Packs.First(pack => pack.Id == rule.Pack).Governs?.From?.Earliest ?? DateOnly.MaxValue;
        });
        return command;
    }
}
