using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Rulebooks.Reading.Forms.Key;
using static DhrCompliance.Rulebooks.Reading.Forms.Shape;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>Scenarios: made-up cases, and what the rules are to say of them on which day.</summary>
internal static class ScenarioForms
{
    private const string Row = "A rule by its id or pack/id, and after a space the id of its event or item where it has several.";

    private static readonly Shape Facts = Of(() => FactValues!);
    private static readonly Shape Happenings = ListOf(Of(() => Happening!));
    private static readonly Shape None = Options(ExpectedState.None);

    public static Form FactValues { get; } = new("facts", "Facts with their values")
    {
        Others = new(WordList.FactValues, OneOrMore(Scalars.Value)),
    };

    public static Form Happening { get; } = new(
        "happening",
        "Something that happened",
        Needed("event", Word(WordList.Events), "What happened."),
        Needed("date", Scalars.Date, "When: a day, or a date known in part; '../..' where nothing is known."),
        May("id", Scalars.Anything, "Its id; without it the event's word, with -2, -3 from the second on."),
        May("recorded", Scalars.Day, "The day from which it stands in the register."),
        May("with", Of(() => Recorded!), "Its attributes."));

    public static Form Recorded { get; } = new("recorded", "Attributes with their values")
    {
        Others = new(WordList.AttributeValues, OneOrMore(Scalars.Value)),
    };

    public static Form Item { get; } = new(
        "item",
        "An item of the case",
        Needed("item", Word(WordList.Items), "Its kind, as the vocabulary has it."),
        May("id", Scalars.Anything, "Its id; without it the kind, with -2, -3 from the second on."),
        May("facts", Facts, "What is known of it."),
        May("events", Happenings, "What happened to it."));

    public static Form Case { get; } = new(
        "case",
        "What is recorded of the made-up case",
        May("subject", Options<SubjectKind>(), "review (without it) or partnership."),
        May("jurisdiction", Word(WordList.Jurisdictions), "Without it, the pack's first."),
        May("facts", Facts, "What is known of the case."),
        May("items", ListOf(Of(() => Item)), "What it has several of."),
        May("events", Happenings, "What happened."));

    public static Form States { get; } = new("states", "Rules with their states")
    {
        Others = new(
            WordList.Rules,
            Options([.. StateWords.OfTimescale.Union(StateWords.OfCheck).Union(StateWords.OfCriterion), ExpectedState.None])),
    };

    public static Form Dues { get; } = new("due", "Rules with their due dates")
    {
        Others = new(WordList.Rules, Either(None, Scalars.Date)),
    };

    public static Form Reasons { get; } = new("because", "Rules with words of their reasons")
    {
        Others = new(WordList.Rules, OneOrMore(Scalars.Prose)),
    };

    public static Form Notice { get; } = new("notice", "Roles with the step that they are told")
    {
        Others = new(WordList.Roles, Word(WordList.Steps, StateWords.OwnSteps)),
    };

    public static Form Expectation { get; } = new(
        "expect",
        "What is expected on the day",
        May("states", Of(() => States), $"Rules with their states on that day, or none where there is to be no row. {Row}"),
        May("due", Of(() => Dues), $"Rules with their due dates as they stand, or none. {Row}"),
        May("notices", OneOrMore(Either(Word(WordList.Roles), Of(() => Notice)), atLeast: 0), "All roles that are told on that day, in any order; 'ROLE: STEP' where the step matters. [] means nobody; without the key nothing is said about it."),
        May("because", Of(() => Reasons), $"Rules with words that one of their sentences contains, or the name of a reason; or several. {Row}"));

    public static Form Step { get; } = new(
        "scenario-step",
        "A day on which the case is looked at",
        Needed("day", Scalars.Day, "The day on which the case is looked at."),
        May("expect", Of(() => Expectation), "What the rules are to say on that day. Without it, what is planned is told, and nothing is compared."));

    public static Form Scenario { get; } = new(
        "scenario",
        "A made-up case with what the rules are to say of it",
        Needed("name", Scalars.Line, "What it shows, once in its pack."),
        May("edition", Word(WordList.Packs, ScenarioReader.ByDates), "The pack that governs it, whatever its dates say; by-dates: its dates decide. Without it, the pack it stands in."),
        May("kept-since", Either(None, Scalars.Day), "From which day its register is kept, or none for loaded history. Without it, from before anything happened."),
        May("about", OneOrMore(Word(WordList.Rules)), "Rules: 'notices' are then those told about these alone."),
        Needed("case", Of(() => Case), "What is recorded of it: 'facts:', 'items:' and 'events:'."),
        Needed("steps", ListOf(Of(() => Step)), "The days on which it is looked at, each with 'day:' and 'expect:'."));

    public static Form File { get; } = new(
        "scenarios",
        "Scenarios of a pack",
        Needed(ScenarioReader.OfPack, Word(WordList.Packs), "The pack that they are of."),
        Needed(ScenarioReader.List, ListOf(Of(() => Scenario)), "The scenarios, each with its 'name:'."));
}
