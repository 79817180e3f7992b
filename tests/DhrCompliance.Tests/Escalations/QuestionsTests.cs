using DhrCompliance.Assessments;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

public sealed class QuestionsTests
{
    private static readonly DateOnly First = Day("2026-03-02");

    [Fact]
    public void What_is_missing_is_asked_for_so_many_times_and_then_of_the_other_role_once()
    {
        var sweeping = new Sweeping();
        var told = new List<string>();
        for (var day = First; day <= First.AddDays(200); day = day.AddDays(1))
        {
            told.AddRange(sweeping.Told(On(day, Row(TimescaleState.CannotTell))).Select(notice => $"{day.DayNumber - First.DayNumber} {notice}"));
        }

        told.ShouldBe(["0 cannot-tell#0 team", "28 cannot-tell#1 team", "56 cannot-tell#2 team", "84 cannot-tell#0 chair"]);
    }

    [Fact]
    public void A_sweep_that_comes_late_asks_once_and_counts_from_then()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(First, Row(TimescaleState.CannotTell))).NextOn.ShouldBe(First.AddDays(28));

        sweeping.Told(On(First.AddDays(90), Row(TimescaleState.CannotTell))).ShouldBe(["cannot-tell#1 team"]);
        sweeping.Told(On(First.AddDays(91), Row(TimescaleState.CannotTell))).ShouldBeEmpty();
    }

    [Fact]
    public void Once_settled_it_is_withdrawn_in_silence_and_a_later_doubt_is_asked_anew()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(First, Row(TimescaleState.CannotTell)));

        var settled = sweeping.Sweep(On(First.AddDays(1), Row(TimescaleState.Met)));
        settled.Notices.ShouldBeEmpty();
        settled.Withdrawn.Length.ShouldBe(1);

        var anew = sweeping.Sweep(On(First.AddDays(2), Row(TimescaleState.CannotTell))).Notices.ShouldHaveSingleItem();
        (anew.Key.Repeat, anew.Key.Generation).ShouldBe((0, 1));
    }

    [Fact]
    public void At_most_five_questions_are_asked_of_a_case_within_seven_days()
    {
        var sweeping = new Sweeping();
        Assessment Doubtful(DateOnly day) =>
            On(day, [.. Enumerable.Range(1, 7).Select(n => Row(TimescaleState.CannotTell) with { Instance = $"E{n}" })]);

        var plan = sweeping.Sweep(Doubtful(First));
        plan.Notices.Select(notice => notice.Key.Instance).ShouldBe(["E1", "E2", "E3", "E4", "E5"]);
        plan.NextOn.ShouldBe(First.AddDays(7));

        sweeping.Sweep(Doubtful(First.AddDays(6))).Notices.ShouldBeEmpty();
        sweeping.Sweep(Doubtful(First.AddDays(7))).Notices.Select(notice => notice.Key.Instance).ShouldBe(["E6", "E7"]);
    }

    [Fact]
    public void A_check_that_cannot_be_told_is_asked_about_and_a_path_that_asks_nobody_asks_nobody()
    {
        var unclear = new CheckResult { Rule = Seen, Instance = "once", State = CheckState.CannotTell };

        new Sweeping().Told(On(First) with { Checks = [unclear] }).ShouldBe(["cannot-tell#0 team"]);
        new Sweeping(RulesWith(TheLadder with { CannotTell = null })).Told(On(First) with { Checks = [unclear] }).ShouldBeEmpty();
    }
}
