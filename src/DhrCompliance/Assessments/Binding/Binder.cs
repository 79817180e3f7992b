using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Binding;

/// <summary>Case file by word to bound case by slot.</summary>
/// <param name="slots">The slots.</param>
/// <param name="meetings">The kinds of which the partnership's own events count for its reviews as well.</param>
/// <param name="calendarOf">The holidays of a jurisdiction.</param>
internal sealed class Binder(Slots slots, ImmutableArray<EventShape> meetings, Func<string, HolidayCalendar> calendarOf)
{
    /// <summary>Binds a file. Words that the vocabulary lacks bind to nothing: intake refuses them, and an older rulebook may not know them.</summary>
    public BoundCase Bind(CaseFile file)
    {
        var items = new BoundItem[file.Items.Length];
        var itemAt = new Dictionary<string, int>(file.Items.Length, StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            var item = file.Items[i];
            items[i] = new BoundItem(item.Id, slots.ItemKind(item.Kind), Facts(item.Facts, item.Kind));
            itemAt[item.Id] = i;
        }

        var events = new List<BoundEvent>[slots.Events.Length];
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = [];
        }

        foreach (var recorded in file.Events)
        {
            if (slots.FindEvent(recorded.Event) is { } kind)
            {
                events[kind.Slot].Add(Bind(recorded, kind, recorded.Item is { } id && itemAt.TryGetValue(id, out var at) ? at : -1));
            }
        }

        var contradictions = new List<Contradiction>();
        new Implications(slots, events, items.Length, contradictions).Apply();
        var bound = new BoundEvent[events.Length][];
        for (var i = 0; i < bound.Length; i++)
        {
            bound[i] = [.. events[i]];
            Array.Sort(bound[i], ByDate);
        }

        return new BoundCase(file, bound, Facts(file.Facts, null), items, PausePairs.Of(slots, bound), NotBefore.Of(slots, bound), contradictions, calendarOf(file.Jurisdiction)) { Meetings = Meetings(file, bound) };
    }

    /// <summary>What may set a date by being the next of its kind: the case's own, and its partnership's. Nothing of the review bounds those.</summary>
    private BoundEvent[] Meetings(CaseFile file, BoundEvent[][] own)
    {
        if (meetings.IsEmpty)
        {
            return [];
        }

        var found = meetings.SelectMany(kind => own[kind.Slot]).ToList();
        foreach (var recorded in file.OfPartnership?.Events ?? [])
        {
            if (slots.FindEvent(recorded.Event) is { } kind && meetings.Contains(kind))
            {
                found.Add(Bind(recorded, kind, -1));
            }
        }

        return [.. found];
    }

    private static int ByDate(BoundEvent one, BoundEvent other)
    {
        var order = one.Earliest.CompareTo(other.Earliest);
        order = order != 0 ? order : one.Latest.CompareTo(other.Latest);
        return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
    }

    private static BoundEvent Bind(CaseEvent recorded, EventShape kind, int item)
    {
        var attributes = new string?[kind.AttributeCount];
        for (var i = 0; i < attributes.Length; i++)
        {
            attributes[i] = recorded.Attributes.GetValueOrDefault(kind.Kind.Attributes[i].Name);
        }

        var bound = new BoundEvent(kind, attributes, item) { Recorded = recorded, Earliest = recorded.Date.Earliest, Latest = recorded.Date.Latest };
        if (recorded.RecordedOn is { } seen && !kind.Kind.Plannable && seen >= bound.Earliest && seen < bound.Latest)
        {
            // What cannot be planned had happened by the day it was first seen. Without any latest day the day
            // assessed may be earlier, so it is kept apart as the cap.
            if (bound.Latest == DateOnly.MaxValue)
            {
                bound.Cap = seen;
            }
            else
            {
                bound.Latest = seen;
            }
        }

        return bound;
    }

    private BoundFact[] Facts(ImmutableDictionary<string, string> values, string? itemKind)
    {
        var facts = slots.Vocabulary.Facts;
        var bound = new BoundFact[facts.Length];
        for (var i = 0; i < bound.Length; i++)
        {
            if (facts[i].Of == itemKind && values.TryGetValue(facts[i].Name, out var text) && text.Length > 0)
            {
                bound[i] = Fact(facts[i].Type, text);
            }
        }

        return bound;
    }

    private static BoundFact Fact(ValueKind type, string text) => type switch
    {
        ValueKind.Number => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? new BoundFact(text, number, default) : default,
        ValueKind.Date => PartialDate.TryParse(text, out var date, out _) ? new BoundFact(text, 0, date) : default,
        _ => new BoundFact(text, 0, default),
    };
}
