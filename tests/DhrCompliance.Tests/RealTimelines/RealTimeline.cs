using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Tests.RealTimelines;

/// <summary>The process dates of published reviews in <c>tests/data/real-timelines</c>: loaded history, kept since no day.</summary>
internal static class RealTimeline
{
    /// <summary>The day as of which that folder's README draws its conclusions.</summary>
    public static readonly DateOnly AsOf = new(2026, 11, 20);

    private static readonly CsvRegister Register = new(Text);

    private static readonly Lazy<CompiledRulebook> Rules = new(() => CompiledRulebook.Compile(RuleFiles.Read()));

    public static IEnumerable<string> References => Register.References;

    public static Assessment Assess(string reference) => Rules.Value.Assess(Rules.Value.Bind(Case(reference)), AsOf);

    public static CaseFile Case(string reference) => Register.Case(reference);

    private static string? Text(string name)
    {
        var path = Path.Combine(Repository.Root, "tests", "data", "real-timelines", name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
