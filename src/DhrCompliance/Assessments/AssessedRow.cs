using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments;

/// <summary>A criterion's, timescale's or check's row in one form, to lay two assessments side by side.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Instance"><c>once</c>, or the id of the event or item, or the period.</param>
/// <param name="Item">The item it is about, if any.</param>
/// <param name="State">The word of the state; of a criterion, of the answer.</param>
/// <param name="Due">The due date; null where there is none.</param>
/// <param name="Met">When it was met (of a check: its moment); null where it was not.</param>
/// <param name="AskedFor">The day on which an outstanding duty is asked for; null where there is none.</param>
/// <param name="IsBreach">Whether it is a breach where the case is live.</param>
internal readonly record struct AssessedRow(
    Rule Rule, string Instance, string? Item, string State, DateInterval? Due, DateInterval? Met, DateInterval? AskedFor, bool IsBreach)
{
    private const string Once = "once";

    /// <summary>Criteria, timescales and checks, in this order.</summary>
    public static ImmutableArray<AssessedRow> Of(Assessment assessment)
    {
        var rows = ImmutableArray.CreateBuilder<AssessedRow>(assessment.Criteria.Length + assessment.Timescales.Length + assessment.Checks.Length);
        foreach (var row in assessment.Criteria)
        {
            rows.Add(new AssessedRow(row.Rule, Once, null, Words.Of(row.Answer), null, null, null, false));
        }

        foreach (var row in assessment.Timescales)
        {
            var askedFor = row.State == TimescaleState.Outstanding ? row.AskedFor : null;
            rows.Add(new AssessedRow(row.Rule, row.Instance, row.Item, Words.Of(row.State), row.Due, row.MetOn, askedFor, Attention.IsBreach(row.State)));
        }

        foreach (var row in assessment.Checks)
        {
            rows.Add(new AssessedRow(row.Rule, row.Instance, row.Item, Words.Of(row.State), null, row.At, null, Attention.IsBreach(row.State)));
        }

        return rows.MoveToImmutable();
    }
}
