using System.Runtime.CompilerServices;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>How long a family has been without word: the last thing recorded that was done for it, and what is owed to it now.</summary>
public sealed record LastTold
{
    private static readonly ConditionalWeakTable<Vocabulary, RuleConcerns> Known = [];

    private LastTold()
    {
    }

    /// <summary>The last event that concerns the family; null: none is recorded whose day is known from above.</summary>
    public required CaseEvent? Event { get; init; }

    /// <summary>The days since, at the fewest; null where there is no such event.</summary>
    public required int? DaysAtLeast { get; init; }

    /// <summary>The days since, at the most; <see cref="int.MaxValue"/> where there is no telling; null where there is no such event.</summary>
    public required int? DaysAtMost { get; init; }

    /// <summary>How many duties towards the family are open.</summary>
    public required int Owed { get; init; }

    /// <summary>How many of them are overdue.</summary>
    public required int Overdue { get; init; }

    /// <summary>How a case stands towards the family, as of the day of the assessment.</summary>
    public static LastTold Of(CaseFile file, Assessment assessment, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var (concerns, titles, asOf) = (Known.GetValue(vocabulary, static words => new RuleConcerns(words, Concern.Family)), Titles.Of(vocabulary), assessment.AsOf);
        var last = file.Events
            .Where(one => one.Item is null && one.Date.HasLatest && one.Date.Latest <= asOf && concerns.Has(one.Event))
            .OrderBy(one => one.Date.Latest).ThenBy(one => titles.Rank(one.Event)).ThenBy(one => one.Id, StringComparer.Ordinal)
            .LastOrDefault();
        var (owed, overdue) = (0, 0);
        foreach (var row in assessment.Timescales)
        {
            if (IsOwed(row.State) && concerns.Has(row.Rule))
            {
                owed++;
                overdue += row.State is TimescaleState.Overdue ? 1 : 0;
            }
        }

        return new()
        {
            Event = last,
            DaysAtLeast = last is null ? null : asOf.DayNumber - last.Date.Latest.DayNumber,
            DaysAtMost = last is null ? null : last.Date.HasEarliest ? asOf.DayNumber - last.Date.Earliest.DayNumber : int.MaxValue,
            Owed = owed,
            Overdue = overdue,
        };
    }

    /// <summary>Whether a duty in this state is still to be done, as far as can be told.</summary>
    public static bool IsOwed(TimescaleState state) => state is TimescaleState.Overdue or TimescaleState.DueSoon or TimescaleState.Running
        or TimescaleState.Outstanding or TimescaleState.Paused or TimescaleState.CannotTell;
}
