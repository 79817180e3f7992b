using DhrCompliance.Vocabularies;
using static DhrCompliance.Rulebooks.Reading.Forms.Key;
using static DhrCompliance.Rulebooks.Reading.Forms.Shape;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>The vocabulary: the words that rules, registers and notices may use.</summary>
internal static class VocabularyForms
{
    private static readonly Key Name = Needed("name", Scalars.Name, "The word: lower case, digits and hyphens. Rules and registers use it.");
    private static readonly Key Title = May("title", Scalars.Line, "What a person calls it, within a sentence; without it, the name with spaces.");
    private static readonly Key Was = May("was", OneOrMore(Scalars.FormerName), "The name it had before, or all of them: what is recorded under an old name means this.");

    private static readonly Key Concerns = May("concerns", OneOrMore(Options<Concern>()), "The pages that tell of it: what is owed to the family, the library of reports, the rounds with the Home Office, the action plan. No clock or notice depends on it.");

    public static Form Item { get; } = new("item-kind", "Something that a review has several of", Name, Title, Concerns, Was);

    public static Form Role { get; } = new(
        "role",
        "Someone who acts or is written to",
        Name,
        Title,
        Needed("bound-to", Options<RoleBinding>(), "Whom a contact in this role belongs to: a case, an agency, a partnership, or everywhere."),
        Was);

    public static Form Fact { get; } = new(
        "fact",
        "What is known of a case, or of an item",
        Name,
        May("of", Word(WordList.Items), "The item kind whose fact it is; without it, the case's."),
        Needed("question", Scalars.Line, "The question whose answer the fact is. It is asked when the fact is missing."),
        Needed("type", Options(ValueKind.Rule), "yes-no, number, date, choice (one of its choices), choices (several of them), or text, which rules never compare."),
        May("choices", OneOrMore(Scalars.Choice), "The values to choose from: [one, other]. Only with the types choice and choices."),
        May("sensitive", Scalars.YesNo, "yes: it never leaves in mail, calendars, board reports or the site."),
        May("counts", Word(WordList.Events), "The event that a number of an item counts: with 2 the item belongs to the second of its kind, and is not there before that one happened."),
        Concerns,
        Was)
    {
        Bonds = [new OnlyWhere("choices", "type", "choice", "choices")],
    };

    public static Form Attribute { get; } = new(
        "attribute",
        "What is recorded with an event",
        Needed("name", Scalars.Name, "The word, once in its event."),
        Needed("type", Options<ValueKind>(), "yes-no, number, date, choice (one of the choices under 'of'), choices (several of them), text, or rule: the id of a rule."),
        May("of", OneOrMore(Scalars.Choice), "The values to choose from: [one, other]. Only with the types choice and choices."),
        May("means", Options(AttributeMeaning.None), "What the program must understand of it: the reason of a pause, the rule that is meant, the day that is set, when it is looked at again, who agreed, the stage of a checklist, or the day the partnership was told."))
    {
        Bonds = [new OnlyWhere("of", "type", "choice", "choices")],
    };

    public static Form Event { get; } = new(
        "event",
        "Something that happens",
        Name,
        Title,
        May("means", Options(EventMeaning.None), "What the program must understand of it; only one event may have each meaning."),
        May("of", Word(WordList.Items), "The item kind it happens to; without it, it happens to the case."),
        May("repeats", Scalars.YesNo, "yes: it may happen again. Otherwise a second one is a correction or is refused."),
        May("plannable", Scalars.YesNo, "yes: it may be recorded with a date in the future."),
        May("milestone", Scalars.YesNo, "yes: the time between it and the milestone before it is reported."),
        May("expected-on", Options("working-day"), "working-day: on another day a question is asked."),
        May("held-by", Word(WordList.Roles), "The role whose time runs until it happens."),
        May("ends", Word(WordList.Events), "The event that this one ends."),
        May("not-after", EventForms.Event, "A date after this event raises a question."),
        May("attributes", ListOf(Of(() => Attribute)), "What is recorded with it."),
        Concerns,
        May("implied-by", ListOf(Either(Word(WordList.Events), Of(() => EventForms.Implication))), "What could not have happened before it: once one of these is recorded, this happened too."),
        Was);

    public static Form Condition { get; } = new(
        "named-condition",
        "A condition with a name",
        Name,
        May("title", Scalars.Line, "What a person calls it; shown in reasons."),
        Needed("when", ConditionForms.Condition, "When it is so."));

    public static Form File { get; } = new(
        "vocabulary",
        "Vocabulary",
        May("conditions", ListOf(Of(() => Condition)), "Conditions with a name, for use wherever a condition stands."),
        May("facts", ListOf(Of(() => Fact)), "What is known of a case or of an item."),
        May("events", ListOf(Of(() => Event)), "What can happen, in the order in which it usually does."),
        May("items", ListOf(Of(() => Item)), "What a review has several of."),
        May("roles", ListOf(Of(() => Role)), "Who acts and who is written to."))
    {
        Bonds = [new AtLeastOne("conditions", "facts", "events", "items", "roles")],
    };
}
