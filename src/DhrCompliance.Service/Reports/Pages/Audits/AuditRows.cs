using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>
/// The rows of a case, the gravest first: by what needs attention, then as notices are weighed, by what makes the rule binding, by how it
/// follows from its source, and by how long it has been so.
/// </summary>
internal sealed class AuditRows(Rulebook rulebook, DateOnly asOf, bool isAll)
{
    /// <summary>The rules of the rows made so far.</summary>
    public AuditRules Rules { get; } = new(rulebook);

    /// <summary>The rows, and how many are left out by state, as nothing is asked yet.</summary>
    public (ImmutableArray<AuditRow> Rows, IReadOnlyDictionary<string, int> LeftOut) Of(CaseFile file, Assessment assessment)
    {
        var rows = new List<(int Rank, Gravity Gravity, AuditRow Row)>();
        var leftOut = new Dictionary<string, int>(StringComparer.Ordinal);
        var time = new Lazy<CaseTime>(() => CaseTime.Of(file, rulebook.Vocabulary));
        foreach (var row in assessment.Timescales)
        {
            var rank = Attention.Of(row.State);
            if (Shows(rank, Words.Of(row.State)))
            {
                rows.Add((rank, Weight(row.Rule, Days(row)), Row(row.Rule, row.Instance, row.Item, Words.Of(row.State), rank, row.Because) with
                {
                    Due = BoardDates.Text(row.Due),
                    Late = AuditTable.Late(row),
                    Remark = row.State is TimescaleState.Overdue ? Excuse(time.Value, row.Rule) : ToSettle(row.State is TimescaleState.CannotTell, row.Because),
                }));
            }
        }

        foreach (var row in assessment.Checks)
        {
            var rank = Attention.Of(row.State);
            if (Shows(rank, Words.Of(row.State)))
            {
                rows.Add((rank, Weight(row.Rule, 0), Row(row.Rule, row.Instance, row.Item, Words.Of(row.State), rank, row.Because) with
                {
                    Remark = ToSettle(row.State is CheckState.CannotTell, row.Because),
                }));
            }
        }

        return ([.. rows.OrderBy(one => one.Rank).ThenBy(one => one.Gravity).Select(one => one.Row)], leftOut);

        bool Shows(int rank, string state)
        {
            if (isAll || !Attention.IsQuiet(rank))
            {
                return true;
            }

            leftOut[state] = leftOut.GetValueOrDefault(state) + 1;
            return false;
        }
    }

    // Of rows in one state; what kind of notice would tell it is the same for all of them.
    private static Gravity Weight(Rule rule, int days) => new(default, rule.Force, rule.Basis, days);

    private int Days(TimescaleResult row) => row.State is TimescaleState.Overdue ? row.DaysLateAtLeast
        : row.Due is { HasEarliest: true } due ? asOf.DayNumber - due.Earliest.DayNumber
        : int.MinValue;

    private AuditRow Row(Rule rule, string instance, string? item, string state, int rank, ImmutableArray<Reason> because)
    {
        var why = Explanation.Why(because, rulebook.Vocabulary);
        return new()
        {
            Rule = Rules.Of(rule),
            Title = Explanation.Title(rule, instance, item),
            State = state,
            Why = why,
            More = Attention.IsSettled(rank) || Attention.IsQuiet(rank) ? "" : Explanation.Beside(why, because, rulebook.Vocabulary),
        };
    }

    private string? ToSettle(bool cannotTell, ImmutableArray<Reason> because) => cannotTell ? Explanation.Settling(because, rulebook.Vocabulary) : null;

    private string Excuse(CaseTime time, Rule rule) => Explained.Of(time, rule, asOf) is { } explained
        ? $"Explained: a reason is recorded, and a next step by {BoardDates.Whole(explained.Until)}."
        : "Not explained.";
}
