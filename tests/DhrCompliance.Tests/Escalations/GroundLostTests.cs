using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

public sealed class GroundLostTests
{
    private static readonly DateOnly Due = Day("2026-07-10");
    private static readonly DateOnly Late = Due.AddDays(1);

    [Fact]
    public void After_an_extension_those_told_hear_once_that_it_no_longer_stands_and_the_next_lateness_is_a_new_generation()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));
        var (extended, agreed) = (Due.AddDays(60), Due.AddDays(5));

        var plan = sweeping.Sweep(On(agreed, Row(agreed, extended)));

        plan.Notices.Select(Sweeping.Told).ShouldBe(["no-longer-stands#0 team", "no-longer-stands#0 author", "no-longer-stands#0 chair"]);
        plan.Withdrawn.Length.ShouldBe(3);
        sweeping.Told(On(agreed.AddDays(1), Row(agreed.AddDays(1), extended))).ShouldBeEmpty();

        var lateAgain = extended.AddDays(1);
        var again = sweeping.Sweep(On(lateAgain, Row(lateAgain, extended))).Notices;
        again.Length.ShouldBe(3);
        again.ShouldAllBe(notice => notice.Key.Step == "overdue" && notice.Key.Generation == 1);
    }

    [Fact]
    public void An_extension_found_only_when_it_too_has_passed_is_a_new_ground_and_nobody_is_told_of_the_old_one()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));
        var extended = Due.AddDays(60);
        var day = extended.AddDays(1);

        var plan = sweeping.Sweep(On(day, Row(day, extended)));

        plan.Notices.Select(Sweeping.Told).ShouldBe(["overdue#0 team", "overdue#0 author", "overdue#0 chair"]);
        plan.Notices.ShouldAllBe(notice => notice.Key.Generation == 1);
        plan.Withdrawn.Length.ShouldBe(3);
    }

    [Theory]
    [InlineData(TimescaleState.Met)]
    [InlineData(TimescaleState.MetLate)]
    [InlineData(TimescaleState.Waived)]
    [InlineData(TimescaleState.Ended)]
    [InlineData(TimescaleState.Paused)]
    [InlineData(TimescaleState.NotApplicable)]
    public void Met_waived_ended_paused_or_corrected_it_no_longer_stands(TimescaleState state)
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));

        sweeping.Told(On(Late.AddDays(3), Row(state)))
            .ShouldBe(["no-longer-stands#0 team", "no-longer-stands#0 author", "no-longer-stands#0 chair"]);
        sweeping.Told(On(Late.AddDays(4), Row(state))).ShouldBeEmpty();
    }

    [Fact]
    public void A_pause_begun_after_the_due_date_holds_the_ladder_and_takes_nothing_back()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));
        var paused = Row(TimescaleState.Paused) with { Because = [new Reason(ReasonTemplate.PauseTooLate, "inquest", null, On("2026-07-20"), On("2026-07-10"))] };

        var plan = sweeping.Sweep(On(Due.AddDays(60), paused));

        plan.Notices.ShouldBeEmpty();
        plan.Withdrawn.ShouldBeEmpty();
        sweeping.Told(On(Due.AddDays(84), Row(Due.AddDays(84), Due))).ShouldBe(["repeated#2 team", "repeated#2 chair"]);
    }

    [Fact]
    public void A_reminder_is_taken_back_in_silence_and_given_anew_for_the_new_day()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Due.AddDays(-10), Row(Due.AddDays(-10), Due)));
        var extended = Due.AddDays(60);

        var plan = sweeping.Sweep(On(Due, Row(Due, extended)));
        plan.Notices.ShouldBeEmpty();
        plan.Withdrawn.Length.ShouldBe(2);

        var again = sweeping.Sweep(On(extended.AddDays(-14), Row(extended.AddDays(-14), extended))).Notices;
        again.Select(Sweeping.Told).ShouldBe(["reminder#0 team", "reminder#0 author"]);
        again.ShouldAllBe(notice => notice.Key.Generation == 1);
    }

    [Fact]
    public void What_was_never_sent_is_withdrawn_without_a_word()
    {
        var sweeping = new Sweeping();
        sweeping.Vacant.UnionWith(["team", "author", "chair"]);
        sweeping.Sweep(On(Late, Row(Late, Due)));

        var plan = sweeping.Sweep(On(Late.AddDays(1), Row(TimescaleState.Met)));

        plan.Notices.ShouldBeEmpty();
        plan.Withdrawn.Length.ShouldBe(3);
    }

    [Fact]
    public void Whoever_hears_only_after_approval_hears_of_the_end_only_after_approval()
    {
        var day = Due.AddDays(90);
        var key = new NoticeKey("BEX-2026-01", "report", "once", "outside", 0, "ministry", 0);
        var sent = new SentNotices([new SentNotice(key, NoticeKind.Overdue, day, SentState.Told)]);

        var notice = new NoticePlanner(Rules).Plan(On(day.AddDays(1), Row(TimescaleState.MetLate)), sent, "england").Notices.ShouldHaveSingleItem();

        Sweeping.Told(notice).ShouldBe("no-longer-stands#0 ministry");
        notice.Held.ShouldBeTrue();
    }

    [Fact]
    public void A_row_that_is_gone_no_longer_stands_but_one_whose_rule_failed_says_nothing()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));

        sweeping.Sweep(On(Late) with { Failures = [new RuleFailure("edition-1/report", "overflow")] }).Withdrawn.ShouldBeEmpty();
        sweeping.Told(On(Late)).Count().ShouldBe(3);
    }

    [Fact]
    public void Where_the_rule_itself_is_gone_the_notice_is_withdrawn_in_silence()
    {
        var key = new NoticeKey("BEX-2026-01", "no-such-duty", "once", "overdue", 0, "team", 0);
        var sent = new SentNotices([new SentNotice(key, NoticeKind.Overdue, Due, SentState.Told)]);

        var plan = new NoticePlanner(Rules).Plan(On(Late), sent, "england");

        plan.Notices.ShouldBeEmpty();
        plan.Withdrawn.ShouldBe([key]);
    }

    [Fact]
    public void Editing_a_path_takes_nothing_back()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));
        var edited = RulesWith(TheLadder with { Steps = [TheLadder.Steps[0], TheLadder.Steps[1] with { OffsetDays = 7 }, .. TheLadder.Steps.Skip(2)] });

        new NoticePlanner(edited).Plan(On(Late.AddDays(1), Row(Late.AddDays(1), Due)), sweeping.Sent, "england").Withdrawn.ShouldBe(ImmutableArray<NoticeKey>.Empty);
    }
}
