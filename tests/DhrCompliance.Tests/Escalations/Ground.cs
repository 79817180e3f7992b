using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Escalations;

/// <summary>A small rulebook and rows of it, made by hand: what the planner is given, without an assessor.</summary>
internal static class Ground
{
    public static EscalationPath TheLadder { get; } = new()
    {
        Id = "ladder",
        Title = "A ladder",
        Steps =
        [
            new() { Id = "reminder", OffsetDays = -14, To = ["team", "owner"] },
            new() { Id = "overdue", OffsetDays = 1, To = ["team", "owner", "chair"] },
            new() { Id = "repeated", OffsetDays = 28, EveryDays = 28, To = ["team", "chair"] },
            new() { Id = "outside", OffsetDays = 90, To = ["ministry"], ApprovalRequired = true },
        ],
        AcknowledgeAtMostDays = 28,
        CannotTell = new CannotTellAsking("team", 28, 3, "chair"),
    };

    public static Timescale Report { get; } = Duty("edition-1", "report", "Complete the overview report");

    public static Timescale ReportOfTheNext { get; } = Duty("edition-2", "report", "Complete the overview report");

    public static Timescale Tell { get; } = Duty("local", "tell", "Tell the family");

    public static Check Seen { get; } = new()
    {
        Pack = "local",
        Id = "seen",
        Title = "The family saw the report first",
        Owner = "author",
        Escalation = "ladder",
        Cite = [new Citation { Source = "handbook", At = "Stage 4" }],
    };

    public static Rulebook Rules { get; } = RulesWith(TheLadder);

    public static Rulebook RulesWith(EscalationPath path) => RulesWith(path, Report, ReportOfTheNext);

    public static Rulebook RulesWith(EscalationPath path, Timescale report, Timescale reportOfTheNext) => new()
    {
        Vocabulary = new Vocabulary
        {
            Events = [new EventKind { Name = "written", Title = "the completion of the report" }, new EventKind { Name = "asked", Title = "the commission" }],
            Facts = [new FactType { Name = "secret", Question = "Did it happen in private?", Type = ValueKind.YesNo, Sensitive = true }],
            Roles =
            [
                Role("team", "the community safety team"), Role("author", "the chair of the review"),
                Role("chair", "the chair of the partnership"), Role("ministry", "the Home Office"),
            ],
        },
        Packs =
        [
            new Pack
            {
                Id = "edition-1", Title = "First edition", Series = "guidance", Timescales = [report],
                Names = ImmutableDictionary<string, string>.Empty.Add("short", "DHR"), Sources = Handbook,
            },
            new Pack { Id = "edition-2", Title = "Second edition", Series = "guidance", Verified = false, Timescales = [reportOfTheNext], Sources = Handbook },
            new Pack { Id = "local", Title = "Local protocol", Timescales = [Tell], Checks = [Seen], Sources = Handbook },
        ],
        Paths = [path],
        Calendars = ImmutableDictionary<string, HolidayCalendar>.Empty
            .Add("england", new HolidayCalendar("england", [new(Day("2026-05-04"), "Early May")], Day("2030-12-31"))),
        Hash = "sha256:0",
    };

    public static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    public static DateInterval On(string day) => DateInterval.On(Day(day));

    /// <summary>A case assessed on a day, under the first edition alone unless told otherwise.</summary>
    public static Assessment On(DateOnly day, params TimescaleResult[] rows) => new()
    {
        Reference = "BEX-2026-01",
        AsOf = day,
        Live = true,
        Editions = ["edition-1"],
        Criteria = [],
        Timescales = [.. rows],
        Checks = [],
        Milestones = [],
        Questions = [],
        Failures = [],
        NextChangeOn = null,
    };

    /// <summary>The row of a duty due on a day, in the state that it has on the day assessed.</summary>
    public static TimescaleResult Row(DateOnly day, DateOnly due, Timescale? rule = null)
    {
        var state = day > due ? TimescaleState.Overdue : day >= due.AddDays(-14) ? TimescaleState.DueSoon : TimescaleState.Running;
        return Row(state, rule) with
        {
            Started = DateInterval.On(due.AddMonths(-6)),
            OriginalDue = DateInterval.On(due),
            Due = DateInterval.On(due),
            DaysLateAtLeast = Math.Max(0, day.DayNumber - due.DayNumber),
            DaysLateAtMost = Math.Max(0, day.DayNumber - due.DayNumber),
        };
    }

    public static TimescaleResult Row(TimescaleState state, Timescale? rule = null) =>
        new() { Rule = rule ?? Report, Instance = "once", State = state, Possible = StateSet.Of(state) };

    private static ImmutableDictionary<string, Source> Handbook => ImmutableDictionary<string, Source>.Empty
        .Add("handbook", new Source { Title = "A handbook", Publisher = "The publisher" });

    public static Timescale Duty(string pack, string id, string title) => new()
    {
        Pack = pack,
        Id = id,
        Title = title,
        Owner = "author",
        Force = Force.Guidance,
        Cite = [new Citation { Source = "handbook", At = "para 6.2", Quote = "within six months" }],
        Limit = new Within(new LimitTerms(new Period(6, PeriodUnit.Months))),
        MetBy = new MetByEvent(new EventPattern { Event = "written" }),
        Escalation = "ladder",
    };

    private static RoleType Role(string name, string title) => new() { Name = name, Title = title, BoundTo = RoleBinding.Partnership };
}
