using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks;
using FsCheck.Fluent;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

/// <summary>A rule, a step or a role is renamed with <c>was:</c>: nobody is told again, and what was planned under the old name is still found.</summary>
public sealed class RenamedTests
{
    private static readonly DateOnly Due = Day("2026-07-10");
    private static readonly DateOnly Late = Due.AddDays(1);
    private static readonly Timescale Overview = Duty("edition-1", "overview", "Complete the overview report") with { Was = ["report"] };
    private static readonly Timescale OverviewOfTheNext = Duty("edition-2", "overview", "Complete the overview report") with { Was = ["report"] };
    private static readonly EscalationPath LadderRenamed = TheLadder with
    {
        Steps = [.. TheLadder.Steps.Select(step => step with { Id = $"new-{step.Id}", Was = [step.Id] })],
    };

    private static readonly Rulebook RuleRenamed = RulesWith(TheLadder, Overview, OverviewOfTheNext);
    private static readonly Rulebook BothRenamed = RulesWith(LadderRenamed, Overview, OverviewOfTheNext);

    [Fact]
    public void A_renamed_rule_tells_nobody_again_and_its_repeats_go_on()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));
        sweeping.Under(RuleRenamed);

        var plan = sweeping.Sweep(On(Late, Row(Late, Due, Overview)));
        plan.Notices.ShouldBeEmpty();
        plan.Withdrawn.ShouldBeEmpty();
        var repeat = sweeping.Sweep(On(Due.AddDays(28), Row(Due.AddDays(28), Due, Overview)));
        repeat.Notices.Select(notice => notice.Key.ToString()).ShouldBe(
            ["BEX-2026-01|overview|once|repeated|0|team|0", "BEX-2026-01|overview|once|repeated|0|chair|0"]);
    }

    [Fact]
    public void Without_was_a_new_id_is_a_new_duty()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));
        var (rule, next) = (Overview with { Was = [] }, OverviewOfTheNext with { Was = [] });
        sweeping.Under(RulesWith(TheLadder, rule, next));

        var plan = sweeping.Sweep(On(Late, Row(Late, Due, rule)));

        plan.Notices.Length.ShouldBe(3);
        plan.Withdrawn.Length.ShouldBe(3);
    }

    [Fact]
    public void What_was_told_under_the_old_name_is_withdrawn_by_the_key_it_was_stored_under_and_those_told_hear_of_it_once()
    {
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));
        sweeping.Under(BothRenamed);

        var plan = sweeping.Sweep(On(Late.AddDays(1), Row(TimescaleState.MetLate, Overview)));

        plan.Withdrawn.Select(key => key.ToString()).ShouldBe(
        [
            "BEX-2026-01|report|once|overdue|0|team|0", "BEX-2026-01|report|once|overdue|0|author|0", "BEX-2026-01|report|once|overdue|0|chair|0",
        ]);
        plan.Notices.Select(Sweeping.Told).ShouldBe(["no-longer-stands#0 team", "no-longer-stands#0 author", "no-longer-stands#0 chair"]);
        sweeping.Told(On(Late.AddDays(2), Row(TimescaleState.MetLate, Overview))).ShouldBeEmpty();

        var again = sweeping.Sweep(On(Due.AddDays(9), Row(Due.AddDays(9), Due.AddDays(8), Overview))).Notices;
        again.ShouldAllBe(notice => notice.Key.Duty == "overview" && notice.Key.Step == "new-overdue" && notice.Key.Generation == 1);
    }

    [Fact]
    public void A_notice_that_waits_for_an_address_gets_it_under_the_key_it_was_stored_under()
    {
        var sweeping = new Sweeping();
        sweeping.Vacant.Add("chair");
        sweeping.Sweep(On(Late, Row(Late, Due)));
        sweeping.Vacant.Clear();
        sweeping.Under(BothRenamed);

        var notice = sweeping.Sweep(On(Late.AddDays(1), Row(Late.AddDays(1), Due, Overview))).Notices.ShouldHaveSingleItem();

        notice.StillWithoutAddress.ShouldBeTrue();
        notice.Key.ToString().ShouldBe("BEX-2026-01|overview|once|new-overdue|0|chair|0");
        notice.StoredAs.ToString().ShouldBe("BEX-2026-01|report|once|overdue|0|chair|0");
    }

    [Fact]
    public void A_renamed_role_is_told_nothing_again()
    {
        var path = TheLadder with { Steps = [.. TheLadder.Steps.Select(step => step with { To = [.. step.To.Select(role => role == "chair" ? "head" : role)] })] };
        var rules = RulesWith(path);
        rules = rules with { Vocabulary = rules.Vocabulary with { Roles = [.. rules.Vocabulary.Roles.Select(role => role.Name == "chair" ? role with { Name = "head", Was = ["chair"] } : role)] } };
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));
        sweeping.Under(rules);

        sweeping.Told(On(Late, Row(Late, Due))).ShouldBeEmpty();
        sweeping.Told(On(Due.AddDays(28), Row(Due.AddDays(28), Due))).ShouldBe(["repeated#0 team", "repeated#0 head"]);
        sweeping.Told(On(Due.AddDays(29), Row(TimescaleState.MetLate))).ShouldBe(["no-longer-stands#0 team", "no-longer-stands#0 author", "no-longer-stands#0 head"]);

        var book = new ContactBook([new Contact(null, null, null, "chair", "a@example.org"), new Contact(null, null, null, "head", "b@example.org")], new CurrentNames(rules));
        Recipients.Of("head", new Concern("BEX-2026-01", ["bexley"], []), book, Late).Addresses.ShouldBe(["a@example.org", "b@example.org"]);
    }

    [Fact]
    public void A_former_name_that_is_added_only_after_both_names_were_used_tells_nobody_again()
    {
        var (rule, next) = (Overview with { Was = [] }, OverviewOfTheNext with { Was = [] });
        var path = LadderRenamed with { Steps = [.. LadderRenamed.Steps.Select(step => step with { Was = [] })] };
        var sweeping = new Sweeping();
        sweeping.Sweep(On(Late, Row(Late, Due)));
        sweeping.Under(RulesWith(path, rule, next));
        sweeping.Told(On(Late, Row(Late, Due, rule))).Count().ShouldBe(3);
        sweeping.Under(BothRenamed);

        for (var day = Late; day < Due.AddDays(28); day = day.AddDays(1))
        {
            sweeping.Sweep(On(day, Row(day, Due, Overview))).ShouldSatisfyAllConditions(
                plan => plan.Notices.ShouldBeEmpty(), plan => plan.Withdrawn.ShouldBeEmpty(), plan => plan.PassedOver.ShouldBeEmpty());
        }

        sweeping.Told(On(Due.AddDays(28), Row(Due.AddDays(28), Due, Overview))).ShouldBe(["new-repeated#0 team", "new-repeated#0 chair"]);
        sweeping.Told(On(Due.AddDays(29), Row(TimescaleState.MetLate, Overview))).Count().ShouldBe(3);
    }

    /// <summary>However a case went, and whenever the names were changed: each later day tells the same, to the same, as if nothing had been renamed.</summary>
    [Fact]
    public void Renamed_rules_plan_what_the_rules_before_would_have_planned()
    {
        var days =
            from apart in Gen.Choose(1, 25)
            from standing in Gen.Choose(0, 9)
            from vacant in Gen.Choose(0, 5)
            select (apart, standing, vacant);
        var histories =
            from count in Gen.Choose(2, 12)
            from list in Gen.ListOf(days, count)
            from renamed in Gen.Choose(0, count)
            from what in Gen.Choose(0, 2)
            select (Days: list.ToArray(), Renamed: renamed, What: what);

        Properties.Hold(histories, history =>
        {
            var (rule, book) = history.What switch
            {
                0 => (Overview, RuleRenamed),
                1 => (Report, RulesWith(LadderRenamed)),
                _ => (Overview, BothRenamed),
            };
            var (before, after) = (new Sweeping(), new Sweeping());
            var day = Due.AddDays(-40);
            for (var i = 0; i < history.Days.Length; i++)
            {
                if (i == history.Renamed)
                {
                    after.Under(book);
                }

                var (apart, standing, vacant) = history.Days[i];
                day = day.AddDays(apart);
                Vacate(before, vacant);
                Vacate(after, vacant);
                var expected = before.Sweep(On(day, Standing(day, standing, Report)));
                var found = after.Sweep(On(day, Standing(day, standing, i >= history.Renamed ? rule : Report)));
                if (!Plain(expected).SequenceEqual(Plain(found)) || expected.Withdrawn.Length != found.Withdrawn.Length || expected.NextOn != found.NextOn)
                {
                    return false;
                }
            }

            return true;
        });

        static IEnumerable<string> Plain(NoticePlan plan) => plan.Notices.Select(notice => notice.Key).Concat(plan.PassedOver)
            .Select(key => key.ToString().Replace("|overview|", "|report|", StringComparison.Ordinal).Replace("|new-", "|", StringComparison.Ordinal));

        static void Vacate(Sweeping sweeping, int vacant)
        {
            sweeping.Vacant.Clear();
            sweeping.Vacant.UnionWith(vacant == 0 ? ["team"] : vacant == 1 ? ["chair"] : []);
        }
    }

    private static TimescaleResult Standing(DateOnly day, int standing, Timescale rule) => standing switch
    {
        0 => Row(TimescaleState.MetLate, rule),
        1 => Row(TimescaleState.CannotTell, rule),
        2 => Row(TimescaleState.Paused, rule),
        3 => Row(TimescaleState.Paused, rule) with { DaysLateAtLeast = 1, DaysLateAtMost = 1 },
        4 => Row(day, Due.AddDays(30), rule),
        _ => Row(day, Due, rule),
    };
}
