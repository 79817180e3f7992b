using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads what is recorded of a scenario's case, in the words of the vocabulary.</summary>
internal sealed class ScenarioCaseReader(Desk desk)
{
    private readonly ScenarioValues _values = new(desk);

    public ScenarioCase Read(Node? node)
    {
        var facts = ImmutableDictionary<string, string>.Empty;
        if (desk.Values.Mapping(node, ScenarioForms.Case, "the case", "'facts:', 'items:' and 'events:'") is not { } fields)
        {
            return new ScenarioCase(SubjectKind.Review, null, facts, [], []);
        }

        var subject = desk.Values.Option<SubjectKind>(fields.Value("subject"), "subject") ?? SubjectKind.Review;
        var jurisdiction = Jurisdiction(fields.Value("jurisdiction"));
        facts = fields.Value("facts") is { } known ? _values.Facts(known, null) : facts;
        var ids = new Dictionary<string, Place>(StringComparer.Ordinal);
        var events = ImmutableArray.CreateBuilder<ScenarioEvent>();
        var items = fields.Value("items") is { } list ? Items(list, ids, events) : [];
        if (fields.Value("events") is { } happened)
        {
            Events(happened, null, ids, events);
        }

        return new ScenarioCase(subject, jurisdiction, facts, items, events.ToImmutable());
    }

    /// <summary>A whole day; anything else is reported.</summary>
    public static DateOnly? Day(Desk desk, Node? node)
    {
        if (desk.Values.Scalar(node, "a day") is not { } text || desk.Values.Date(text) is not { } date)
        {
            return null;
        }

        if (date.IsDay)
        {
            return date.Earliest;
        }

        desk.Mistakes.Error(text.Place, Codes.WrongDate, $"{Quote.Of(text.Value)} is no day; expected one such as 2026-03-31");
        return null;
    }

    private string? Jurisdiction(Node? node)
    {
        if (desk.Values.Scalar(node, "a jurisdiction") is not { } word)
        {
            return null;
        }

        if (desk.Jurisdictions.Count > 0 && !desk.Jurisdictions.Contains(word.Value))
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownJurisdiction, "jurisdiction", word, desk.Jurisdictions);
        }

        return word.Value;
    }

    private ImmutableArray<ScenarioItem> Items(Node list, Dictionary<string, Place> ids, ImmutableArray<ScenarioEvent>.Builder events)
    {
        var items = ImmutableArray.CreateBuilder<ScenarioItem>();
        foreach (var entry in desk.Values.List(list, "items, each with its 'item:'"))
        {
            if (desk.Values.Mapping(entry, ScenarioForms.Item, "the item", "'item:' and its 'facts:'") is not { } fields)
            {
                continue;
            }

            var kind = desk.Values.Scalar(fields.Value("item"), "an item kind") is { } word
                ? desk.Lexicon.Resolve(WordKind.Item, word)
                : null;
            var id = Id(fields, kind ?? "item", ids);
            var facts = fields.Value("facts");
            var known = facts is null || kind is null ? ImmutableDictionary<string, string>.Empty : _values.Facts(facts, kind);
            if (fields.Value("events") is { } happened && kind is not null)
            {
                Events(happened, new ScenarioItem(id, kind, known), ids, events);
            }

            if (kind is not null)
            {
                items.Add(new ScenarioItem(id, kind, known));
            }
        }

        return items.ToImmutable();
    }

    private void Events(Node list, ScenarioItem? item, Dictionary<string, Place> ids, ImmutableArray<ScenarioEvent>.Builder events)
    {
        foreach (var entry in desk.Values.List(list, "events, each with its 'event:' and 'date:'"))
        {
            if (desk.Values.Mapping(entry, ScenarioForms.Happening, "the event", "'event:' and 'date:'") is { } fields && Event(fields, item, ids) is { } happened)
            {
                events.Add(happened);
            }
        }
    }

    private ScenarioEvent? Event(Fields fields, ScenarioItem? item, Dictionary<string, Place> ids)
    {
        var word = desk.Values.Scalar(fields.Value("event"), "an event");
        var kind = word is null ? null : desk.Known.Event(word);
        var date = desk.Values.Date(desk.Values.Scalar(fields.Value("date"), "a date"));
        var recorded = fields.Value("recorded") is { } day ? Day(desk, day) : null;
        var id = Id(fields, word?.Value ?? "event", ids);
        var attributes = fields.Value("with") is { } with && kind is not null ? _values.Attributes(with, kind) : ImmutableDictionary<string, string>.Empty;
        if (kind is null || date is null)
        {
            return null;
        }

        if (kind.Of != item?.Kind)
        {
            desk.Mistakes.Error(
                word!.Place,
                Codes.EventElsewhere,
                kind.Of is null ? $"'{kind.Name}' happens to the case, and not to {Quote.Article(item!.Kind)}" : $"'{kind.Name}' happens to {Quote.Article(kind.Of)}",
                hint: kind.Of is null ? "Put it under 'events:' of the case." : $"Put it under 'events:' of an item of the kind '{kind.Of}'.");
        }

        return new ScenarioEvent { Id = id, Event = kind.Name, Item = item?.Id, Date = date.Value, RecordedOn = recorded, Attributes = attributes };
    }

    /// <summary>The id that is given, or the word, with a number from the second on.</summary>
    private string Id(Fields fields, string word, Dictionary<string, Place> ids)
    {
        if (desk.Values.Scalar(fields.Value("id"), "an id") is { } given)
        {
            if (!ids.TryAdd(given.Value, given.Place))
            {
                desk.Names.Twice(given, "id", ids[given.Value], Codes.DuplicateId);
            }

            return given.Value;
        }

        var id = word;
        for (var number = 2; !ids.TryAdd(id, fields.Place); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{word}-{number}");
        }

        return id;
    }
}
