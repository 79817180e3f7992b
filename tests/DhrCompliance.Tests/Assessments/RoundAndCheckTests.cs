using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

public sealed class RoundAndCheckTests
{
    private static readonly Check Shown = new() { Pack = "p", Id = "shown-first", Title = "Shown first", Order = [On("shown"), On("sent")], WaivedBy = new Named("they-decline") };

    [Fact]
    public void Each_round_is_met_by_its_own_event_the_oldest_open_first()
    {
        var rows = Assess(
            Live("judged 2024-01-10 outcome=again", "sent 2024-03-01", "judged 2024-05-10 outcome=again"), "2024-06-01", SendAgain).Timescales;
        rows.Select(row => (row.Instance, row.State)).ShouldBe([("C1-E1", TimescaleState.Met), ("C1-E3", TimescaleState.Outstanding)]);
    }

    [Fact]
    public void A_second_judgement_implies_that_the_first_round_was_answered()
    {
        var file = Live("judged 2024-01-10 outcome=again", "judged 2024-02-10 outcome=again", "sent 2024-03-01");
        var rows = Assess(file, "2024-06-01", SendAgain).Timescales;
        rows.Select(row => (row.State, row.MetOn?.ToString())).ShouldBe([(TimescaleState.Met, "2024-01-10/2024-02-10"), (TimescaleState.Met, "2024-03-01")]);
        Assess(file, "2024-02-29", SendAgain).Timescales.Select(row => row.State).ShouldBe([TimescaleState.Met, TimescaleState.Outstanding]);
    }

    [Fact]
    public void What_came_before_a_round_answers_an_earlier_one_whatever_day_its_clock_counts_from()
    {
        var fromTheLetter = SendAgain with { Starts = [new StartOwnDate("respond-by")], Limit = new Within(Months(1)), MetBy = new MetByEvent(On("reported")) };
        var rows = Assess(
            Live("judged 2024-02-25 outcome=again respond-by=2024-02-27", "reported 2024-03-03", "judged 2024-03-11 outcome=again respond-by=2024-02-14"), "2024-04-06", fromTheLetter).Timescales;
        rows.Select(row => (row.Instance, row.State)).ShouldBe([("C1-E1", TimescaleState.Met), ("C1-E3", TimescaleState.Overdue)]);
    }

    [Fact]
    public void Of_a_series_each_is_met_by_the_next_and_none_by_itself()
    {
        var each = SendAgain with { ForEach = new ForEachEvent(On("met")), Limit = new Within(Months(3)), MetBy = new MetByEvent(On("met")) };
        var rows = Assess(Live("met 2024-01-10", "met 2024-03-20", "met 2024-06-01"), "2024-06-10", each).Timescales;
        rows.Select(row => (row.State, row.MetOn?.ToString())).ShouldBe([(TimescaleState.Met, "2024-03-20"), (TimescaleState.Met, "2024-06-01"), (TimescaleState.Running, null)]);
    }

    [Fact]
    public void What_ended_a_round_is_not_begun_anew_by_the_round_itself()
    {
        var row = Row(Live("judged 2024-01-10 outcome=again", "withheld 2024-02-01"), "2024-03-01", SendAgain with { EndsWith = [On("withheld")] });
        (row.State, row.Started).ShouldBe((TimescaleState.Ended, DateInterval.On(Day("2024-01-10"))));
    }

    [Fact]
    public void One_event_meets_at_most_one_instance_the_oldest_open()
    {
        var each = SendAgain with { ForEach = new ForEachEvent(On("met")), Limit = new Within(Months(1)), MetBy = new MetByEvent(On("reported")) };
        var rows = Assess(Live("met 2024-01-10", "met 2024-01-20", "reported 2024-02-01"), "2024-06-01", each).Timescales;
        rows.Select(row => row.State).ShouldBe([TimescaleState.Met, TimescaleState.Overdue]);
    }

    [Fact]
    public void A_date_that_was_set_is_the_due_date_and_without_one_it_is_asked_for()
    {
        var row = Row(Live("judged 2024-01-10 outcome=again respond-by=2024-03-31"), "2024-04-01", SendAgain);
        (row.State, row.Due).ShouldBe((TimescaleState.Overdue, DateInterval.On(Day("2024-03-31"))));
        var open = Row(Live("judged 2024-01-10 outcome=again"), "2024-04-01", SendAgain);
        (open.State, open.AskedFor, open.DaysLateAtMost).ShouldBe((TimescaleState.Outstanding, DateInterval.On(Day("2024-01-24")), 0));
    }

    [Fact]
    public void An_outcome_that_is_not_recorded_makes_a_round_uncertain() =>
        Row(Live("judged 2024-01-10"), "2024-04-01", SendAgain).State.ShouldBe(TimescaleState.CannotTell);

    [Theory]
    [InlineData("2024-02-29", "holds")]
    [InlineData("2024-03-01", "holds")]
    [InlineData("2024-03-02", "fails")]
    public void An_order_holds_up_to_and_on_the_same_day(string shown, string state) =>
        Words.Of(Assess(Live($"shown {shown}", "sent 2024-03-01"), "2024-06-01", Shown with { WaivedBy = null }).Checks.Single().State).ShouldBe(state);

    [Fact]
    public void A_gate_passed_without_what_comes_first_fails_only_where_the_register_is_kept()
    {
        var check = Shown with { WaivedBy = null };
        Assess(Live("sent 2024-03-01"), "2024-06-01", check).Checks.Single().State.ShouldBe(CheckState.Fails);
        Assess(File("2024-03-02", "sent 2024-03-01"), "2024-06-01", check).Checks.Single().State.ShouldBe(CheckState.CannotTell);
        Assess(Historic("sent 2024-03-01"), "2024-06-01", check).Checks.Single().State.ShouldBe(CheckState.CannotTell);
        Assess(Live("began 2024-01-01", "shown 2024-01-01"), "2024-06-01", check).Checks.Single().State.ShouldBe(CheckState.NotYet);
    }

    [Theory]
    [InlineData("declined", "waived")]
    [InlineData("yes", "fails")]
    [InlineData(null, "cannot-tell")]
    public void A_waiver_counts_when_it_is_certain(string? wish, string state)
    {
        var file = Live("sent 2024-03-01") with { Items = [Contact(wish)] };
        Words.Of(Assess(file, "2024-06-01", Shown).Checks.Single().State).ShouldBe(state);
    }

    [Fact]
    public void Every_over_none_cannot_be_told() =>
        Assess(Live("sent 2024-03-01"), "2024-06-01", Shown).Checks.Single().State.ShouldBe(CheckState.CannotTell);

    [Fact]
    public void An_item_has_its_own_clock_and_its_own_events()
    {
        var finish = new Timescale { Pack = "p", Id = "finish", Title = "Finish", ForEach = new ForEachItem("action"), Limit = new ByDate([new DateSource(null, "due")], null), MetBy = new MetByEvent(On("done")), Starts = [new StartEvent(On("began"))] };
        var file = Live("began 2024-01-01", "done 2024-02-01 @A1") with { Items = [Action("A1", "2024-03-01"), Action("A2", "2024-03-01"), Action("A3", null)] };
        Assess(file, "2024-03-02", finish).Timescales.Select(row => (row.Item, row.State)).ShouldBe(
            [("A1", TimescaleState.Met), ("A2", TimescaleState.Overdue), ("A3", TimescaleState.Outstanding)]);
    }

    [Theory]
    [InlineData("2012-06-01", "one")]
    [InlineData("2013-02-28", "one")]
    [InlineData("2013-05-29", "one two")]
    [InlineData("2013-08-31", "two")]
    [InlineData("2010-01-01", "")]
    public void The_edition_follows_the_case_and_both_govern_while_its_start_is_unsettled(string told, string editions)
    {
        var rulebook = Rulebook(
            Pack("one", new Governance { By = ["told"], From = DateInterval.On(Day("2011-04-13")) }, Decide),
            Pack("two", new Governance { By = ["told"], From = new DateInterval(Day("2013-03-01"), Day("2013-08-31")) }, Decide));
        string.Join(' ', Assess(Live($"told {told}"), "2026-01-01", rulebook).Editions).ShouldBe(editions);
    }

    [Fact]
    public void A_local_pack_governs_those_who_adopted_it_and_makes_nothing_due_before()
    {
        var rulebook = Rulebook(Pack("local", new Governance { Adopted = true }, Decide));
        var file = Live("told 2024-01-31");
        Assess(file, "2024-06-01", rulebook).Timescales.ShouldBeEmpty();
        var adopted = file with { Adopted = [new Adoption("local", Day("2024-04-01"), null)] };
        Assess(adopted, "2024-03-31", rulebook).Timescales.ShouldBeEmpty();
        Assess(adopted, "2024-04-01", rulebook).Timescales.Single().Due.ShouldBe(DateInterval.On(Day("2024-04-01")));
    }

    [Fact]
    public void Milestones_are_counted_on_both_ends() =>
        Assess(Historic("began 2013-02-17", "reported 2013-11-21", "judged 2014-06 outcome=approved"), "2026-11-20", Decide).Milestones
            .ShouldContain(new Milestone("reported", "judged", 192, 221));

    private static CaseItem Contact(string? wish) => new()
    {
        Id = "F1", Kind = "contact",
        Facts = wish is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("wish", wish),
    };

    private static CaseItem Action(string id, string? due) => new()
    {
        Id = id, Kind = "action",
        Facts = due is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("due", due),
    };
}
