using DhrCompliance.Rulebooks;

namespace DhrCompliance.Tests.Coverage;

/// <summary><c>docs/coverage.md</c>: obligation beside rule beside scenario, a table for each document.</summary>
internal static class CoveragePage
{
    private const string Head = """
        # What each document asks, and what holds people to it

        Every obligation in the five documents that the rules are made from, beside the rule that is assessed, or the command or report that does what is asked, or
        the reason why a partnership's register cannot show it; and beside each rule the scenarios that would fail without it. Made from
        [rules/coverage.csv](../rules/coverage.csv) and the rules by a test, which fails when this page is not up to date. From a checkout,
        `dotnet test --filter FullyQualifiedName~Coverage` proves that every obligation is placed, that every rule named exists and cites the document or the law, and
        that a scenario fails without it.


        """;

    public static string Of(Rulebook rulebook, IReadOnlyList<Obligation> obligations, IReadOnlyList<Placement> placements)
    {
        var placed = placements.ToDictionary(row => row.Obligation);
        var titles = rulebook.Packs.SelectMany(pack => pack.Sources.Values).Where(source => source.File is not null)
            .GroupBy(source => source.File!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return Head.ReplaceLineEndings("\n") + Summary(placements, obligations.Count) + string.Concat(obligations
            .Where(one => placed.ContainsKey(one.Number))
            .GroupBy(one => one.File)
            .Select(document => Table(titles.GetValueOrDefault(document.Key), document, placed, rulebook)));
    }

    private static string Summary(IReadOnlyList<Placement> placements, int all) =>
        $"{placements.Count} of {all} obligations: {placements.Count(row => row.Rules.Count > 0)} held by "
        + $"{placements.SelectMany(row => row.Rules).Select(name => RuleMention.Of(name).FullName).Distinct().Count()} rules, "
        + $"{placements.Count(row => row.ServedBy.Length > 0)} served by a command or report, {placements.Count(row => row.Outside.Length > 0)} outside.\n";

    private static string Table(Source? source, IGrouping<string, Obligation> document, Dictionary<int, Placement> placed, Rulebook rulebook) =>
        $"\n## {(source is null ? document.Key : source.Publisher is null ? source.Title : $"{source.Title} ({source.Publisher})")}\n\n"
        + "| no. | lines | what it asks | of whom | what holds it | scenarios |\n|---|---|---|---|---|---|\n"
        + string.Concat(document.Select(one => Row(one, placed[one.Number], rulebook)));

    private static string Row(Obligation one, Placement row, Rulebook rulebook) =>
        $"| {one.Number} | {one.Lines} | {Cell(one.Text)} | {Cell(one.Who)} | {Cell(Holds(row, rulebook))} | {Cell(Shown(row, rulebook))} |\n";

    private static string Holds(Placement row, Rulebook rulebook) =>
        row.Outside.Length > 0 ? $"Outside: {row.Outside}"
        : string.Join("<br>", row.Rules.Select(name => Rule(RuleMention.Of(name), rulebook)).Append(row.ServedBy).Where(text => text.Length > 0));

    private static string Rule(RuleMention mention, Rulebook rulebook)
    {
        var rule = rulebook.Packs.SelectMany(pack => pack.Rules).First(rule => rule.FullName == mention.FullName);
        var point = mention.Point is { } number ? $", point {number}: {((Check)rule).Points[number - 1].Text}" : "";
        return $"**{rule.Title}**{point} (`{rule.FullName}`{(rule.Basis == Basis.Proposed ? ", proposed" : "")})";
    }

    private static string Shown(Placement row, Rulebook rulebook) => string.Join("<br>", row.Rules
        .Select(name => RuleMention.Of(name).FullName).Distinct()
        .Select(name => RuleScenarios.Of(rulebook, name).Select(scenario => scenario.Name).ToList())
        .Select(names => names.Count <= 2 ? string.Join("<br>", names) : $"{names[0]}<br>{names[1]}<br>and {names.Count - 2} more"));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
