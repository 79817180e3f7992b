using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Foreseeing;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Escalations;

/// <summary>Told on Thursday 15 January 2026, so the decision is due by Sunday 15 February, and repeats fall on Sundays.</summary>
public sealed class ForesightTests
{
    private static readonly string[] Told = ["began 2026-01-01", "told 2026-01-15"];
    private static readonly Timescale Duty = Decide with { Escalation = "ladder" };

    [Theory]
    [InlineData("2026-02-15", "If nothing is recorded: on Monday 16 February 2026, “Decide” becomes overdue; about “Decide”,")]
    [InlineData("2026-02-10", "If nothing is recorded: on Monday 16 February 2026, “Decide” becomes overdue; about “Decide”,")]
    public void The_next_day_is_one_on_which_a_state_changes_and_says_which(string asOf, string told) =>
        Next(asOf, Sent(("reminder", "2026-02-02"))).ShouldStartWith(told);

    [Fact]
    public void What_falls_on_a_quiet_day_is_told_on_the_first_that_is_not()
    {
        Next("2026-03-14", Sent(("reminder", "2026-02-02"), ("overdue", "2026-02-16"))).ShouldStartWith("If nothing is recorded: on Monday 16 March 2026, about ");
        Next("2026-03-15", Sent(("reminder", "2026-02-02"), ("overdue", "2026-02-16"))).ShouldStartWith("If nothing is recorded: on Monday 16 March 2026, about ");

        var rules = Rules();
        var found = Assess(Live(Told), "2026-03-15", rules);
        Upcoming.Of(found.Timescales.Single(), found, rules).ShouldNotBeNull().ShouldStartWith("If nothing is recorded: on Monday 16 March 2026 ");
    }

    [Fact]
    public void What_was_not_swept_for_yet_comes_on_the_day_itself() =>
        Next("2026-02-16", SentNotices.None).ShouldStartWith("If nothing is recorded: on Monday 16 February 2026, about ");

    [Fact]
    public void Of_what_is_hidden_nothing_is_told() =>
        Next("2026-02-10", SentNotices.None, _ => true).ShouldBe("If nothing is recorded, nothing more comes of itself.");

    [Fact]
    public void Where_nothing_comes_it_says_so()
    {
        var rules = Rules();
        var file = Live([.. Told, "decided 2026-01-20 outcome=review"]);

        ComingWords.Of(new Foresight(CompiledRulebook.Compile(rules)).Of(file, Assess(file, "2026-02-01", rules), SentNotices.None, PlanContext.None), rules)
            .ShouldBe("If nothing is recorded, nothing more comes of itself.");
    }

    private static Rulebook Rules() => Rulebook(Duty) with { Paths = [Ground.TheLadder with { QuietOnNonWorkingDays = true }] };

    private static string Next(string asOf, SentNotices sent, Func<Rule, bool>? isHidden = null)
    {
        var rules = Rules();
        var file = Live(Told);
        return ComingWords.Of(new Foresight(CompiledRulebook.Compile(rules)).Of(file, Assess(file, asOf, rules), sent, PlanContext.None, isHidden), rules);
    }

    private static SentNotices Sent(params (string Step, string Day)[] told) => new(
        from one in told
        from role in Ground.TheLadder.Steps.Single(step => step.Id == one.Step).To
        let key = new NoticeKey("C1", Rules().Packs.Single(pack => pack.Rules.Contains(Duty)).DutyOf(Duty.Id), "once", one.Step, 0, role, 0)
        select new SentNotice(key, one.Step == "reminder" ? NoticeKind.Reminder : NoticeKind.Overdue, Day(one.Day), SentState.Told));
}
