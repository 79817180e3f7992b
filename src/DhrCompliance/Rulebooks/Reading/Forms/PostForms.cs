using static DhrCompliance.Rulebooks.Reading.Forms.Key;
using static DhrCompliance.Rulebooks.Reading.Forms.Shape;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>What is mailed beside the steps of the paths.</summary>
internal static class PostForms
{
    private static readonly Shape Roles = OneOrMore(Word(WordList.Roles));

    public static Form Backlog { get; } = new(
        "backlog",
        "What was late already when it was first assessed",
        Needed("to", Roles, "The roles that are told of it in one summary."),
        Needed("ladders-begin", Scalars.After, "When its path begins, counted from the summary as if the date had passed only then: '14 days after'."));

    public static Form Weekly { get; } = new(
        "weekly",
        "The mail of each week",
        Needed("to", Roles, "The roles that get it, whether or not there is anything to tell."),
        Needed("day", Options(DayOfWeek.Saturday, DayOfWeek.Sunday), "The day of the week; where that is no working day, the first one after it."));

    public static Form Post { get; } = new(
        "post",
        "What is mailed beside the steps of the paths",
        May("backlog", Of(() => Backlog), "What was late already when it was first assessed is told in one summary, and its path begins later. Without it, its path is climbed at once."),
        May("weekly", Of(() => Weekly), "A mail every week, so that silence always means that something is broken. Without it there is none."))
    {
        Bonds = [new AtLeastOne("backlog", "weekly")],
    };
}
