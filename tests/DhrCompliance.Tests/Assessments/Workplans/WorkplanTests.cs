using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Workplans;

public sealed class WorkplanTests
{
    private static readonly Timescale Publish = Duty("show", new StartEvent(Bench.On("judged", ("outcome", "approved"))), "shown");
    private static readonly Timescale Again = Duty("again", new StartEvent(Bench.On("judged", ("outcome", "again"))), "sent");
    private static readonly Timescale Judge = Duty("judge", new StartEvent(Bench.On("sent")), "judged");
    private static readonly Timescale Ask = Duty("ask", new StartEvent(Bench.On("told")), "met") with { Limit = new Promptly(new Period(14, PeriodUnit.Days)) };
    private static readonly Timescale Act = Duty("act", new StartEvent(Bench.On("reported")), "done") with { ForEach = new ForEachItem("action") };
    private static readonly Check Order = new() { Pack = "p", Id = "order", Title = "Met before it was reported", Order = [Bench.On("met"), Bench.On("reported")] };
    private static readonly Check NotHere = new()
    {
        Pack = "p", Id = "not-here", Title = "Only with another review", At = Bench.On("reported"),
        AppliesWhen = new FactTest { Fact = "parallel", Comparison = Comparison.OneOf, Values = ["yes"] },
        Require = new EventTest(Bench.On("met"), Occurrence.Happened),
    };

    private static CaseFile New => Bench.Live("began 2026-11-10", "told 2026-11-20") with { Facts = Bench.Live().Facts.Add("parallel", "no") };

    [Fact]
    public void The_plan_of_a_new_case_reads_as_it_did()
    {
        var text = Planning.Text(Planning.Plan(New, "2026-11-21", Bench.Decide, Bench.Report, Bench.SendAgain, Judge, Publish, Again, Ask, Act, Order, NotHere));
        var path = Path.Combine(Repository.Root, "tests/DhrCompliance.Tests/Assessments/Workplans/new-case.golden.txt");
        if (Environment.GetEnvironmentVariable("DHR_GOLDEN") == "write")
        {
            File.WriteAllText(path, text);
        }

        var expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        expected.ShouldContain("projected from 2026-12-20 due 2027-06-20");
        text.ShouldBe(expected);
    }

    [Fact]
    public void What_follows_is_projected_from_the_day_on_which_the_duty_before_it_is_due()
    {
        var plan = Planning.Plan(New, "2026-11-21", Bench.Decide, Bench.Report);

        plan.Step("decide").Due.ShouldBe(DateInterval.On(Bench.Day("2026-12-20")));
        plan.Step("decide").Projected.ShouldBeNull("a limit that runs is no projection");
        var report = plan.Step("report");
        (report.Due, report.Standing).ShouldBe((null, StepStanding.Waiting));
        report.Projected.ShouldBe(new ProjectedDates(Bench.Day("2026-12-20"), Bench.Day("2027-06-20"), Bench.Day("2027-06-18"), null));
        report.Awaits[0].Steps.ShouldBe([plan.Step("decide").Number]);
    }

    [Theory]
    [InlineData("2026-12-01", "2026-12-01", "2027-06-01")] // before it is due
    [InlineData("2026-11-21", "2026-11-21", "2027-05-21")] // today
    [InlineData("2026-11-20", "2026-11-20", "2027-05-20")] // before today: as if it had happened
    [InlineData("2027-02-28", "2027-02-28", "2027-08-28")] // after it is due: not taken to come before
    public void What_is_supposed_happens_on_its_day_and_on_no_other(string day, string start, string due)
    {
        var plan = WorkplanMaker.Of(
            New, CompiledRulebook.Compile(Bench.Rulebook(Bench.Decide, Bench.Report)), Bench.Day("2026-11-21"), new SupposedEvent("decided", Bench.Day(day)));

        var report = plan.Step("report");
        (report.Started?.Earliest ?? report.Projected!.Start, report.Due?.Earliest ?? report.Projected!.Due).ShouldBe((Bench.Day(start), Bench.Day(due)));
        plan.Supposed.Select(one => (one.Event, one.Day)).ShouldBe([("decided", Bench.Day(day))]);
        plan.Supposed[0].Says.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("2026-12-19", "2026-12-20")]
    [InlineData("2026-12-20", "2026-12-20")]
    [InlineData("2026-12-21", "2026-12-21")] // overdue: it cannot be done before today
    public void Nothing_is_projected_into_the_past(string asOf, string start) =>
        Planning.Plan(New, asOf, Bench.Decide, Bench.Report).Step("report").Projected!.Start.ShouldBe(Bench.Day(start));

    [Fact]
    public void What_was_done_is_done_and_what_follows_has_its_real_date()
    {
        var plan = Planning.Plan(Bench.Live("began 2026-11-10", "told 2026-11-20", "decided 2026-11-30 outcome=review"), "2026-12-05", Bench.Decide, Bench.Report);

        (plan.Step("decide").Standing, plan.Step("decide").On).ShouldBe((StepStanding.Done, DateInterval.On(Bench.Day("2026-11-30"))));
        (plan.Step("report").Standing, plan.Step("report").Due, plan.Step("report").Projected).ShouldBe((StepStanding.ToDo, DateInterval.On(Bench.Day("2027-05-30")), null));
    }

    [Fact]
    public void Duties_that_wait_for_each_other_end_the_projection()
    {
        var plan = Planning.Plan(New, "2026-11-21", Duty("one", new StartEvent(Bench.On("met")), "shown"), Duty("other", new StartEvent(Bench.On("shown")), "met"));

        plan.Assumed.ShouldBeEmpty();
        plan.Steps.ShouldAllBe(step => step.Standing == StepStanding.Waiting && step.Projected == null);
        plan.Step("other").Awaits.Single().Steps.ShouldBe([plan.Step("one").Number]);
        plan.Step("one").Awaits.Single().Steps.ShouldBeEmpty("what comes later in a review begins nothing that comes earlier");
    }

    [Fact]
    public void What_cannot_happen_before_something_else_waits_for_it_or_brings_it_along()
    {
        var both = Planning.Plan(New, "2026-11-21", Ask, Bench.Decide);
        var alone = Planning.Plan(New, "2026-11-21", Ask);

        both.Assumed.Select(one => (one.Event, one.Day)).ShouldBe([("decided", Bench.Day("2026-12-20")), ("met", Bench.Day("2026-12-20"))], "a meeting implies a decision, which is due later");
        alone.Assumed.Select(one => (one.Event, one.Day)).ShouldBe([("decided", Bench.Day("2026-12-04")), ("met", Bench.Day("2026-12-04"))]);
    }

    [Fact]
    public void A_duty_that_brings_itself_anew_is_looked_at_once()
    {
        var anew = Duty("anew", null, "met") with { ForEach = new ForEachEvent(Bench.On("met")) };
        var plan = Planning.Plan(New, "2026-11-21", Ask, anew);

        plan.Assumed.Select(one => (one.Rule, one.Day)).ShouldBe([("p/ask", Bench.Day("2026-12-04")), ("p/ask", Bench.Day("2026-12-04")), ("p/anew", Bench.Day("2027-01-04"))]);
        plan.Step("anew").Projected!.Due.ShouldBe(Bench.Day("2027-01-04"));
    }

    [Fact]
    public void What_the_plan_takes_to_come_otherwise_is_told_apart()
    {
        var plan = Planning.Plan(Bench.Live("began 2026-11-10", "sent 2026-11-20"), "2026-11-21", Judge, Publish, Again);

        plan.Step("show").Projected!.Start.ShouldBe(Bench.Day("2026-12-20"), "the first choice is taken: approved");
        (plan.Step("again").Standing, plan.Step("again").Projected).ShouldBe((StepStanding.OnlyIf, null));
        plan.Step("again").Awaits.Single().IsOtherwise.ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_apply_is_left_out_and_counted()
    {
        var plan = Planning.Plan(New, "2026-11-21", Ask, NotHere);

        plan.Steps.Select(step => step.Rule.Id).ShouldBe(["ask"]);
        plan.LeftOut.ShouldBe(1);
    }

    [Fact]
    public void A_gate_comes_with_its_moment()
    {
        var plan = Planning.Plan(New, "2026-11-21", Bench.Decide, Bench.Report, Order);

        plan.Step("order").Projected!.Start.ShouldBe(Bench.Day("2027-06-20"));
        plan.Step("order").Awaits.Single().Steps.ShouldBe([plan.Step("report").Number]);
    }

    [Fact]
    public void A_partnership_has_no_plan() =>
        Should.Throw<ArgumentException>(() => Planning.Plan(New with { Kind = SubjectKind.Partnership }, "2026-11-21", Ask));

    private static Timescale Duty(string id, StartSource? start, string met) => new()
    {
        Pack = "p", Id = id, Title = id, Starts = start is null ? [] : [start], Limit = new Within(Bench.Months(1)), MetBy = new MetByEvent(Bench.On(met)),
    };
}
