using System.Collections.Frozen;
using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>
/// Reviews as other boards may see them: of the day on which each began (the death) only the month, and nothing from which the day could be
/// worked out. Notes and what is sensitive are on no page anyway.
/// </summary>
internal sealed class ShareSafe
{
    private readonly FrozenSet<string> _beginnings;

    public ShareSafe(Vocabulary vocabulary) => _beginnings = vocabulary.Events
        .Where(kind => kind.Means is EventMeaning.Beginning).Select(kind => kind.Name).ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyList<(CaseFile File, Assessment Assessment)> Of(IEnumerable<(CaseFile File, Assessment Assessment)> cases) =>
        [.. cases.Select(entry => (Of(entry.File), Of(entry.Assessment)))];

    private CaseFile Of(CaseFile file) => file with
    {
        Events = [.. file.Events.Select(one => _beginnings.Contains(one.Event) ? one with { Date = Month(one.Date) } : one)],
    };

    private Assessment Of(Assessment assessment) => assessment with
    {
        Criteria = [.. assessment.Criteria.Select(row => row with { Because = Of(row.Because) })],
        Checks = [.. assessment.Checks.Select(row => row with { Because = Of(row.Because) })],
        Timescales = [.. assessment.Timescales.Select(row => (StartsWith(row.Rule) ? Blurred(row) : row) with { Because = Of(row.Because) })],
        Questions = [.. assessment.Questions.Where(question => !Tells(question.Reason))],
        Milestones = [.. assessment.Milestones.Where(one => !_beginnings.Contains(one.From) && !_beginnings.Contains(one.To))],
    };

    private bool StartsWith(Timescale rule) => rule.Starts.Any(start => start is StartEvent one && _beginnings.Contains(one.Event.Event));

    // A limit is as good as the day it runs from, and a count of days late as good as the limit.
    private static TimescaleResult Blurred(TimescaleResult row) => row with
    {
        Started = Month(row.Started),
        OriginalDue = Month(row.OriginalDue),
        Due = Month(row.Due),
        AskedFor = Month(row.AskedFor),
        Target = null,
        DaysLateAtMost = row.DaysLateAtLeast > 0 ? int.MaxValue : row.DaysLateAtMost,
        DaysLateAtLeast = int.Min(row.DaysLateAtLeast, 1),
    };

    private ImmutableArray<Reason> Of(ImmutableArray<Reason> because) => because.IsDefaultOrEmpty ? because : [.. because.Where(reason => !Tells(reason))];

    private bool Tells(in Reason reason) => (reason.Word is { } word && _beginnings.Contains(word)) || (reason.Other is { } other && _beginnings.Contains(other));

    private static DateInterval? Month(DateInterval? date) => date is { } known ? Month(known) : null;

    private static DateInterval Month(DateInterval date) => date is { HasEarliest: true, HasLatest: true }
        ? new(new DateOnly(date.Earliest.Year, date.Earliest.Month, 1), new DateOnly(date.Latest.Year, date.Latest.Month, 1).AddMonths(1).AddDays(-1))
        : DateInterval.Unknown;
}
