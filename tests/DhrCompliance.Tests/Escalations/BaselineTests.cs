using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks;
using FsCheck.Fluent;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

/// <summary>What was late already when it was first assessed: told in a summary, and its path begins fourteen days later.</summary>
public sealed class BaselineTests
{
    private static readonly DateOnly Due = Day("2024-03-01");
    private static readonly DateOnly First = Day("2026-07-01");

    private static Rulebook WithBacklog(EscalationPath? path = null, int days = 14) =>
        RulesWith(path ?? TheLadder) with { Post = new PostRules { Backlog = new BacklogRules(["team", "chair"], days) } };

    [Fact]
    public void What_is_late_at_first_is_told_in_the_summary_and_nothing_of_its_path()
    {
        var plan = new Sweeping(WithBacklog()).Sweep(Late(First), Sweeping.First);

        plan.Backlog.Select(Sweeping.Told).ShouldBe(["backlog#0 team", "backlog#0 chair"]);
        plan.Backlog.ShouldAllBe(notice => notice.Kind == NoticeKind.Overdue && !notice.Held && !notice.MailedLater);
        plan.Notices.ShouldBeEmpty();
        plan.PassedOver.ShouldBeEmpty();
        plan.NextOn.ShouldBe(First.AddDays(15));
        plan.Backlog[0].Next.ShouldNotBeNull().Roles.ShouldBe(["author"]);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(13, "")]
    [InlineData(14, "")]
    [InlineData(15, "overdue#0 author")]
    [InlineData(41, "overdue#0 author")]
    [InlineData(42, "repeated#0 team, repeated#0 chair, overdue#0 author")]
    [InlineData(70, "repeated#1 team, overdue#0 author, repeated#1 chair")]
    [InlineData(103, "repeated#2 team, overdue#0 author, repeated#2 chair")]
    [InlineData(104, "repeated#2 team, overdue#0 author, repeated#2 chair, outside#0 ministry")]
    public void Its_path_counts_from_the_day_on_which_it_begins(int later, string told)
    {
        var sweeping = new Sweeping(WithBacklog());
        sweeping.Begin(Late(First)).Count().ShouldBe(2);

        sweeping.Told(Late(First.AddDays(later))).ShouldBe(told.Length == 0 ? [] : told.Split(", "), ignoreOrder: true);
    }

    [Fact]
    public void Whoever_was_told_by_the_summary_hears_of_the_first_step_no_more_and_it_is_not_said_to_be_passed_over()
    {
        var sweeping = new Sweeping(WithBacklog());
        sweeping.Begin(Late(First)).ShouldNotBeEmpty();

        sweeping.Sweep(Late(First.AddDays(42))).PassedOver.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(13, 0)]
    [InlineData(14, 1)]
    [InlineData(15, 1)]
    public void What_is_missing_is_asked_for_from_the_day_on_which_the_path_begins(int later, int asked)
    {
        var sweeping = new Sweeping(WithBacklog());
        sweeping.Sweep(On(First, Row(TimescaleState.CannotTell)), Sweeping.First).Backlog.ShouldAllBe(notice => notice.Kind == NoticeKind.Question);

        var plan = sweeping.Sweep(On(First.AddDays(later), Row(TimescaleState.CannotTell)));

        plan.Notices.Count(notice => notice.Kind == NoticeKind.Question).ShouldBe(asked);
        plan.NextOn.ShouldBe(asked == 0 ? First.AddDays(14) : First.AddDays(later + 28));
    }

    [Fact]
    public void What_was_missing_and_turns_out_to_be_late_begins_its_path_late_too()
    {
        var sweeping = new Sweeping(WithBacklog());
        sweeping.Begin(On(First, Row(TimescaleState.CannotTell))).Count().ShouldBe(2);

        var plan = sweeping.Sweep(Late(First.AddDays(3)));

        plan.Withdrawn.Length.ShouldBe(2);
        plan.Notices.ShouldBeEmpty();
        sweeping.Told(Late(First.AddDays(15))).ShouldBe(["overdue#0 team", "overdue#0 author", "overdue#0 chair"]);
    }

    [Fact]
    public void A_due_date_agreed_after_the_summary_counts_from_itself()
    {
        var sweeping = new Sweeping(WithBacklog());
        sweeping.Begin(Late(First)).Count().ShouldBe(2);
        var (agreed, due) = (First.AddDays(5), First.AddDays(60));

        var plan = sweeping.Sweep(On(agreed, Row(agreed, due)));

        plan.Withdrawn.Select(key => key.Step).ShouldBe(["backlog", "backlog"]);
        plan.Notices.ShouldBeEmpty();
        sweeping.Told(On(due.AddDays(1), Row(due.AddDays(1), due))).ShouldBe(["overdue#0 team", "overdue#0 author", "overdue#0 chair"]);
    }

    [Fact]
    public void Whoever_heard_of_it_in_the_summary_alone_is_not_told_that_it_no_longer_stands()
    {
        var sweeping = new Sweeping(WithBacklog());
        sweeping.Begin(Late(First)).Count().ShouldBe(2);
        sweeping.Told(Late(First.AddDays(15))).ShouldBe(["overdue#0 author"]);

        var plan = sweeping.Sweep(On(First.AddDays(16), Row(TimescaleState.MetLate)));

        plan.Withdrawn.Length.ShouldBe(3);
        plan.Notices.Select(Sweeping.Told).ShouldBe(["no-longer-stands#0 author"]);
    }

    [Fact]
    public void A_reminder_is_no_backlog()
    {
        var plan = new Sweeping(WithBacklog()).Sweep(On(Due.AddDays(-3), Row(Due.AddDays(-3), Due)), Sweeping.First);

        plan.Backlog.ShouldBeEmpty();
        plan.Notices.Select(Sweeping.Told).ShouldBe(["reminder#0 team", "reminder#0 author"]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    public void The_due_date_itself_is_not_late(int after, int told) =>
        new Sweeping(WithBacklog()).Begin(On(Due.AddDays(after), Row(Due.AddDays(after), Due))).Count().ShouldBe(told);

    [Fact]
    public void A_rule_that_was_assessed_before_climbs_its_path()
    {
        var context = new PlanContext(WasAssessed: rule => rule.Pack == "edition-1");

        var plan = new Sweeping(WithBacklog()).Sweep(On(First, LateRow(First), LateRow(First, Tell)), context);

        plan.Backlog.Select(notice => notice.Key.Duty).Distinct().ShouldBe(["local/tell"]);
        plan.Notices.Select(notice => notice.Key.Duty).Distinct().ShouldBe(["report"]);
    }

    [Fact]
    public void Rules_that_have_no_summary_climb_their_paths_at_once()
    {
        var plan = new Sweeping(Rules).Sweep(Late(First), Sweeping.First);

        plan.Backlog.ShouldBeEmpty();
        plan.Notices.ShouldContain(notice => notice.Held);
    }

    [Fact]
    public void Two_editions_that_agree_are_one_thing_in_the_summary_and_two_that_do_not_are_none()
    {
        var both = Late(First) with { Editions = ["edition-1", "edition-2"] };
        var agree = both with { Timescales = [LateRow(First), LateRow(First, ReportOfTheNext)] };
        var differ = both with { Timescales = [LateRow(First), Row(First, First.AddDays(40), ReportOfTheNext)] };

        new Sweeping(WithBacklog()).Begin(agree).ShouldBe(["backlog#0 team", "backlog#0 chair"]);
        new Sweeping(WithBacklog()).Begin(differ).ShouldBeEmpty();
    }

    [Fact]
    public void An_edition_that_was_assessed_speaks_for_the_duty() =>
        new Sweeping(WithBacklog()).Sweep(
            Late(First) with { Editions = ["edition-1", "edition-2"], Timescales = [LateRow(First), LateRow(First, ReportOfTheNext)] },
            new PlanContext(WasAssessed: rule => rule.Pack == "edition-2")).Backlog.ShouldBeEmpty();

    [Fact]
    public void A_check_that_fails_on_the_very_day_is_new_and_one_that_failed_before_is_not()
    {
        new Sweeping(WithBacklog()).Begin(Failing(First, First)).ShouldBeEmpty();
        new Sweeping(WithBacklog()).Begin(Failing(First, First.AddDays(-1))).Count().ShouldBe(2);
    }

    [Fact]
    public void Of_what_nobody_knows_since_when_the_first_step_waits_for_the_path_to_begin()
    {
        var sweeping = new Sweeping(WithBacklog());
        Assessment Unknown(DateOnly day) => On(day, Row(TimescaleState.Outstanding));
        var plan = sweeping.Sweep(Unknown(First), Sweeping.First);
        plan.Backlog.Length.ShouldBe(2);
        plan.NextOn.ShouldBe(First.AddDays(15));

        sweeping.Told(Unknown(First.AddDays(14))).ShouldBeEmpty();
        sweeping.Told(Unknown(First.AddDays(15))).ShouldBe(["overdue#0 author"]);
        sweeping.Told(Unknown(First.AddDays(400))).ShouldBeEmpty();
    }

    [Fact]
    public void A_role_that_nobody_holds_gets_its_summary_when_somebody_does()
    {
        var sweeping = new Sweeping(WithBacklog());
        sweeping.Vacant.Add("chair");
        sweeping.Begin(Late(First)).Count().ShouldBe(2);

        var again = sweeping.Sweep(Late(First.AddDays(2))).Backlog.ShouldHaveSingleItem();
        (again.Key.Role, again.StillWithoutAddress).ShouldBe(("chair", true));
        sweeping.Vacant.Clear();
        sweeping.Sweep(Late(First.AddDays(3))).Backlog.Length.ShouldBe(1);
        sweeping.Sweep(Late(First.AddDays(4))).Backlog.ShouldBeEmpty();
    }

    [Fact]
    public void On_a_quiet_day_it_is_remembered_and_mailed_on_the_next_that_is_not()
    {
        var sweeping = new Sweeping(WithBacklog(TheLadder with { QuietOnNonWorkingDays = true }));
        var saturday = Day("2026-07-04");

        var plan = sweeping.Sweep(Late(saturday), Sweeping.First);
        plan.Backlog.Length.ShouldBe(2);
        plan.Backlog.ShouldAllBe(notice => notice.MailedLater);
        plan.NextOn.ShouldBe(saturday.AddDays(2));

        // The next sweep finds it assessed already, and has not forgotten it.
        sweeping.Sweep(Late(saturday.AddDays(1))).Backlog.ShouldBeEmpty();
        sweeping.Sweep(Late(saturday.AddDays(2))).Backlog.Select(Sweeping.Told).ShouldBe(["backlog#0 team", "backlog#0 chair"]);
        sweeping.Sweep(Late(saturday.AddDays(3))).Backlog.ShouldBeEmpty();
        sweeping.Sweep(Late(saturday.AddDays(15))).Notices.Select(Sweeping.Told).ShouldBeEmpty(); // a Sunday
        sweeping.Sweep(Late(saturday.AddDays(16))).Notices.Select(Sweeping.Told).ShouldBe(["overdue#0 author"]);
    }

    [Fact]
    public void Whoever_hears_no_more_today_gets_the_summary_tomorrow()
    {
        var sweeping = new Sweeping(WithBacklog());
        var plan = sweeping.Sweep(Late(First), new PlanContext(WasAssessed: _ => false, Waits: notice => notice.Key.Role == "chair"));

        plan.Backlog.Select(notice => (notice.Key.Role, notice.MailedLater)).ShouldBe([("team", false), ("chair", true)]);
        plan.NextOn.ShouldBe(First.AddDays(1));
        sweeping.Sweep(Late(First.AddDays(1))).Backlog.Select(Sweeping.Told).ShouldBe(["backlog#0 chair"]);
    }

    [Fact]
    public void A_path_that_would_tell_nobody_of_it_puts_nothing_into_the_summary()
    {
        var reminds = TheLadder with { Steps = [TheLadder.Steps[0]], CannotTell = null };

        new Sweeping(WithBacklog(reminds)).Begin(Late(First)).ShouldBeEmpty();
        new Sweeping(WithBacklog(reminds)).Begin(On(First, Row(TimescaleState.CannotTell))).ShouldBeEmpty();
    }

    /// <summary>Whoever looks every day, and whoever looks only on the days that the plan names, tell the same.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(14)]
    public void A_sweep_on_the_days_that_the_plan_names_tells_what_a_sweep_of_every_day_tells(int days)
    {
        var path = TheLadder with { QuietOnNonWorkingDays = true };
        foreach (var row in new Func<DateOnly, Assessment>[] { Late, day => On(day, Row(TimescaleState.CannotTell)), day => Failing(day, Due) })
        {
            var (daily, named) = (new Sweeping(WithBacklog(path, days)), new Sweeping(WithBacklog(path, days)));
            var (every, some) = (new List<string>(), new List<string>());
            DateOnly? next = First;
            for (var day = First; day < First.AddDays(200); day = day.AddDays(1))
            {
                var context = day == First ? Sweeping.First : null;
                every.AddRange(Says(daily.Sweep(row(day), context), day));
                if (next <= day)
                {
                    var plan = named.Sweep(row(day), context);
                    some.AddRange(Says(plan, day));
                    next = plan.NextOn;
                }
            }

            every.ShouldNotBeEmpty();
            some.ShouldBe(every);
        }
    }

    [Fact]
    public void Where_everything_was_assessed_before_all_is_told_as_ever() => Properties.Hold(
        Gen.Choose(-30, 200).SelectMany(first => Gen.Choose(0, 100).Select(later => (First: first, Later: later))),
        days =>
        {
            var (before, now) = (new Sweeping(Rules), new Sweeping(WithBacklog()));
            var assessed = new PlanContext(WasAssessed: _ => true);
            return new[] { days.First, days.First + days.Later }.Select(days => Due.AddDays(days)).All(day =>
                Says(before.Sweep(On(day, Row(day, Due))), day).SequenceEqual(Says(now.Sweep(On(day, Row(day, Due)), assessed), day)));
        });

    private static List<string> Says(NoticePlan plan, DateOnly day) =>
        [.. plan.Notices.Concat(plan.Backlog).Select(notice => $"{day:O} {Sweeping.Told(notice)} {notice.MailedLater}"), .. plan.PassedOver.Select(key => $"{day:O} passed {key}")];

    private static Assessment Late(DateOnly day) => On(day, LateRow(day));

    private static TimescaleResult LateRow(DateOnly day, Timescale? rule = null) => Row(day, Due, rule);

    private static Assessment Failing(DateOnly day, DateOnly since) => On(day) with
    {
        Checks = [new CheckResult { Rule = Seen, Instance = "once", State = CheckState.Fails, At = DateInterval.On(since) }],
    };
}
