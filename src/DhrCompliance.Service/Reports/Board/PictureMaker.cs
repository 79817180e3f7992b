using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>Draws a review over time: what happened, when it stood still, what is due.</summary>
internal static class PictureMaker
{
    public static ReviewPicture Of(CaseFile file, Assessment assessment, ReviewStanding standing, Rulebook rulebook, BoardTerms terms)
    {
        var vocabulary = rulebook.Vocabulary;
        var events = PictureEvents.Of(file, vocabulary);
        var safe = new SafeReasons(vocabulary);
        var pauses = RecordedPause.Of(file, vocabulary).Select(pause => pause with { Reason = safe.Declared(pause.Reason)! }).ToImmutableArray();
        var dues = Dues(assessment, vocabulary);
        var axis = Axis(events.Select(entry => entry.Date), pauses, dues.Select(row => row.Due!.Value), terms.AsOf);
        var (eventRows, dueRows) = (new MarkRows(), new MarkRows());
        return new()
        {
            Reference = file.Reference,
            Partnerships = string.Join(", ", file.OtherPartnerships.Select(other => other.Partnership).Prepend(file.Partnership)
                .Distinct(StringComparer.Ordinal)
                .Select(id => terms.PartnershipNames.TryGetValue(id, out var name) ? name : id)),
            Standing = standing,
            Remarks = [.. ReviewRemarks.Of(file, assessment, rulebook)],
            Events =
            [
                .. events.Select((entry, i) => Mark(
                    (i + 1).ToString(CultureInfo.InvariantCulture), entry.Date, entry.Word, entry.What, string.Empty, StateTone.Quiet, axis, eventRows)),
            ],
            Dues = [.. dues.Select((row, i) => DueMark(row, Letter(i), axis, dueRows))],
            Pauses =
            [
                .. pauses.Select(pause => Span(pause, axis, terms.AsOf)),
            ],
            Ticks = axis?.Ticks() ?? [],
            Bar = axis is null ? (0, 0) : Bar(events, axis, terms.AsOf, assessment.Live),
            Today = axis?.At(terms.AsOf) ?? 0,
        };
    }

    private static PictureSpan Span(RecordedPause pause, TimeAxis? axis, DateOnly asOf)
    {
        var when = pause.Until is { } end
            ? $"{BoardDates.Text(pause.From)} until {BoardDates.Text(end)}"
            : $"{BoardDates.Text(pause.From)}, no end recorded";
        if (axis is null)
        {
            return new(pause.Reason, when, 0, 0, 0, 0) { Began = pause.From, Ended = pause.Until };
        }

        // Where an end is not known the far end of the line stands for it, so that nothing is certain there; a pause without an end runs on.
        var until = pause.Until ?? DateInterval.On(asOf);
        return new(pause.Reason, when, axis.At(pause.From.Latest), axis.At(until.Earliest), axis.At(pause.From.Earliest), axis.At(Min(until.Latest, asOf))) { Began = pause.From, Ended = pause.Until };
    }

    private static PictureMark DueMark(TimescaleResult row, string letter, TimeAxis? axis, MarkRows rows)
    {
        var state = Words.Of(row.State);
        return Mark(letter, row.Due!.Value, row.Rule.FullName, Explanation.Title(row.Rule, "once", row.Item), state, StateMark.Of(state), axis, rows);
    }

    private static List<TimescaleResult> Dues(Assessment assessment, Vocabulary vocabulary) =>
    [
        .. assessment.Timescales
            .Where(row => row is { Due: { } due, State: TimescaleState.Overdue or TimescaleState.DueSoon or TimescaleState.Running or TimescaleState.CannotTell }
                && (due.HasEarliest || due.HasLatest) && !Sensitivity.Tells(row.Rule, vocabulary))
            .DistinctBy(row => (row.Rule.Title, row.Instance, row.Due))
            .OrderBy(row => row.Due!.Value.HasLatest ? row.Due!.Value.Latest : row.Due!.Value.Earliest),
    ];

    private static PictureMark Mark(
        string label, DateInterval date, string word, string what, string state, StateTone tone, TimeAxis? axis, MarkRows rows)
    {
        if (axis is null || (!date.HasEarliest && !date.HasLatest))
        {
            return new(label, BoardDates.Text(date), what, state, tone, 0, 0, -1) { Word = word, Date = date };
        }

        var (from, until) = (axis.At(date.HasEarliest ? date.Earliest : axis.From), axis.At(date.HasLatest ? date.Latest : axis.Until));
        return new(label, BoardDates.Text(date), what, state, tone, from, until, rows.Place(from, until)) { Word = word, Date = date };
    }

    /// <summary>From the first day that is known to the last that matters, today always within.</summary>
    private static TimeAxis? Axis(
        IEnumerable<DateInterval> events, ImmutableArray<RecordedPause> pauses, IEnumerable<DateInterval> dues, DateOnly asOf)
    {
        var days = events.Concat(pauses.Select(pause => pause.From)).Concat(dues)
            .SelectMany(date => new[] { date.HasEarliest ? date.Earliest : date.Latest, date.HasLatest ? date.Latest : date.Earliest })
            .Where(day => day > DateOnly.MinValue && day < DateOnly.MaxValue)
            .ToList();
        return days.Count == 0 ? null : new TimeAxis(Min(days.Min(), asOf), Max(days.Max(), asOf.AddDays(14)));
    }

    private static (double From, double Until) Bar(
        ImmutableArray<(DateInterval Date, string Word, string What)> events, TimeAxis axis, DateOnly asOf, bool live)
    {
        var known = events.Where(entry => entry.Date.HasLatest && entry.Date.Latest <= asOf).Select(entry => entry.Date.Latest).ToList();
        return known.Count == 0 ? (axis.At(asOf), axis.At(asOf)) : (axis.At(known.Min()), axis.At(live ? asOf : known.Max()));
    }

    // A, B, ... Z, AA, AB: as a spreadsheet counts columns.
    private static string Letter(int index) =>
        index < 26 ? ((char)('A' + index)).ToString() : Letter((index / 26) - 1) + (char)('A' + (index % 26));

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
