using static DhrCompliance.Rulebooks.Reading.Forms.Key;
using static DhrCompliance.Rulebooks.Reading.Forms.Shape;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>How events are asked for: a word alone, or with what they must carry.</summary>
internal static class EventForms
{
    private static readonly Key Where = May(
        "where", Of(() => Attributes!), "Only events with these values: an attribute with a value, or with a list of values, any of which will do.");

    /// <summary>An event or a pattern.</summary>
    public static Shape Event { get; } = Either(Word(WordList.Events), Of(() => Pattern!));

    /// <summary>Several of them.</summary>
    public static Shape Events { get; } = ListOf(Event);

    /// <summary>Several of them, or one.</summary>
    public static Shape OneOrMoreEvents { get; } = OneOrMore(Event);

    /// <summary>Attributes with a value or a list of values.</summary>
    public static Form Attributes { get; } = new("attributes", "Attributes with their values")
    {
        Others = new(WordList.AttributeValues, OneOrMore(Scalars.Value)),
    };

    /// <summary>Attributes with one value each.</summary>
    public static Form Carried { get; } = new("carried", "Attributes with one value each")
    {
        Others = new(WordList.AttributeValues, Scalars.Value),
    };

    public static Form Pattern { get; } = new(
        "event-pattern",
        "An event, and what must be so of it",
        Needed("event", Word(WordList.Events), "One event, as the vocabulary has it."),
        Where,
        May("after", Event, "Only events that come after this one."));

    /// <summary>As a condition asks it: as of a moment.</summary>
    public static Form PatternOfMoment { get; } = new(
        "event-pattern-of-a-moment",
        "An event, and what must be so of it by the moment that is asked about",
        Needed("event", Word(WordList.Events), "One event, as the vocabulary has it."),
        Where,
        May("after", Event, "Only events that come after this one."),
        May("since", Event, "Only events that none of these came after, or on the same day, by that moment."));

    /// <summary>An event or a pattern, asked as of a moment.</summary>
    public static Shape EventByMoment { get; } = Either(Word(WordList.Events), Of(() => PatternOfMoment));

    public static Form Overdue { get; } = new(
        "overdue",
        "The clock starts when another rule falls overdue",
        Needed("overdue", Word(WordList.Rules), "The rule: the clock starts on the day after its due date, once it has fallen overdue."));

    public static Form All { get; } = new("all-events", "All of several events", Needed("all", Events, "Met when the last of these has happened."));

    public static Form Any { get; } = new("any-event", "Any of several events", Needed("any", Events, "Met when the first of these has happened."));

    /// <summary>One event, all of several or any of several.</summary>
    public static Shape Fulfilment { get; } = Either(Word(WordList.Events), Of(() => Pattern), Of(() => All), Of(() => Any));

    /// <summary>What implies an event.</summary>
    public static Form Implication { get; } = new(
        "implied-by",
        "What could not have happened before the event",
        Needed("event", OneOrMore(Word(WordList.Events)), "The event, or a list of events, that imply this one."),
        Where,
        May("with", Of(() => Carried), "What the implied event carries."),
        May("certain", Scalars.YesNo, "no: it is only usual; a question is asked, and nothing is taken for granted."),
        May("each", Scalars.YesNo, "yes: there is one of this event for each of those. Only of an event that repeats."));
}
