using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Escalations;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

public sealed class NoticePlannerTests
{
    private static readonly DateOnly Due = Day("2026-07-10");

    [Theory]
    [InlineData("2026-06-25", "")]
    [InlineData("2026-06-26", "reminder#0 author, reminder#0 team")]
    [InlineData("2026-07-10", "reminder#0 author, reminder#0 team")]
    [InlineData("2026-07-11", "overdue#0 author, overdue#0 chair, overdue#0 team")]
    [InlineData("2026-08-06", "overdue#0 author, overdue#0 chair, overdue#0 team")]
    [InlineData("2026-08-07", "overdue#0 author, repeated#0 chair, repeated#0 team")]
    [InlineData("2026-09-03", "overdue#0 author, repeated#0 chair, repeated#0 team")]
    [InlineData("2026-09-04", "overdue#0 author, repeated#1 chair, repeated#1 team")]
    [InlineData("2026-10-01", "overdue#0 author, repeated#1 chair, repeated#1 team")]
    [InlineData("2026-10-02", "overdue#0 author, repeated#2 chair, repeated#2 team")]
    [InlineData("2026-10-07", "overdue#0 author, repeated#2 chair, repeated#2 team")]
    [InlineData("2026-10-08", "outside#0 ministry, overdue#0 author, repeated#2 chair, repeated#2 team")]
    public void The_highest_step_crossed_is_told_to_each_role(string day, string told) =>
        string.Join(", ", new Sweeping().Told(On(Day(day), Row(Day(day), Due))).Order(StringComparer.Ordinal)).ShouldBe(told);

    [Fact]
    public void Swept_every_day_each_step_and_repeat_is_told_once_on_its_own_day()
    {
        var sweeping = new Sweeping();
        var told = new List<string>();
        for (var day = Due.AddDays(-40); day <= Due.AddDays(100); day = day.AddDays(1))
        {
            told.AddRange(sweeping.Told(On(day, Row(day, Due))).Select(notice => $"{day.DayNumber - Due.DayNumber} {notice}"));
        }

        told.ShouldBe(
        [
            "-14 reminder#0 team", "-14 reminder#0 author",
            "1 overdue#0 team", "1 overdue#0 author", "1 overdue#0 chair",
            "28 repeated#0 team", "28 repeated#0 chair",
            "56 repeated#1 team", "56 repeated#1 chair",
            "84 repeated#2 team", "84 repeated#2 chair",
            "90 outside#0 ministry",
        ]);
    }

    [Theory]
    [InlineData("2026-06-26")]
    [InlineData("2026-07-11")]
    [InlineData("2026-10-08")]
    public void A_second_sweep_of_the_same_day_plans_nothing(string day)
    {
        var sweeping = new Sweeping();
        sweeping.Told(On(Day(day), Row(Day(day), Due))).ShouldNotBeEmpty();

        var again = sweeping.Sweep(On(Day(day), Row(Day(day), Due)));

        again.Notices.ShouldBeEmpty();
        again.PassedOver.ShouldBeEmpty();
        again.Withdrawn.ShouldBeEmpty();
    }

    [Fact]
    public void After_downtime_the_lower_steps_are_passed_over_and_never_told()
    {
        var sweeping = new Sweeping();
        var day = Due.AddDays(30);

        var plan = sweeping.Sweep(On(day, Row(day, Due)));

        plan.PassedOver.Select(key => $"{key.Step} {key.Role}").ShouldBe(["overdue team", "overdue chair"], ignoreOrder: true);
        sweeping.Told(On(day.AddDays(1), Row(day.AddDays(1), Due))).ShouldBeEmpty();
    }

    [Fact]
    public void A_step_that_needs_approval_is_planned_as_held_and_holds_up_nothing_else()
    {
        var day = Due.AddDays(90);

        var notices = new Sweeping().Sweep(On(day, Row(day, Due))).Notices;

        notices.Where(notice => notice.Held).Select(Sweeping.Told).ShouldBe(["outside#0 ministry"]);
        notices.Length.ShouldBe(4);
    }

    [Fact]
    public void A_case_that_is_not_live_is_told_of_to_nobody_and_what_was_planned_is_withdrawn()
    {
        var sweeping = new Sweeping();
        var day = Due.AddDays(1);
        sweeping.Sweep(On(day, Row(day, Due)));

        var closed = sweeping.Sweep(On(day, Row(day, Due), Row(TimescaleState.CannotTell, Tell)) with { Live = false });

        closed.Notices.ShouldBeEmpty();
        closed.Withdrawn.Length.ShouldBe(3);
        sweeping.Sweep(On(day, Row(day, Due)) with { Live = false }).Withdrawn.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-07-10", 0)]
    [InlineData("2026-07-11", 3)]
    public void An_outstanding_duty_is_asked_for_after_its_day_and_never_called_overdue(string day, int told)
    {
        var row = Row(TimescaleState.Outstanding) with { AskedFor = On("2026-07-10") };

        var notices = new Sweeping().Sweep(On(Day(day), row)).Notices;

        notices.Length.ShouldBe(told);
        notices.ShouldAllBe(notice => notice.Kind == NoticeKind.Outstanding && notice.Key.Step == "overdue");
    }

    [Theory]
    [InlineData("2026-07-10", "")]
    [InlineData("2026-07-11", "overdue#0 author, overdue#0 chair, overdue#0 team")]
    [InlineData("2026-08-07", "overdue#0 author, repeated#0 chair, repeated#0 team")]
    public void A_check_that_fails_is_told_from_its_moment_on(string day, string told)
    {
        var failing = new CheckResult { Rule = Seen, Instance = "once", State = CheckState.Fails, At = On("2026-07-10") };

        var notices = new Sweeping().Sweep(On(Day(day)) with { Checks = [failing] }).Notices;

        string.Join(", ", notices.Select(Sweeping.Told).Order(StringComparer.Ordinal)).ShouldBe(told);
        notices.ShouldAllBe(notice => notice.Kind == NoticeKind.CheckFails && notice.Key.Duty == "local/seen");
    }

    [Fact]
    public void Where_nobody_knows_since_when_a_check_fails_only_its_first_step_is_told()
    {
        var failing = new CheckResult { Rule = Seen, Instance = "once", State = CheckState.Fails, At = DateInterval.Unknown };
        var sweeping = new Sweeping();

        sweeping.Told(On(Due) with { Checks = [failing] }).ShouldBe(["overdue#0 team", "overdue#0 author", "overdue#0 chair"]);
        sweeping.Told(On(Due.AddDays(200)) with { Checks = [failing] }).ShouldBeEmpty();
    }

    [Fact]
    public void Between_the_ends_of_an_uncertain_due_date_nothing_is_told_but_the_question()
    {
        var row = Row(TimescaleState.CannotTell) with { Due = new DateInterval(Day("2026-07-01"), Day("2026-07-31")) };

        new Sweeping().Told(On(Day("2026-07-15"), row)).ShouldBe(["cannot-tell#0 team"]);
    }

    [Fact]
    public void An_uncertain_due_date_reminds_by_its_earliest_day_and_is_overdue_from_its_latest()
    {
        var due = new DateInterval(Day("2026-07-01"), Day("2026-07-31"));
        TimescaleResult In(TimescaleState state) => Row(state) with { Due = due };

        new Sweeping().Told(On(Day("2026-06-16"), In(TimescaleState.Running))).ShouldBeEmpty();
        new Sweeping().Told(On(Day("2026-06-17"), In(TimescaleState.DueSoon))).ShouldBe(["reminder#0 team", "reminder#0 author"]);
        new Sweeping().Told(On(Day("2026-08-01"), In(TimescaleState.Overdue))).ShouldBe(["overdue#0 team", "overdue#0 author", "overdue#0 chair"]);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-06-26")]
    [InlineData("2026-06-26", "2026-07-11")]
    [InlineData("2026-07-11", "2026-08-07")]
    [InlineData("2026-10-02", "2026-10-08")]
    [InlineData("2026-10-08", "2026-10-30")]
    public void The_next_day_is_that_of_the_next_step_or_repeat(string day, string next) =>
        new Sweeping().Sweep(On(Day(day), Row(Day(day), Due))).NextOn.ShouldBe(Day(next));

    [Fact]
    public void Each_notice_says_what_the_path_does_next()
    {
        var next = new Sweeping().Sweep(On(Due.AddDays(84), Row(Due.AddDays(84), Due))).Notices[0].Next.ShouldNotBeNull();

        next.On.ShouldBe(Due.AddDays(90));
        next.Roles.ShouldBe(["ministry"]);
        next.AfterApproval.ShouldBeTrue();
    }

    [Fact]
    public void A_notice_to_a_role_that_nobody_holds_is_planned_again_until_somebody_does()
    {
        var sweeping = new Sweeping();
        sweeping.Vacant.Add("author");
        var day = Due.AddDays(1);
        sweeping.Sweep(On(day, Row(day, Due)));

        var waiting = sweeping.Sweep(On(day.AddDays(3), Row(day.AddDays(3), Due))).Notices.ShouldHaveSingleItem();
        waiting.StillWithoutAddress.ShouldBeTrue();
        waiting.Key.Role.ShouldBe("author");

        sweeping.Vacant.Clear();
        sweeping.Told(On(day.AddDays(4), Row(day.AddDays(4), Due))).ShouldBe(["overdue#0 author"]);
        sweeping.Told(On(day.AddDays(5), Row(day.AddDays(5), Due))).ShouldBeEmpty();
    }

    [Fact]
    public void A_key_is_read_back_from_its_text()
    {
        var key = new NoticeKey("A|B%7C", "local/tell", "E%1", "overdue", 3, "team", 2);

        NoticeKey.Parse(key.ToString()).ShouldBe(key);
        key.ToString().Count(letter => letter == '|').ShouldBe(6);
        Should.Throw<FormatException>(() => NoticeKey.Parse("a|b|c|d|x|f|0"));
        Should.Throw<FormatException>(() => NoticeKey.Parse("a|b"));
    }
}
