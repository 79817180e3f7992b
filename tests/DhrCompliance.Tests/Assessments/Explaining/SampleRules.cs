using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Assessments.Explaining.Sample;

namespace DhrCompliance.Tests.Assessments.Explaining;

/// <summary>A rulebook and rows made by hand.</summary>
internal static class SampleRules
{
    public static Timescale Decide { get; } = new()
    {
        Pack = "edition-1",
        Id = "decide",
        Title = "Decide whether to hold a review",
        Owner = "csp",
        Force = Force.Guidance,
        Cite = [new Citation { Source = "first", At = "para 6.2", Quote = "within one month" }, new Citation { Source = "edition-2" }],
        Limit = new Within(new LimitTerms(new Period(1, PeriodUnit.Months))),
        Starts = [new StartEvent(new EventPattern { Event = "notified" })],
        MetBy = new MetByEvent(new EventPattern { Event = "decision" }),
        Escalation = "path",
    };

    public static Timescale Write { get; } = Decide with
    {
        Pack = "edition-2",
        Id = "write",
        Title = "Write the report",
        Owner = "chair",
        Verified = true,
        MetBy = new MetByEvent(new EventPattern { Event = "report" }),
    };

    public static Check Seen { get; } = new()
    {
        Pack = "edition-2",
        Id = "seen",
        Title = "The report was seen first",
        Basis = Basis.Proposed,
        Cite = [new Citation { Source = "second" }],
        Order = [new EventPattern { Event = "report" }, new EventPattern { Event = "told" }],
    };

    public static Rulebook TheRules { get; } = new()
    {
        Vocabulary = TheWords,
        Packs =
        [
            new Pack
            {
                Id = "edition-1",
                Title = "First edition",
                Series = "guidance",
                Verified = false,
                Sources = ImmutableDictionary<string, Source>.Empty.Add(
                    "first", new Source { Title = "April 2011 guidance", Publisher = "Home Office", Reports = "what a published overview report of 2012 quotes" }),
                Timescales = [Decide],
            },
            new Pack
            {
                Id = "edition-2",
                Title = "Second edition",
                Series = "guidance",
                Sources = ImmutableDictionary<string, Source>.Empty.Add("second", new Source { Title = "Second guidance" }),
                Timescales = [Write],
                Checks = [Seen],
            },
        ],
        Paths =
        [
            new EscalationPath
            {
                Id = "path",
                Title = "A limit",
                Steps =
                [
                    new EscalationStep { Id = "reminder", OffsetDays = -14, To = ["owner"] },
                    new EscalationStep { Id = "overdue", OffsetDays = 1, To = ["owner", "csp"] },
                    new EscalationStep { Id = "again", OffsetDays = 28, EveryDays = 28, To = ["chair"], ApprovalRequired = true },
                ],
            },
        ],
        Calendars = ImmutableDictionary<string, HolidayCalendar>.Empty.Add("england", new HolidayCalendar("England and Wales", [], Day("2027-12-31"))),
        Hash = "sha256:0123",
    };

    public static TimescaleResult CannotTell { get; } = new()
    {
        Rule = Decide,
        Instance = "once",
        State = TimescaleState.CannotTell,
        Possible = StateSet.Of(TimescaleState.Met).With(TimescaleState.MetLate),
        Started = On("2013-05-29"),
        OriginalDue = On("2013-06-29"),
        Due = On("2013-06-29"),
        Target = Day("2013-06-28"),
        DaysLateAtMost = 12,
        DaysLateAgainstOriginalAtMost = 12,
        Missing = ["decision"],
        Because =
        [
            new Reason(ReasonTemplate.StartedBy, "notified", First: On("2013-05-29")),
            new Reason(ReasonTemplate.DueFrom, Other: "1 month", First: On("2013-05-29"), Second: On("2013-06-29")),
            new Reason(ReasonTemplate.WorkingDayTarget, Other: "Saturday", First: On("2013-06-28"), Second: On("2013-06-29")),
            new Reason(ReasonTemplate.EditionsCould, "notified", "edition-1 edition-2", On("2013-05-29")),
            new Reason(ReasonTemplate.MetByImplied, "decision", "told", By("2013-07-11"), On("2013-07-11")),
            new Reason(ReasonTemplate.InTimeOrLate, Number: 12),
            new Reason(ReasonTemplate.SettledByDateOf, "decision"),
        ],
    };

    public static TimescaleResult Late { get; } = new()
    {
        Rule = Write,
        Instance = "once",
        State = TimescaleState.Overdue,
        Possible = StateSet.Of(TimescaleState.Overdue),
        Started = On("2026-01-10"),
        OriginalDue = On("2026-07-10"),
        Due = On("2026-09-30"),
        Target = Day("2026-09-30"),
        DaysLateAtLeast = 51,
        DaysLateAtMost = 51,
        DaysLateAgainstOriginalAtLeast = 133,
        DaysLateAgainstOriginalAtMost = 133,
        Because =
        [
            new Reason(ReasonTemplate.StartedBy, "decision", First: On("2026-01-10")),
            new Reason(ReasonTemplate.DueFrom, Other: "6 months", First: On("2026-01-10"), Second: On("2026-07-10")),
            new Reason(ReasonTemplate.ExtendedTo, Other: "csp", First: On("2026-06-01"), Second: On("2026-09-30")),
            new Reason(ReasonTemplate.NotMet, "report", First: On("2025-01-01")),
            new Reason(ReasonTemplate.OverdueBy, Number: 51, Number2: 51),
        ],
    };

    public static CaseFile TheFile { get; } = new()
    {
        Reference = "R02",
        Partnership = "devon",
        Jurisdiction = "england",
        KeptSince = Day("2025-01-01"),
        Events =
        [
            new CaseEvent { Id = "R02-E1", Event = "notified", Date = On("2025-12-01") },
            new CaseEvent { Id = "R02-E2", Event = "decision", Date = On("2026-01-10") },
        ],
    };

    public static Assessment TheAssessment { get; } = new()
    {
        Reference = "R02",
        AsOf = Day("2026-11-20"),
        Live = true,
        Editions = ["edition-1", "edition-2"],
        Criteria = [],
        Timescales =
        [
            CannotTell,
            Late,
            Late with { Rule = Write with { Id = "later", Title = "Send it" }, State = TimescaleState.NotStarted, Because = [new Reason(ReasonTemplate.NotStarted, "report")] },
        ],
        Checks =
        [
            new CheckResult
            {
                Rule = Seen,
                Instance = "once",
                State = CheckState.Fails,
                Because = [new Reason(ReasonTemplate.OrderWithout, "report", "told", Second: On("2026-10-01"))],
            },
        ],
        Milestones = [new Milestone("notified", "decision", 40, 40)],
        Questions = [new Question("decision", new Reason(ReasonTemplate.AskDate, "decision", First: By("2013-07-11")), 1)],
        Failures = [new RuleFailure("edition-2/broken", "the limit overflows.")],
        NextChangeOn = Day("2026-11-25"),
    };
}
