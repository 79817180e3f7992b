using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>A pause as it is recorded. Both ends may be known only in part.</summary>
/// <param name="Reason">The word of its reason; "pause" where none is recorded.</param>
/// <param name="From">When it began (inclusive).</param>
/// <param name="Until">When it ended (exclusive); null where no end is recorded.</param>
public sealed record RecordedPause(string Reason, DateInterval From, DateInterval? Until)
{
    private const string NoReason = "pause";

    /// <summary>The case's pauses, the earliest first. An end is that of its reason, or of any where none is recorded with it; each ends one pause.</summary>
    public static ImmutableArray<RecordedPause> Of(CaseFile file, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var starts = Matching(file, vocabulary, EventMeaning.PauseStart);
        if (starts.Count == 0)
        {
            return [];
        }

        var ends = Matching(file, vocabulary, EventMeaning.PauseEnd);
        var spans = ImmutableArray.CreateBuilder<RecordedPause>(starts.Count);
        foreach (var (start, reason) in starts)
        {
            var index = ends.FindIndex(end => end.Event.Date.Latest >= start.Date.Earliest
                && (end.Reason is null || reason is null || string.Equals(end.Reason, reason, StringComparison.Ordinal)));
            spans.Add(new(reason ?? NoReason, start.Date, index < 0 ? null : ends[index].Event.Date));
            if (index >= 0)
            {
                ends.RemoveAt(index);
            }
        }

        return spans.ToImmutable();
    }

    /// <summary>Whether all of the days from one (inclusive) to another (exclusive) were certainly paused.</summary>
    internal bool Covers(int from, int until) =>
        From.Latest.DayNumber <= from && until <= (Until is { } end ? int.Max(end.Earliest.DayNumber, From.Earliest.DayNumber) : int.MaxValue);

    /// <summary>Whether any of the days from one (inclusive) to another (exclusive) may have been paused.</summary>
    internal bool MayTouch(int from, int until) =>
        From.Earliest.DayNumber < until && from < (Until?.Latest.DayNumber ?? int.MaxValue);

    /// <summary>The days at which it may begin or end.</summary>
    internal IEnumerable<int> Days() => Until is { } end
        ? [From.Earliest.DayNumber, From.Latest.DayNumber, end.Earliest.DayNumber, end.Latest.DayNumber]
        : [From.Earliest.DayNumber, From.Latest.DayNumber];

    private static List<(CaseEvent Event, string? Reason)> Matching(CaseFile file, Vocabulary vocabulary, EventMeaning meaning)
    {
        var titles = Titles.Of(vocabulary);
        return
        [
            .. file.Events
                .Select(happened => (Event: happened, Kind: titles.Event(happened.Event)))
                .Where(pair => pair.Kind?.Means == meaning)
                .OrderBy(pair => pair.Event.Date.Earliest).ThenBy(pair => pair.Event.Id, StringComparer.Ordinal)
                .Select(pair => (pair.Event, ReasonOf(pair.Event, pair.Kind!))),
        ];
    }

    private static string? ReasonOf(CaseEvent happened, EventKind kind) =>
        kind.Attributes.FirstOrDefault(attribute => attribute.Means == AttributeMeaning.Reason) is { } attribute
            ? happened.Attributes.GetValueOrDefault(attribute.Name)
            : null;
}
