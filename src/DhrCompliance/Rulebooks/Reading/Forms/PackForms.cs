using static DhrCompliance.Rulebooks.Reading.Forms.Key;
using static DhrCompliance.Rulebooks.Reading.Forms.Shape;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>A pack: whom it governs, where it is from, and the lists of its rules.</summary>
internal static class PackForms
{
    public static Form Governance { get; } = new(
        "governs",
        "Which cases are governed",
        May("jurisdiction", OneOrMore(Word(WordList.Jurisdictions)), "The jurisdictions; without it, all."),
        May("by", OneOrMore(Word(WordList.Events)), "The events whose date decides; the first of them that is recorded."),
        May("from", Scalars.Date, "From which day, which may be known in part: 2016-12."),
        May("adopted", Scalars.YesNo, "yes: it governs only the partnerships that adopted it, from the day they did."))
    {
        Bonds = [new Needs("from", "by"), new Needs("by", "from", "adopted")],
    };

    public static Form CaseNames { get; } = new(
        "names",
        "What a review is called",
        May("review", Scalars.Line, "In full, within a sentence."),
        May("short", Scalars.Line, "In short."));

    public static Form Source { get; } = new(
        "source",
        "A document that rules are made from",
        Needed("title", Scalars.Line, "The document's title."),
        May("publisher", Scalars.Line, "Who published it."),
        May("file", Scalars.Line, "The file that holds it."),
        May("reports", Scalars.Line, "What other document it reports."));

    public static Form Sources { get; } = new("sources", "Documents that rules are made from, each under a name")
    {
        Others = new(WordList.None, Of(() => Source), "A document, under the name by which rules cite it."),
    };

    public static Form Citation { get; } = new(
        "citation",
        "A passage that a rule rests on",
        Needed("source", Word(WordList.Sources), "The document: one of this pack's 'sources:', or another pack."),
        May("at", Scalars.Line, "Where in it: a paragraph, a heading."),
        May("quote", Scalars.Prose, "Its own words."));

    private static readonly Key[] AboutIt =
    [
        Needed("pack", Scalars.Name, "The pack's id, by which others refer to it."),
        Needed("title", Scalars.Line, "The pack's title, as a heading."),
        May("edition-of", Word(WordList.Series), "The series: each edition of it governs until the day before the next begins."),
        May("based-on", Word(WordList.Packs), "Another pack: this one has all its rules, but for what stands under 'change:'."),
        Needed("status", Options<PackStatus>(), "in-force, draft (assessed only when asked for) or withdrawn."),
        May("verified", Scalars.YesNo, "no: not checked against its sources; shown wherever a rule of it is shown."),
        May("governs", Of(() => Governance), "Which cases it governs, and from when."),
        May("names", Of(() => CaseNames), "What a review is called under it."),
        May("sources", Of(() => Sources), "The documents that its rules are made from."),
    ];

    private static readonly Key[] Rules =
    [
        May("criteria", ListOf(Of(() => RuleForms.Criterion)), "Tests of whether a review is asked for."),
        May("timescales", ListOf(Of(() => RuleForms.Timescale)), "Duties with a clock."),
        May("checks", ListOf(Of(() => RuleForms.Check)), "What must be so, or must come in order."),
        May("checklists", ListOf(Of(() => RuleForms.Checklist)), "Duties of quality, which somebody signs for once a stage."),
    ];

    public static Form File { get; } = new(
        "pack",
        "A pack of rules",
        [
            .. AboutIt,
            May("change", ListOf(Of(() => RuleForms.Change)), "What differs from the pack under 'based-on:', rule by rule."),
            .. Rules,
            May("scenarios", ListOf(Of(() => ScenarioForms.Scenario)), "Made-up cases with what the rules are to say of them."),
        ])
    {
        Bonds = [new Needs("change", "based-on"), new AtLeastOne([.. Rules.Select(key => key.Name), "based-on"])],
    };
}
