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
        [.. cases.Select(entry => (Of(entry.File), Of(entry.Assessment, Beginnings(entry.File))))];

    private ImmutableArray<DateOnly> Beginnings(CaseFile file) => [.. file.Events.Where(one => _beginnings.Contains(one.Event) && one.Date.IsDay).Select(one => one.Date.Earliest)];

    private CaseFile Of(CaseFile file) => file with
    {
        Events = [.. file.Events.Select(one => _beginnings.Contains(one.Event) ? one with { Date = Month(one.Date) } : one)],
    };

    private Assessment Of(Assessment assessment, ImmutableArray<DateOnly> beginnings) => assessment with
    {
        Criteria = [.. assessment.Criteria.Select(row => row with { Because = Of(row.Because, beginnings) })],
        Checks = [.. assessment.Checks.Select(row => row with { At = EndsAt(row.At, beginnings) ? Month(row.At) : row.At, Because = Of(row.Because, beginnings) })],
        Timescales = [.. assessment.Timescales.Select(row => Of(row, beginnings))],
        Questions = [.. assessment.Questions.Where(question => !Tells(question.Reason, beginnings))],
        Milestones = [.. assessment.Milestones.Where(one => !_beginnings.Contains(one.From) && !_beginnings.Contains(one.To))],

        // It may be the due date of a limit that runs from that day.
        NextChangeOn = null,
    };

    // A start that is not certain is bounded by what is: as a rule by the beginning, and all that is reckoned from it then moves with that.
    private TimescaleResult Of(TimescaleResult row, ImmutableArray<DateOnly> beginnings)
    {
        var isBounded = row.Started is { IsDay: false };
        var told = Of(row.Because, beginnings);
        return (isBounded || StartsWith(row.Rule) ? Blurred(row) : row) with
        {
            MetOn = EndsAt(row.MetOn, beginnings) ? Month(row.MetOn) : row.MetOn,
            Because = isBounded ? [.. told.Where(reason => !IsSpan(reason.First) && !IsSpan(reason.Second))] : told,
        };
    }

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

    private ImmutableArray<Reason> Of(ImmutableArray<Reason> because, ImmutableArray<DateOnly> beginnings) =>
        because.IsDefaultOrEmpty ? because : [.. because.Where(reason => !Tells(reason, beginnings))];

    private bool Tells(in Reason reason, ImmutableArray<DateOnly> beginnings) =>
        (reason.Word is { } word && _beginnings.Contains(word)) || (reason.Other is { } other && _beginnings.Contains(other))
        || EndsAt(reason.First, beginnings) || EndsAt(reason.Second, beginnings);

    // Nothing happens before the beginning: it, or the day after it, is an end of many a span of days in which something else must have happened.
    private static bool EndsAt(DateInterval? date, ImmutableArray<DateOnly> beginnings) =>
        date is { } span && IsSpan(span) && beginnings.Any(day => Beside(span.HasEarliest, span.Earliest, day) || Beside(span.HasLatest, span.Latest, day));

    private static bool Beside(bool isKnown, DateOnly end, DateOnly day) => isKnown && Math.Abs(end.DayNumber - day.DayNumber) <= 1;

    private static bool IsSpan(DateInterval date) => date != default && !date.IsDay;

    private static DateInterval? Month(DateInterval? date) => date is { } known ? Month(known) : null;

    private static DateInterval Month(DateInterval date) => date is { HasEarliest: true, HasLatest: true }
        ? new(new DateOnly(date.Earliest.Year, date.Earliest.Month, 1), new DateOnly(date.Latest.Year, date.Latest.Month, 1).AddMonths(1).AddDays(-1))
        : DateInterval.Unknown;
}
