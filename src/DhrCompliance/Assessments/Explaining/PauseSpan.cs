using System.Collections.Immutable;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>A recorded pause as day numbers: both ends may be known only in part, and an end that is not recorded may never come.</summary>
internal sealed record PauseSpan(string Reason, int FromEarliest, int FromLatest, int UntilEarliest, int UntilLatest)
{
    private const string NoReason = "pause";

    /// <summary>The case's pauses, the earliest first. An end is that of its reason, or of any where none is recorded with it; each ends one pause.</summary>
    public static ImmutableArray<PauseSpan> Of(CaseFile file, Vocabulary vocabulary)
    {
        var starts = Matching(file, vocabulary, EventMeaning.PauseStart);
        if (starts.Count == 0)
        {
            return [];
        }

        var ends = Matching(file, vocabulary, EventMeaning.PauseEnd);
        var spans = ImmutableArray.CreateBuilder<PauseSpan>(starts.Count);
        foreach (var (start, reason) in starts)
        {
            var index = ends.FindIndex(end => end.Event.Date.Latest >= start.Date.Earliest
                && (end.Reason is null || reason is null || string.Equals(end.Reason, reason, StringComparison.Ordinal)));
            var (from, fromLatest) = (start.Date.Earliest.DayNumber, start.Date.Latest.DayNumber);
            if (index < 0)
            {
                spans.Add(new(reason ?? NoReason, from, fromLatest, DateOnly.MaxValue.DayNumber, DateOnly.MaxValue.DayNumber));
                continue;
            }

            var end = ends[index].Event.Date;
            ends.RemoveAt(index);
            spans.Add(new(
                reason ?? NoReason, from, fromLatest, int.Max(end.Earliest.DayNumber, from), int.Max(end.Latest.DayNumber, from)));
        }

        return spans.ToImmutable();
    }

    private static List<(CaseEvent Event, string? Reason)> Matching(CaseFile file, Vocabulary vocabulary, EventMeaning meaning) =>
    [
        .. file.Events
            .Select(happened => (Event: happened, Kind: vocabulary.Events.FirstOrDefault(kind =>
                kind.Means == meaning && string.Equals(kind.Name, happened.Event, StringComparison.Ordinal))))
            .Where(pair => pair.Kind is not null)
            .OrderBy(pair => pair.Event.Date.Earliest).ThenBy(pair => pair.Event.Id, StringComparer.Ordinal)
            .Select(pair => (pair.Event, ReasonOf(pair.Event, pair.Kind!))),
    ];

    private static string? ReasonOf(CaseEvent happened, EventKind kind) =>
        kind.Attributes.FirstOrDefault(attribute => attribute.Means == AttributeMeaning.Reason) is { } attribute
            ? happened.Attributes.GetValueOrDefault(attribute.Name)
            : null;
}
