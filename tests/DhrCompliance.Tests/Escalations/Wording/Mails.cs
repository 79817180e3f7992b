using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations.Wording;

/// <summary>Notices as they are planned and written.</summary>
internal static class Mails
{
    public static readonly DateOnly Today = Day("2026-11-20");

    /// <summary>A report agreed late to be due on 30 September 2026, and still not there.</summary>
    public static TimescaleResult Late { get; } = Row(Today, Day("2026-09-30")) with
    {
        Started = On("2026-01-10"),
        OriginalDue = On("2026-07-10"),
        DaysLateAgainstOriginalAtLeast = 133,
        DaysLateAgainstOriginalAtMost = 133,
        Because =
        [
            new Reason(ReasonTemplate.StartedBy, "asked", null, On("2026-01-10")),
            new Reason(ReasonTemplate.DueFrom, null, "6 months", On("2026-01-10"), On("2026-07-10")),
            new Reason(ReasonTemplate.ExtendedTo, null, "chair", On("2026-07-01"), On("2026-09-30")),
            new Reason(ReasonTemplate.NotMet, "written", null, On("2026-01-01")),
            new Reason(ReasonTemplate.OverdueBy, Number: 51, Number2: 51),
        ],
    };

    public static Mail First(Assessment assessment, Rulebook? rules = null, SentNotices? sent = null)
    {
        var plan = new NoticePlanner(rules ?? Rules).Plan(assessment, sent ?? SentNotices.None, "england");
        return new NoticeWriter(rules ?? Rules).Write(plan.Notices[0], assessment, delivery: "0f3a5c7d9e1b2c4d6f8a0b1c");
    }

    public static CheckResult Failing { get; } = new()
    {
        Rule = Seen,
        Instance = "once",
        State = CheckState.Fails,
        At = new DateInterval(Day("2026-10-01"), Day("2026-10-31")),
        Because = [new Reason(ReasonTemplate.OrderWithout, "asked", "written", default, On("2026-10-31"))],
    };
}
