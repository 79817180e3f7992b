using static DhrCompliance.Rulebooks.Reading.Forms.Key;
using static DhrCompliance.Rulebooks.Reading.Forms.Shape;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>Conditions: the name of one, or facts and questions that must all be so.</summary>
internal static class ConditionForms
{
    /// <summary>A condition.</summary>
    public static Shape Condition { get; } = Either(Word(WordList.Conditions), Of(() => Keys!));

    public static Form Keys { get; } = new(
        "condition",
        "Facts and questions that must all be so",
        May("all", ListOf(Condition), "All of these are so."),
        May("any", Either(ListOf(Condition), Word(WordList.Items)), "One of these is so. With an item kind: of one item, all that stands beside it is so."),
        May("not", Condition, "It is not so."),
        May("happened", EventForms.EventByMoment, "The event has happened by the day."),
        May("not-happened", EventForms.EventByMoment, "The event has not happened by the day."),
        May("concluded", EventForms.Event, "The event happened, and each was ended by the event that ends it."),
        May("any-of", Word(WordList.Items), "An item kind: of one item of it, all that stands beside this key is so."),
        May("every-of", Word(WordList.Items), "An item kind: of every item of it, all that stands beside this key is so."),
        May("every", Word(WordList.Items), "An item kind: of every item of it, all that stands beside this key is so."),
        May("has", EventForms.EventByMoment, "Within items: an event of that item has happened."))
    {
        Others = new(WordList.FactTests, OneOrMore(Scalars.Value)),
        Bonds =
        [
            new NotEmpty(), new NotAlone("any-of"), new NotAlone("every-of"), new NotAlone("every"), new NotTogether("any-of", "every-of", "every"),
        ],
    };
}
