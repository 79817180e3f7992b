using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments;

/// <summary>A small vocabulary, and rules and cases made from one line each.</summary>
internal static class Bench
{
    public static Vocabulary Vocabulary { get; } = new()
    {
        Items =
        [
            new ItemKind { Name = "contact", Title = "family contact" },
            new ItemKind { Name = "action", Title = "action" },
        ],
        Facts =
        [
            new FactType { Name = "parallel", Question = "Is another review under way?", Type = ValueKind.YesNo },
            new FactType { Name = "wish", Of = "contact", Question = "What do they wish?", Type = ValueKind.Choice, Choices = ["yes", "declined", "unsafe"] },
            new FactType { Name = "due", Of = "action", Question = "When is it due?", Type = ValueKind.Date },
        ],
        Events =
        [
            Kind("began", means: EventMeaning.Beginning),
            Kind("told", implied: [new Implication { By = [On("decided")] }]),
            Kind("decided", repeats: true, attributes: [Choice("outcome", "review", "none")], implied:
            [
                new Implication { By = [On("met"), On("pause"), On("reported")], With = Of("outcome", "review") },
            ]),
            Kind("directed", repeats: true, means: EventMeaning.Reopening),
            Kind("met", repeats: true),
            Kind("pause", repeats: true, means: EventMeaning.PauseStart, attributes: [Choice("reason", AttributeMeaning.Reason, "trial", "inquest"), Text("agreed-by", AttributeMeaning.AgreedBy)], implied: [new Implication { By = [On("resume")] }]),
            Kind("resume", repeats: true, means: EventMeaning.PauseEnd, attributes: [Choice("reason", AttributeMeaning.Reason, "trial", "inquest")]),
            Kind("agreed", repeats: true, means: EventMeaning.Extension, attributes:
            [
                new AttributeType { Name = "for", Type = ValueKind.Rule, Means = AttributeMeaning.Rule },
                new AttributeType { Name = "until", Type = ValueKind.Date, Means = AttributeMeaning.Until },
                Choice("by", AttributeMeaning.AgreedBy, "board", "chair", "nobody"),
            ]),
            Kind("reported", repeats: true, implied: [new Implication { By = [On("sent")] }]),
            Kind("sent", repeats: true, implied: [new Implication { By = [On("judged")], Each = true }]),
            Kind("judged", repeats: true, attributes: [Choice("outcome", "approved", "again"), new AttributeType { Name = "respond-by", Type = ValueKind.Date }]),
            Kind("shown", attributes: [new AttributeType { Name = "to", Type = ValueKind.Choices, Choices = ["board", "panel"] }]),
            Kind("withheld", means: EventMeaning.Closing),
            Kind("done", of: "action"),
        ],
        Conditions =
        [
            new NamedCondition
            {
                Name = "they-decline",
                Title = "Every family contact declined",
                When = new OverItems(Quantifier.Every, "contact", new FactTest { Fact = "wish", Comparison = Comparison.OneOf, Values = ["declined", "unsafe"] }),
            },
        ],
    };

    public static LimitTerms Months(int count) => new(new Period(count, PeriodUnit.Months));

    public static EventPattern On(string kind, params (string Attribute, string Value)[] where) =>
        new() { Event = kind, Where = [.. where.Select(test => new AttributeTest(test.Attribute, [test.Value]))] };

    public static Timescale Decide { get; } = new()
    {
        Pack = "p", Id = "decide", Title = "Decide", Starts = [new StartEvent(On("told"))], Limit = new Within(Months(1)), MetBy = new MetByEvent(On("decided")),
    };

    public static Timescale Report { get; } = new()
    {
        Pack = "p", Id = "report", Title = "Report",
        Starts = [new StartEvent(On("decided", ("outcome", "review"))), new StartEvent(On("directed"))],
        Limit = new Within(Months(6)),
        MetBy = new MetByEvent(On("reported")),
        PausedBy = ["trial"],
        ExtendedBy = new EventPattern { Event = "agreed", Where = [new AttributeTest("by", ["board", "chair"])] },
        EndsWith = [On("withheld")],
    };

    public static Timescale SendAgain { get; } = new()
    {
        Pack = "p", Id = "send-again", Title = "Send again",
        ForEach = new ForEachEvent(On("judged", ("outcome", "again"))),
        Limit = new ByDate([new DateSource(null, "respond-by")], new Period(14, PeriodUnit.Days)),
        MetBy = new MetByEvent(On("sent")),
    };

    public static Assessment Assess(CaseFile file, string asOf, params Rule[] rules) => Assess(file, asOf, Rulebook(rules));

    public static Assessment Assess(CaseFile file, string asOf, Rulebook rulebook)
    {
        var compiled = CompiledRulebook.Compile(rulebook);
        return compiled.Assess(compiled.Bind(file), Day(asOf));
    }

    public static TimescaleResult Row(CaseFile file, string asOf, Timescale rule) => Assess(file, asOf, rule).Timescales.Single();

    public static Rulebook Rulebook(params Rule[] rules) => Rulebook([Pack("p", null, rules)]);

    public static Rulebook Rulebook(params Pack[] packs) => new()
    {
        Vocabulary = Vocabulary,
        Packs = [.. packs],
        Paths = [],
        Calendars = ImmutableDictionary<string, HolidayCalendar>.Empty.Add("england", new HolidayCalendar("England and Wales", [KeyValuePair.Create(Day("2025-12-25"), "Christmas Day")], Day("2027-12-31"))),
        Hash = "sha256:test",
    };

    public static Pack Pack(string id, Governance? governs, params Rule[] rules) => new()
    {
        Id = id, Title = id, Governs = governs,
        Series = governs is { Adopted: false } ? "guidance" : null,
        Criteria = [.. rules.OfType<Criterion>()], Timescales = [.. rules.OfType<Timescale>().Select(rule => rule with { Pack = id })], Checks = [.. rules.OfType<Check>()],
    };

    /// <summary>A case kept since 2000 (live) from events written "kind date k=v k=v".</summary>
    public static CaseFile Live(params string[] events) => File("2000-01-01", events);

    /// <summary>Loaded history.</summary>
    public static CaseFile Historic(params string[] events) => File(null, events);

    public static CaseFile File(string? keptSince, params string[] events) => new()
    {
        Reference = "C1", Partnership = "p1", Jurisdiction = "england",
        KeptSince = keptSince is null ? null : Day(keptSince),
        Events = [.. events.Select(Event)],
    };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static CaseEvent Event(string text, int index)
    {
        var parts = text.Split(' ');
        PartialDate.TryParse(parts[1] == "?" ? "" : parts[1].Replace('_', ' '), out var date, out var expected).ShouldBeTrue(expected);
        var attributes = parts.Skip(2).Where(part => !part.StartsWith('@')).Select(part => part.Split('=')).ToImmutableDictionary(pair => pair[0], pair => pair[1]);
        return new CaseEvent { Id = $"C1-E{index + 1}", Event = parts[0], Date = date, Attributes = attributes, Item = parts.FirstOrDefault(part => part.StartsWith('@'))?[1..] };
    }

    private static EventKind Kind(
        string name, bool repeats = false, EventMeaning means = EventMeaning.None, string? of = null, AttributeType[]? attributes = null, Implication[]? implied = null) => new()
        {
            Name = name, Title = name, Repeats = repeats, Means = means, Of = of,
            Milestone = name is "began" or "reported" or "judged",
            Attributes = [.. attributes ?? []], ImpliedBy = [.. implied ?? []],
        };

    private static AttributeType Choice(string name, params string[] choices) => Choice(name, AttributeMeaning.None, choices);

    private static AttributeType Choice(string name, AttributeMeaning means, params string[] choices) => new() { Name = name, Type = ValueKind.Choice, Choices = [.. choices], Means = means };

    private static AttributeType Text(string name, AttributeMeaning means) => new() { Name = name, Type = ValueKind.Text, Means = means };

    private static ImmutableDictionary<string, string> Of(string name, string value) => ImmutableDictionary<string, string>.Empty.Add(name, value);
}
