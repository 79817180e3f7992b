using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Scenarios;

/// <summary>A row of an assessment, of whatever kind its rule is.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Instance">The instance; <c>once</c> where there is but one.</param>
/// <param name="Item">The item it is about; null: none.</param>
/// <param name="State">Its state or answer, as a word.</param>
/// <param name="Due">The due date as it stands; null: none.</param>
/// <param name="Because">Its reasons.</param>
/// <param name="Explain">How it came about, in sentences.</param>
internal sealed record FoundRow(
    Rule Rule, string Instance, string? Item, string State, DateInterval? Due, ImmutableArray<Reason> Because, Func<Explanation> Explain)
{
    public static ImmutableArray<FoundRow> All(Assessment assessment, Rulebook rulebook) =>
    [
        .. assessment.Criteria.Select(row => new FoundRow(
            row.Rule, "once", null, Words.Of(row.Answer), null, row.Because, () => Explanation.Of(assessment.Reference, row, rulebook))),
        .. assessment.Timescales.Select(row => new FoundRow(
            row.Rule, row.Instance, row.Item, Words.Of(row.State), row.Due, row.Because, () => Explanation.Of(assessment.Reference, row, rulebook))),
        .. assessment.Checks.Select(row => new FoundRow(
            row.Rule, row.Instance, row.Item, Words.Of(row.State), null, row.Because, () => Explanation.Of(assessment.Reference, row, rulebook))),
    ];

    /// <summary>Values of rows side by side: the value alone where there is one row, else each with its instance.</summary>
    public static string Told(ImmutableArray<FoundRow> rows, Func<FoundRow, string> value) => rows switch
    {
        [] => ExpectedState.None,
        [var one] => value(one),
        _ => string.Join(", ", rows.Select(row => $"{row.Item ?? row.Instance}: {value(row)}")),
    };
}
