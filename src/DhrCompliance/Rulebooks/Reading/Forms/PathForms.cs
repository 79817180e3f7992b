using DhrCompliance.Rulebooks.Reading.Grammar;
using static DhrCompliance.Rulebooks.Reading.Forms.Key;
using static DhrCompliance.Rulebooks.Reading.Forms.Shape;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>Escalation paths: who is told when.</summary>
internal static class PathForms
{
    private static readonly Shape Role = Word(WordList.Roles);

    public static Form Step { get; } = new(
        "step",
        "A step: who is told on which day",
        Needed("id", Scalars.Name, "Its name, once in its path. What was told is remembered by it."),
        Needed("when", Scalars.When, "The day, counted from the due date: '14 days before', 'on the due date' or '1 day after'."),
        May("then", Scalars.Every, "How often it is told again: 'every 28 days'."),
        Needed("to", OneOrMore(Word(WordList.Roles, Names.OwnerWord)), "The roles that are written to; 'owner' stands for the rule's own."),
        May("approval", Options("required"), "required: nothing is sent before a person has released it."),
        May("urgent", Scalars.YesNo, "yes: told at once, in a mail of its own, whatever else the person is told that day."),
        May("was", OneOrMore(Scalars.FormerName), "The id it had before, or all of them: what was told under it is not told again."));

    public static Form Path { get; } = new(
        "path",
        "An escalation path",
        Needed("id", Scalars.Name, "Its name, by which rules refer to it."),
        Needed("title", Scalars.Line, "What a person calls it."),
        May("quiet", Options(PathPhrases.Quiet), "weekends-and-holidays: nobody is told on days that are no working days."),
        Needed("steps", ListOf(Of(() => Step)), "The steps, in the order of their days."),
        May("acknowledge", Scalars.AtMost, "For how long a person may hold back the repeats of a step: 'at most 28 days'. Without it they may not."),
        May("explained", Role, "A recorded reason with a dated next step holds the steps above this role until that date."),
        May("cannot-tell", Scalars.Ask, "Who is asked where it cannot be told: 'ask ROLE, every 28 days, at most 3 times, then ROLE'; the last part may be missing."),
        May("undeliverable", OneOrMore(Role), "Who is told when a mail of it reaches nobody."));

    public static Form File { get; } = new(
        "escalation-paths",
        "Escalation paths",
        Needed("escalation-paths", ListOf(Of(() => Path)), "The paths. A rule names one of them under 'escalation:'."),
        May("post", Of(() => PostForms.Post), "What is mailed beside the steps of the paths: said once, for all of them."));
}
