using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;

namespace DhrCompliance.Assessments.Movements;

/// <summary>Events that were recorded, corrected or withdrawn.</summary>
internal static class EventChanges
{
    public static IEnumerable<RecordChange> Of(
        ImmutableArray<CaseEvent> before, ImmutableArray<CaseEvent> now, Titles titles, Func<CaseFile, ImmutableArray<CaseEvent>, CaseFile> put)
    {
        var old = before.ToDictionary(happened => happened.Id, StringComparer.Ordinal);
        foreach (var happened in now)
        {
            if (!old.Remove(happened.Id, out var was))
            {
                yield return new RecordChange(happened.Id, English.Sentence($"{titles.Noun(happened.Event)}{Of(happened)} was recorded: {When(happened)}{Attributes(happened)}"))
                {
                    Undo = file => put(file, [.. now.Where(one => one.Id != happened.Id)]),
                };
            }
            else if (!IsSame(was, happened))
            {
                yield return new RecordChange(happened.Id, English.Sentence(
                    $"{titles.Noun(happened.Event)}{Of(happened)} was corrected: {When(happened)}{Attributes(happened)}; it was {(was.Event == happened.Event ? string.Empty : $"{titles.Noun(was.Event)}, ")}{When(was)}{Attributes(was)}"))
                {
                    Undo = file => put(file, [.. now.Select(one => one.Id == was.Id ? was : one)]),
                };
            }
        }

        foreach (var gone in old.Values.OrderBy(happened => happened.Id, StringComparer.Ordinal))
        {
            yield return new RecordChange(gone.Id, English.Sentence($"{titles.Noun(gone.Event)}{Of(gone)} was withdrawn; it was {When(gone)}"))
            {
                Undo = file => put(file, [.. now, gone]),
            };
        }
    }

    private static bool IsSame(CaseEvent one, CaseEvent other) =>
        one.Event == other.Event && one.Item == other.Item && one.Date == other.Date && !FactChanges.Names(one.Attributes, other.Attributes).Any();

    private static string Of(CaseEvent happened) => happened.Item is { } item ? $" ({item})" : string.Empty;

    private static string When(CaseEvent happened) => happened.Date == DateInterval.Unknown ? "its date is not known" : DateWords.When(happened.Date);

    private static string Attributes(CaseEvent happened) => happened.Attributes.IsEmpty
        ? string.Empty
        : $" ({string.Join(", ", happened.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{English.Plain(pair.Key)}: {pair.Value}"))})";
}
