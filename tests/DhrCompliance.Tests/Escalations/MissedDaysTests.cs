using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

/// <summary>What fell due while no sweep ran says so: after the last sweep's day and before this one's, both exclusive.</summary>
public sealed class MissedDaysTests
{
    private static readonly DateOnly Due = Day("2026-07-10");
    private static readonly DateOnly Late = Due.AddDays(1);

    [Theory]
    [InlineData(0, 10, true)]
    [InlineData(0, 2, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 10, false)]
    [InlineData(5, 10, false)]
    [InlineData(-20, 10, true)]
    public void It_is_said_of_a_day_that_lies_strictly_between_the_two_sweeps(int last, int now, bool said)
    {
        var missed = Plan(Due.AddDays(now), Due.AddDays(last)).Notices[0].Missed;

        missed.ShouldBe(said ? new Missed(Due.AddDays(last + 1), Due.AddDays(now - 1), Late, null) : null);
    }

    [Fact]
    public void Without_an_earlier_sweep_nothing_is_said() =>
        new NoticePlanner(Rules).Plan(On(Due.AddDays(10), Row(Due.AddDays(10), Due)), SentNotices.None, "england").Notices.ShouldAllBe(notice => notice.Missed == null);

    [Theory]
    [InlineData("2026-07-09", "2026-08-12", "It became overdue on Saturday 11 July 2026, and this step fell due on Friday 7 August 2026; found on Wednesday 12 August 2026, because no sweep ran from Friday 10 July 2026 to Tuesday 11 August 2026.")]
    [InlineData("2026-07-20", "2026-08-12", "This step fell due on Friday 7 August 2026; found on Wednesday 12 August 2026, because no sweep ran from Tuesday 21 July 2026 to Tuesday 11 August 2026.")]
    [InlineData("2026-07-09", "2026-08-07", "It became overdue on Saturday 11 July 2026; found on Friday 7 August 2026, because no sweep ran from Friday 10 July 2026 to Thursday 6 August 2026.")]
    [InlineData("2026-07-10", "2026-07-12", "It became overdue on Saturday 11 July 2026; found on Sunday 12 July 2026, because no sweep ran on Saturday 11 July 2026.")]
    [InlineData("2026-06-20", "2026-07-01", "It became due soon on Friday 26 June 2026; found on Wednesday 1 July 2026, because no sweep ran from Sunday 21 June 2026 to Tuesday 30 June 2026.")]
    public void The_mail_tells_when_it_began_and_when_the_step_fell_due(string last, string now, string told)
    {
        var assessment = On(Day(now), Row(Day(now), Due));
        var notice = Plan(Day(now), Day(last)).Notices[0];

        var mail = new NoticeWriter(Rules).Write(notice, assessment);

        mail.Text.ReplaceLineEndings(" ").ShouldContain(told);
        mail.Html.ShouldContain(told);
    }

    [Fact]
    public void Each_kind_has_its_own_words()
    {
        var day = Day("2026-11-20");
        var asked = Row(TimescaleState.Outstanding) with { Started = On("2026-10-16"), AskedFor = On("2026-11-13") };
        Text(On(day, asked), "2026-11-10").ShouldContain("It was to be asked for from Saturday 14 November 2026; found on");

        var check = Wording.Mails.Failing with { At = On("2026-11-14") };
        Text(On(day) with { Checks = [check] }, "2026-11-10")
            .ShouldContain("It has not been as it should be since Saturday 14 November 2026, and this step fell due on Sunday 15 November 2026; found on");
        Text(On(day, Row(TimescaleState.CannotTell)), "2026-11-10").ShouldNotContain("no sweep ran");
    }

    [Theory]
    [InlineData("2026-07-10", "2026-07-13", false)]
    [InlineData("2026-07-10", "2026-07-14", true)]
    [InlineData("2026-07-12", "2026-07-13", false)]
    [InlineData("2026-07-09", "2026-07-13", false)]
    public void A_day_of_quiet_that_lasted_until_today_is_no_missed_day(string last, string now, bool said)
    {
        var quiet = RulesWith(TheLadder with { QuietOnNonWorkingDays = true });

        new NoticePlanner(quiet).Plan(On(Day(now), Row(Day(now), Due)), SentNotices.None, "england", new PlanContext(Day(last)))
            .Notices.ShouldAllBe(notice => notice.Missed != null == said);
    }

    [Fact]
    public void What_was_found_earlier_and_waited_for_an_address_is_not_said_to_be_found_now()
    {
        var sweeping = new Sweeping();
        sweeping.Vacant.Add("chair");
        sweeping.Sweep(On(Late, Row(Late, Due)));
        var day = Late.AddDays(9);

        var notice = new NoticePlanner(Rules).Plan(On(day, Row(day, Due)), sweeping.Sent, "england", new PlanContext(Due)).Notices.ShouldHaveSingleItem();

        notice.StillWithoutAddress.ShouldBeTrue();
        notice.Missed.ShouldBeNull();
    }

    private static NoticePlan Plan(DateOnly now, DateOnly last) =>
        new NoticePlanner(Rules).Plan(On(now, Row(now, Due)), SentNotices.None, "england", new PlanContext(last));

    private static string Text(Assessment assessment, string last)
    {
        var plan = new NoticePlanner(Rules).Plan(assessment, SentNotices.None, "england", new PlanContext(Day(last)));
        return new NoticeWriter(Rules).Write(plan.Notices[0], assessment).Text.ReplaceLineEndings(" ");
    }
}
