namespace DhrCompliance.Service.Tests.Commands.Adoption;

/// <summary>The rules that ship, copied into a program's folder to be changed there.</summary>
internal static class RulesOf
{
    public const string Guidance = "national/guidance-2016.yaml";

    // A title that no scenario expects a word of.
    public const string Title = "title: Decide whether to hold a review";

    public static void Copy(TestProgram program, string to = "rules")
    {
        var from = PathsAlone.Rules;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            program.Write(Path.Combine(to, Path.GetRelativePath(from, file)), File.ReadAllText(file));
        }
    }

    /// <summary>Changes a file among these; gives the text it had before.</summary>
    public static string Edit(TestProgram program, string path, string find, string replacement)
    {
        var text = File.ReadAllText(program.Path(path));
        text.ShouldContain(find);
        program.Write(path, text.Replace(find, replacement, StringComparison.Ordinal));
        return text;
    }

    public static string? InForce(TestProgram program) =>
        program.Ask("SELECT hash FROM rulebook_steps WHERE kind = 'adopted' ORDER BY row DESC LIMIT 1");

    public static IReadOnlyList<string> Steps(TestProgram program) =>
        program.Ask("SELECT group_concat(kind || ' ' || source, ';') FROM (SELECT kind, source FROM rulebook_steps ORDER BY row)")?.Split(';') ?? [];
}
