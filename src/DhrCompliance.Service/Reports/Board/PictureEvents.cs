using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>The events a picture shows: milestones, and what the engine understands of a review's course. Only what the vocabulary names is told of them.</summary>
internal static class PictureEvents
{
    public static ImmutableArray<(DateInterval Date, string Word, string What)> Of(CaseFile file, Vocabulary vocabulary)
    {
        var kinds = vocabulary.Events.Where(Shows).DistinctBy(kind => kind.Name).ToDictionary(kind => kind.Name, StringComparer.Ordinal);
        return
        [
            .. file.Events
                .Where(happened => happened.Item is null && kinds.ContainsKey(happened.Event))
                .OrderBy(happened => happened.Date.HasLatest ? happened.Date.Latest : happened.Date.HasEarliest ? happened.Date.Earliest : DateOnly.MaxValue)
                .ThenBy(happened => happened.Id, StringComparer.Ordinal)
                .Select(happened => (happened.Date, happened.Event, What(happened, kinds[happened.Event]))),
        ];
    }

    private static bool Shows(EventKind kind) => kind.Of is null
        && (kind.Milestone || kind.Means is EventMeaning.Reopening or EventMeaning.Closing or EventMeaning.Extension);

    // A choice is one of the vocabulary's own words; a text could hold anything and is never shown.
    private static string What(CaseEvent happened, EventKind kind)
    {
        var choices = kind.Attributes
            .Where(attribute => attribute is { Type: ValueKind.Choice, Means: AttributeMeaning.None })
            .Select(attribute => happened.Attributes.GetValueOrDefault(attribute.Name) is { } value && attribute.Choices.Contains(value)
                ? value.Replace('-', ' ')
                : null)
            .Where(value => value is not null);
        var told = string.Join(", ", choices);
        return PlainText.Capital(told.Length == 0 ? kind.Title : $"{kind.Title}: {told}");
    }
}
