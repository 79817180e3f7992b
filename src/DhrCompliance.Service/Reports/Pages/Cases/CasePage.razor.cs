using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages.Cases;

/// <summary>A case as a page.</summary>
public sealed partial class CasePage
{
    private const string Between = " · ";

    [Parameter, EditorRequired]
    public required CaseReport Page { get; set; }

    private static ImmutableArray<(string Label, string Id)> PartNames { get; } =
    [
        ("Over time", "time"), ("What to answer", "questions"), ("Rule by rule", "rules"), ("Rounds with the Home Office", "rounds"),
        ("Recommendations and actions", "actions"), ("Notices", "notices"),
    ];

    // An explanation's heading is reference, title and state; the page has the reference above.
    private IEnumerable<(string Title, string State, Explanation Said)> Stories => Page.Rules.Select(rule =>
    {
        var parts = rule.Heading.Split(Between);
        return (string.Join(Between, parts[1..^1]), parts[^1], rule);
    });
}
