using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using FsCheck.Fluent;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

/// <summary>An acknowledgement holds back repeats of a step for its role until a day (inclusive), and nothing else.</summary>
public sealed class AcknowledgedTests
{
    private const string Repeated = "BEX-2026-01|report|once|repeated|0|team|0";
    private static readonly DateOnly Due = Day("2026-07-10");

    [Theory]
    [InlineData(55, "")]
    [InlineData(56, "repeated#1 chair")]
    [InlineData(60, "repeated#1 chair")]
    [InlineData(61, "repeated#1 chair, repeated#1 team")]
    [InlineData(84, "repeated#2 chair, repeated#2 team")]
    public void Repeats_are_held_back_for_that_role_to_the_end_of_the_day(int day, string told)
    {
        var sweeping = AcknowledgedUntil(60);

        string.Join(", ", sweeping.Told(At(day)).Order(StringComparer.Ordinal)).ShouldBe(told);
    }

    [Fact]
    public void What_was_held_back_is_told_on_the_day_after_and_the_plan_knows_that_day()
    {
        var sweeping = AcknowledgedUntil(60);

        sweeping.Sweep(At(56)).NextOn.ShouldBe(Due.AddDays(61));
        sweeping.Sweep(At(60)).NextOn.ShouldBe(Due.AddDays(61));
        sweeping.Sweep(At(61)).Notices.ShouldHaveSingleItem().DueToTell.ShouldBe(Due.AddDays(56));
        sweeping.Told(At(62)).ShouldBeEmpty();
    }

    [Fact]
    public void Of_several_repeats_held_back_the_last_is_told_once()
    {
        var sweeping = AcknowledgedUntil(90);
        sweeping.Told(At(56)).ShouldBe(["repeated#1 chair"]);
        sweeping.Told(At(84)).ShouldBe(["repeated#2 chair"]);

        sweeping.Told(At(91)).ShouldBe(["repeated#2 team", "outside#0 ministry"]);
        sweeping.Told(At(92)).ShouldBeEmpty();
    }

    [Fact]
    public void The_next_step_up_is_never_held_back()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(At(1));
        sweeping.Acknowledge("BEX-2026-01|report|once|overdue|0|team|0", Due.AddDays(100));

        sweeping.Told(At(28)).ShouldBe(["repeated#0 team", "repeated#0 chair"]);
        sweeping.Acknowledge(Repeated, Due.AddDays(100));
        sweeping.Told(At(90)).ShouldBe(["repeated#2 chair", "outside#0 ministry"]);
    }

    [Fact]
    public void A_new_ground_is_told_whatever_was_acknowledged_of_the_old_one()
    {
        var sweeping = AcknowledgedUntil(400);
        var extended = Due.AddDays(60);
        sweeping.Sweep(On(Due.AddDays(40), Row(Due.AddDays(40), extended)));

        var day = extended.AddDays(56);
        var again = sweeping.Sweep(On(day, Row(day, extended))).Notices;

        again.Select(Sweeping.Told).ShouldContain("repeated#1 team");
        again.ShouldAllBe(notice => notice.Key.Generation == 1 || notice.Key.Role == "author");
    }

    [Fact]
    public void Questions_are_held_back_and_the_role_above_is_asked_all_the_same()
    {
        var sweeping = new Sweeping();
        Assessment Unclear(int day) => On(Due.AddDays(day), Row(TimescaleState.CannotTell));
        sweeping.Told(Unclear(0)).ShouldBe(["cannot-tell#0 team"]);
        sweeping.Acknowledge("BEX-2026-01|report|once|cannot-tell|0|team|0", Due.AddDays(30));

        sweeping.Sweep(Unclear(28)).ShouldSatisfyAllConditions(plan => plan.Notices.ShouldBeEmpty(), plan => plan.NextOn.ShouldBe(Due.AddDays(31)));
        sweeping.Told(Unclear(31)).ShouldBe(["cannot-tell#1 team"]);
        sweeping.Told(Unclear(59)).ShouldBe(["cannot-tell#2 team"]);
        sweeping.Acknowledge("BEX-2026-01|report|once|cannot-tell|2|team|0", Due.AddDays(200));
        sweeping.Told(Unclear(87)).ShouldBe(["cannot-tell#0 chair"]);
    }

    [Fact]
    public void It_holds_for_a_step_that_is_renamed_afterwards()
    {
        var sweeping = AcknowledgedUntil(60);
        sweeping.Under(RulesWith(TheLadder with { Steps = [.. TheLadder.Steps.Select(step => step with { Id = $"new-{step.Id}", Was = [step.Id] })] }));

        sweeping.Told(At(56)).ShouldBe(["new-repeated#1 chair"]);
        sweeping.Told(At(61)).ShouldBe(["new-repeated#1 team"]);
    }

    [Fact]
    public void Swept_only_on_the_days_that_the_plan_names_the_same_is_told_on_the_same_days()
    {
        var acknowledgements =
            from given in Gen.Choose(1, 150)
            from lasting in Gen.Choose(0, 60)
            from role in Gen.Elements("team", "chair")
            select (given, lasting, role);

        Properties.Hold(Gen.ListOf(acknowledgements, 6), history =>
        {
            var (daily, seldom) = (new Sweeping(), new Sweeping());
            DateOnly? next = Due.AddDays(-20);
            for (var number = -20; number <= 160; number++)
            {
                foreach (var (_, lasting, role) in history.Where(one => one.given == number))
                {
                    if (daily.Sent.All.LastOrDefault(notice => notice.Key.Step == "repeated" && notice.Key.Role == role) is { } notice)
                    {
                        daily.Acknowledge(notice.Key.ToString(), Due.AddDays(number + lasting));
                        seldom.Acknowledge(notice.Key.ToString(), Due.AddDays(number + lasting));
                        next = Due.AddDays(number);
                    }
                }

                var told = daily.Told(At(number)).ToList();
                if (next <= Due.AddDays(number))
                {
                    var plan = seldom.Sweep(At(number));
                    next = plan.NextOn;
                    if (!plan.Notices.Select(Sweeping.Told).SequenceEqual(told))
                    {
                        return false;
                    }
                }
                else if (told.Count > 0)
                {
                    return false;
                }
            }

            return true;
        }, 100);
    }

    [Fact]
    public void The_mail_says_how_where_the_path_allows_it()
    {
        var day = Due.AddDays(28);
        var notice = new NoticePlanner(Rules).Plan(At(28), SentNotices.None, "england").Notices[0];
        string Written(Notice about, string? delivery) => new NoticeWriter(Rules).Write(about, On(day, Row(day, Due)), delivery: delivery).Text;

        Written(notice, "0f3a").ShouldContain("\ndhr ack 0f3a --until 2026-09-04 --reason \"...\"\n");
        Written(notice with { Path = TheLadder with { AcknowledgeAtMostDays = null } }, "0f3a").ShouldNotContain("dhr ack");
        Written(notice with { Kind = NoticeKind.NoLongerStands }, "0f3a").ShouldNotContain("dhr ack");
        Written(notice, null).ShouldNotContain("dhr ack");
    }

    [Fact]
    public void A_notice_finds_its_path_and_step_by_the_names_of_today()
    {
        var path = TheLadder with { Steps = [.. TheLadder.Steps.Select(step => step with { Id = $"new-{step.Id}", Was = [step.Id] })] };
        var planner = new NoticePlanner(RulesWith(path));

        planner.PlaceOf(NoticeKey.Parse(Repeated)).ShouldNotBeNull().EveryDays.ShouldBe(28);
        planner.PlaceOf(NoticeKey.Parse(Repeated) with { Step = "overdue" }).ShouldNotBeNull().EveryDays.ShouldBeNull();
        planner.PlaceOf(NoticeKey.Parse(Repeated) with { Step = NoticeKey.CannotTell }).ShouldNotBeNull().EveryDays.ShouldBe(28);
        planner.PlaceOf(NoticeKey.Parse(Repeated) with { Duty = "gone" }).ShouldBeNull();
    }

    private static Assessment At(int day) => On(Due.AddDays(day), Row(Due.AddDays(day), Due));

    private static Sweeping AcknowledgedUntil(int day)
    {
        var sweeping = new Sweeping();
        sweeping.Told(At(28)).ShouldBe(["repeated#0 team", "overdue#0 author", "repeated#0 chair"]);
        sweeping.Acknowledge(Repeated, Due.AddDays(day));
        return sweeping;
    }
}
