using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>Events as pages tell them: what the vocabulary names, the choices and days recorded with them, and never what was typed.</summary>
internal sealed class EventWords(Vocabulary vocabulary)
{
    private readonly Dictionary<string, EventKind> _kinds = vocabulary.Events.DistinctBy(kind => kind.Name).ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public EventKind? Kind(string word) => _kinds.GetValueOrDefault(word);

    /// <summary>Those of these that the vocabulary has, in order of time; those of which nothing is known last.</summary>
    public IEnumerable<CaseEvent> InOrder(IEnumerable<CaseEvent> events) => events
        .Where(happened => _kinds.ContainsKey(happened.Event))
        .OrderBy(happened => happened.Date.HasLatest ? happened.Date.Latest : happened.Date.HasEarliest ? happened.Date.Earliest : DateOnly.MaxValue)
        .ThenBy(happened => vocabulary.Events.IndexOf(_kinds[happened.Event]))
        .ThenBy(happened => happened.Id, StringComparer.Ordinal);

    public string Title(string word) => PlainText.Capital(_kinds.TryGetValue(word, out var kind) ? kind.Title : word);

    /// <summary>The choices and days recorded with it: "outcome: resubmit; letter date: 3 May 2026".</summary>
    public string With(CaseEvent happened) => _kinds.TryGetValue(happened.Event, out var kind)
        ? string.Join("; ", kind.Attributes.Select(attribute => Value(attribute, happened)).OfType<string>())
        : "";

    /// <summary>The same for programs, as they are recorded: "outcome=resubmit".</summary>
    public IEnumerable<string> Recorded(CaseEvent happened) =>
        from attribute in _kinds.TryGetValue(happened.Event, out var kind) ? kind.Attributes : []
        let value = happened.Attributes.GetValueOrDefault(attribute.Name)
        where value is not null
        let words = attribute.Type switch
        {
            ValueKind.Choice or ValueKind.Choices => string.Join(';', WordsOf(value, attribute.Choices)),
            ValueKind.Date => PartialDate.TryParse(value, out var date, out _) ? date.ToString() : "",
            _ => "",
        }
        where words.Length > 0
        select $"{attribute.Name}={words}";

    private static string? Value(AttributeType attribute, CaseEvent happened)
    {
        if (!happened.Attributes.TryGetValue(attribute.Name, out var value))
        {
            return null;
        }

        var name = attribute.Name.Replace('-', ' ');
        return attribute.Type switch
        {
            ValueKind.Choice or ValueKind.Choices => Declared(value, attribute.Choices) is { Length: > 0 } declared ? $"{name}: {declared}" : null,
            ValueKind.Date => PartialDate.TryParse(value, out var date, out _) ? $"{name}: {BoardDates.Text(date)}" : null,
            _ => null,
        };
    }

    /// <summary>Those parts of a value that the vocabulary declares.</summary>
    public static string Declared(string value, ImmutableArray<string> choices) =>
        string.Join(", ", WordsOf(value, choices).Select(part => part.Replace('-', ' ')));

    /// <summary>The same for programs.</summary>
    public static IEnumerable<string> WordsOf(string value, ImmutableArray<string> choices) =>
        value.Split(';', StringSplitOptions.TrimEntries).Where(part => choices.Contains(part));

    public static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
