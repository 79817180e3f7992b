using DhrCompliance.Calendars;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Rulebooks.Reading.Forms.Key;
using static DhrCompliance.Rulebooks.Reading.Forms.Shape;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>The four kinds of rules of a pack, and a change of one.</summary>
internal static class RuleForms
{
    private const string AppliesWhen = "applies-when";

    private static readonly Key Id = Needed("id", Scalars.Name, "The rule's name, once in its pack. What was told is remembered by it: to change it, say 'was:'.");
    private static readonly Key Title = Needed("title", Scalars.Line, "What must be done, as a heading. It may be changed at any time.");
    private static readonly Key Basis = Needed("basis", Options<Basis>(), "stated (the source says it), read (our reading of it) or proposed (ours).");
    private static readonly Key Role = May("owner", Word(WordList.Roles), "The role whose duty it is.");

    private static readonly Key Each = May(
        "for-each",
        Either(Of(() => EventForms.Pattern), Of(() => EachItem!), Of(() => EachPeriod!)),
        "One instance of the rule for each event, item or period; without it, once a case.");

    private static readonly Key WaivedBy = May("waived-by", ConditionForms.Condition, "Where this is so, nobody is held to it.");
    private static readonly Key Path = May("escalation", Word(WordList.Paths), "The escalation path: who is told when. Without it nobody is written to.");
    private static readonly Key Departs = May("departs-from", Word(WordList.Rules), "A rule of another pack that this one departs from, for reasons that are told.");

    private static readonly Key[] OfAll =
    [
        May("force", Options<Force>(), "What makes it binding: statute, guidance, local or good-practice. Without it, what the pack is."),
        May("cite", ListOf(Of(() => PackForms.Citation)), "Where it is from: 'source:', 'at:' and 'quote:', in the source's own words. Only what is 'basis: proposed' needs no source."),
        May("verified", Scalars.YesNo, "no: not checked against its source; shown wherever the rule is shown."),
        May("governs", Of(() => PackForms.Governance), "Which cases it governs, where that is narrower than the pack."),
        May(AppliesWhen, ConditionForms.Condition, "Where this is not so, the rule does not apply. Without it, it always does."),
        May("was", OneOrMore(Scalars.FormerRule), "The id it had before, or all of them; pack/id for one of another pack. Its history is kept."),
    ];

    private static readonly Key Subject = May("subject", Options<SubjectKind>(), "review (without it), or partnership: a duty that belongs to no one review.");

    private static readonly NeededUnless Cited = new NeededUnless("cite", "basis", "proposed");

    public static Form EachItem { get; } = new(
        "for-each-item",
        "For each item of a kind",
        Needed("item", Word(WordList.Items), "The item kind."),
        May("where", ConditionForms.Condition, "Only items of which this is so."));

    public static Form EachPeriod { get; } = new(
        "for-each-period",
        "For each period",
        Needed("period", Either(Options("calendar-quarter", "financial-quarter", "year"), Scalars.Rolling), "calendar-quarter, financial-quarter (from April), year, or months such as 'rolling 3 months'."));

    public static Form Criterion { get; } = new(
        "criterion", "A test of whether a review is asked for", [Id, Title, Basis, Needed("when", ConditionForms.Condition, "When it is met."), .. OfAll.Where(key => key.Name != AppliesWhen)])
    {
        Bonds = [Cited],
    };

    public static Form Timescale { get; } = new(
        "timescale",
        "A duty with a clock",
        [
            Id,
            Title,
            Role with { IsNeeded = true },
            Basis,
            Each,
            May("starts", OneOrMore(Either(Word(WordList.Dates, Recurrence.FirstDay, Recurrence.LastDay), Of(() => EventForms.Pattern), Of(() => EventForms.Overdue))), "What starts the clock, in order of preference: the first that is recorded counts. Without it, the date of the instance itself."),
            May("within", Scalars.Period, "The limit: '6 months', '1 month', '14 days', '20 working days'. A month ends on the same date of the next, or on that month's last day."),
            May("beginning-with", Scalars.YesNo, "yes: the first day counts."),
            May("round", Options<MonthRounding>(), "What a month ends on where it has no such date: its last-day (without it), or up: the first of the next."),
            May("roll", Options(Roll.None), "Where the due date is no working day, it moves: next-working-day or previous-working-day. Without it, it stays."),
            May("date", OneOrMore(Word(WordList.Dates, Recurrence.FirstDay, Recurrence.LastDay)), "Where a date that somebody set is found: an attribute of the instance, or EVENT.ATTRIBUTE."),
            May("next", EventForms.Event, "Due with the next of these events after the start; one that can be planned."),
            May("promptly", Scalars.Period, "The source gives no number: after this long it is asked for. It is never called late."),
            Needed("met-by", EventForms.Fulfilment, "The event that meets it; or 'all:' or 'any:' of several."),
            May("extended-by", EventForms.Event, "The event by which another date was agreed."),
            May("paused-by", OneOrMore(Word(WordList.PauseReasons)), "The reasons of recorded pauses that stop this clock."),
            WaivedBy,
            May("ends-with", EventForms.OneOrMoreEvents, "What ends it without meeting it."),
            Path,
            Subject,
            May("tightens", Word(WordList.Rules), "A rule of another pack that this one is tighter than. A looser one is refused."),
            Departs,
            .. OfAll,
        ])
    {
        Bonds =
        [
            Cited,
            new AtLeastOne("within", "date", "next", "promptly"), new NotTogether("within", "date", "next"), new NotTogether("within", "promptly"),
            new Needs("beginning-with", "within"), new Needs("round", "within"), new Needs("roll", "within"),
            new AtLeastOne("starts", "date", "for-each"),
        ],
    };

    public static Form Check { get; } = new(
        "check",
        "What must be so, or must come in order",
        [
            Id,
            Title,
            Basis,
            Role,
            Each,
            May("require", ConditionForms.Condition, "What must be so."),
            May("order", ListOf(EventForms.Event, atLeast: 2), "Events, each of which must have happened on or before the next: [first, second]."),
            May("at", EventForms.Event, "The event at which it must hold."),
            May("from", EventForms.Event, "The event from which it must hold on every day."),
            WaivedBy,
            Path,
            Subject,
            Departs,
            .. OfAll,
        ])
    {
        Bonds = [Cited, new AtLeastOne("require", "order"), new NotTogether("require", "order"), new NotTogether("at", "from")],
    };

    public static Form Point { get; } = new(
        "point",
        "What is signed for",
        Needed("text", Scalars.Line, "What is to be so."),
        May("obligation", Scalars.Anything, "Its number in a collection of duties."));

    public static Form Checklist { get; } = new(
        "checklist",
        "Points that somebody signs for once, at a stage of the review",
        [
            Id,
            Title,
            Basis with { IsNeeded = false, Says = "stated (the source says it), read (our reading of it) or proposed (ours); without it, proposed." },
            Role,
            Needed("stage", Word(WordList.Stages), "The stage of the review."),
            May("signed-by", Word(WordList.Signers), "Who signs."),
            Needed("points", ListOf(Of(() => Point)), "What is signed for, each with its 'text:'."),
            .. OfAll,
        ])
    {
        Bonds = [Cited],
    };

    /// <summary>Any key of a rule but its id and its former names.</summary>
    private static readonly Key[] Changeable =
    [
        .. new[] { Timescale, Check, Criterion, Checklist }.SelectMany(form => form.Keys).DistinctBy(key => key.Name)
            .Where(key => key.Name is not ("id" or "was")).Select(key => key with { IsNeeded = false }),
    ];

    public static Form Change { get; } = new(
        "change",
        "What differs in one rule",
        [Needed("rule", Word(WordList.Rules), "The id of the rule that is changed."), .. Changeable])
    {
        Bonds = [Cited with { IsSaid = true }, new AtLeastOne([.. Changeable.Select(key => key.Name).Where(name => name != "cite")])],
    };
}
