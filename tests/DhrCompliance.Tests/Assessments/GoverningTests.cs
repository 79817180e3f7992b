using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

public sealed class GoverningTests
{
    private static readonly Rulebook TwoEditions = Rulebook(
        Pack("one", By("2011-04-13"), Decide), Pack("two", By("2016-12-01"), Decide));

    [Theory]
    [InlineData("2011-04-12", "")]
    [InlineData("2011-04-13", "one")]
    [InlineData("2016-11-30", "one")]
    [InlineData("2016-12-01", "two")]
    [InlineData("2016-12-02", "two")]
    [InlineData("2016-12", "two")]
    [InlineData("2016", "one two")]
    public void An_edition_governs_from_the_very_day_it_begins(string told, string editions) =>
        Editions(Live($"told {told}"), "2026-01-01").ShouldBe(editions);

    [Fact]
    public void Where_the_deciding_event_is_only_implied_every_edition_it_may_fall_under_is_assessed() =>
        Editions(Live("decided 2016-12-05", "began 2016-01-01"), "2026-01-01").ShouldBe("one two");

    [Fact]
    public void A_case_that_may_have_begun_before_the_first_edition_is_not_late_for_certain()
    {
        var row = Assess(Live("told 2011"), "2026-01-01", TwoEditions).Timescales.Single();

        row.State.ShouldBe(TimescaleState.CannotTell);
        row.Possible.ShouldBe(StateSet.Of(TimescaleState.Overdue).With(TimescaleState.NotApplicable));
        row.DaysLateAtLeast.ShouldBe(0);
        row.Missing.ShouldBe(["told"]);
    }

    [Fact]
    public void Before_any_deciding_event_a_live_case_is_under_the_edition_of_the_day_and_loaded_history_under_any()
    {
        Editions(File("2015-01-01", "began 2015-02-01"), "2016-11-30").ShouldBe("one");
        Editions(File("2015-01-01", "began 2015-02-01"), "2016-12-01").ShouldBe("two");
        Editions(Historic("began 2015-02-01"), "2016-12-01").ShouldBe("one two");
        Assess(File("2015-01-01", "began 2015-02-01"), "2016-11-01", TwoEditions).NextChangeOn.ShouldBe(Day("2016-12-01"));
    }

    [Fact]
    public void An_edition_for_another_jurisdiction_ends_none_here()
    {
        var rulebook = Rulebook(Pack("one", By("2011-04-13"), Decide), Pack("two", By("2016-12-01") with { Jurisdiction = ["wales"] }, Decide));

        Assess(Live("told 2020-01-01"), "2026-01-01", rulebook).Editions.ShouldBe(["one"]);
        Assess(Live("told 2020-01-01") with { Jurisdiction = "wales" }, "2026-01-01", rulebook).Editions.ShouldBe(["two"]);
    }

    [Theory]
    [InlineData(false, "one")]
    [InlineData(true, "two")]
    public void A_draft_edition_governs_only_when_asked_for(bool asked, string edition)
    {
        var rulebook = TwoEditions with { Packs = [TwoEditions.Packs[0], TwoEditions.Packs[1] with { Status = PackStatus.Draft }] };
        var compiled = CompiledRulebook.Compile(rulebook, asked ? ["two"] : null);

        compiled.Assess(compiled.Bind(Live("told 2020-01-01")), Day("2026-01-01")).Editions.ShouldBe([edition]);
    }

    [Theory]
    [InlineData("2021-10-31", "not-applicable")]
    [InlineData("2021-11-01", "overdue")]
    [InlineData("2021-11", "overdue")]
    [InlineData("2021", "cannot-tell")]
    public void A_pack_that_may_not_govern_is_never_late_for_certain(string told, string state)
    {
        var alone = Pack("alone", By("2021-11-01"), Decide) with { Series = null };
        var rows = Assess(Live($"told {told}"), "2026-01-01", Rulebook(alone)).Timescales;

        Words.Of(rows.Length == 0 ? TimescaleState.NotApplicable : rows[0].State).ShouldBe(state);
    }

    [Theory]
    [InlineData("2021-10-31", "not-applicable")]
    [InlineData("2021-11-01", "cannot-tell")]
    [InlineData("2021-11-19", "cannot-tell")]
    [InlineData("2021-11-20", "overdue")]
    public void A_rule_begins_on_a_day_of_its_own_known_in_part(string told, string state)
    {
        var rule = Decide with { Governs = new Governance { By = ["told"], From = new DateInterval(Day("2021-11-01"), Day("2021-11-20")) } };
        Words.Of(Row(Live($"told {told}"), "2026-01-01", rule).State).ShouldBe(state);
    }

    [Theory]
    [InlineData("2021-11-01", "due-soon")]
    [InlineData("2021-11-02", "overdue")]
    public void A_rule_that_begins_later_makes_nothing_due_before_it_began(string asOf, string state)
    {
        var rule = Decide with { Governs = new Governance { By = ["met"], From = DateInterval.On(Day("2021-11-01")) }, MetBy = new MetByEvent(On("shown")) };
        var row = Row(Live("told 2021-09-01", "met 2021-11-01"), asOf, rule);

        row.Due.ShouldBe(DateInterval.On(Day("2021-11-01")));
        Words.Of(row.State).ShouldBe(state);
    }

    [Theory]
    [InlineData("2024-03-31", "")]
    [InlineData("2024-04-01", "due-soon")]
    [InlineData("2024-04-02", "overdue")]
    [InlineData("2024-12-31", "overdue")]
    [InlineData("2025-01-01", "")]
    public void An_adopted_pack_governs_from_the_day_to_the_last_day_of_its_adoption(string asOf, string states) =>
        string.Join(' ', Assess(Adopted("told 2024-01-31"), asOf, Local(Decide)).Timescales.Select(row => Words.Of(row.State))).ShouldBe(states);

    [Theory]
    [InlineData("2024-04-15", "paused")]
    [InlineData("2024-05-01", "due-soon")]
    [InlineData("2024-05-02", "due-soon")]
    [InlineData("2024-05-03", "overdue")]
    public void A_pause_that_runs_while_the_pack_is_adopted_is_not_made_overdue_by_it(string asOf, string state)
    {
        var row = Assess(Adopted("decided 2023-08-10 outcome=review", "pause 2024-03-10 reason=trial", "resume 2024-05-01 reason=trial"), asOf, Local(Report)).Timescales.Single();

        Words.Of(row.State).ShouldBe(state);
    }

    [Fact]
    public void An_extended_date_is_told_late_against_the_day_the_pack_began_and_not_before()
    {
        var rule = Decide with { ExtendedBy = On("agreed") };
        var row = Assess(Adopted("told 2024-01-31", "agreed 2024-03-01 for=decide until=2024-05-31 by=board", "decided 2024-06-10"), "2024-07-01", Local(rule)).Timescales.Single();

        (row.DaysLateAtMost, row.OriginalDue, row.DaysLateAgainstOriginalAtMost).ShouldBe((10, DateInterval.On(Day("2024-04-01")), 70));
    }

    [Theory]
    [InlineData(null, "2026-03-01", "old:overdue draft:running")] // nobody knows when it begins: beside the law in force
    [InlineData("2026-01-01", "2026-03-01", "draft:running")] // as if it were in force
    [InlineData("2026-01-16", "2026-03-01", "old:overdue")]
    public void A_draft_is_assessed_where_it_is_asked_for(string? from, string asOf, string rows)
    {
        var rulebook = Rulebook(
            Pack("old", By("2000-01-01"), Decide),
            Pack("draft", from is null ? null : By(from), Decide with { Limit = new Within(Months(3)) }) with { Series = "guidance", Status = PackStatus.Draft });
        var file = Live("told 2026-01-15");
        var compiled = CompiledRulebook.Compile(rulebook, ["draft"]);

        string.Join(' ', compiled.Assess(compiled.Bind(file), Day(asOf)).Timescales.OrderByDescending(row => row.Rule.Pack).Select(row => $"{row.Rule.Pack}:{Words.Of(row.State)}")).ShouldBe(rows);
        Assess(file, asOf, rulebook).Timescales.Single().Rule.Pack.ShouldBe("old");
        Should.Throw<ArgumentException>(() => CompiledRulebook.Compile(rulebook, ["old"])).Message.ShouldContain("no draft pack 'old'");
    }

    [Theory]
    [InlineData("told 2025-12-31", "old review (OR)")]
    [InlineData("told 2026-01-01", "new review (NR)")]
    [InlineData("told 2025-12-31/2026-01-01", "old review (OR), new review (NR)")]
    public void What_a_review_is_called_changes_with_the_edition_that_governs_it(string told, string names)
    {
        var old = Pack("old", By("2000-01-01"), Decide);
        var rulebook = Rulebook(
            old with { Names = old.Names.Add("review", "old review").Add("short", "OR") },
            Pack("new", By("2026-01-01"), Decide) with { Names = old.Names.Add("review", "new review").Add("short", "NR") });
        var file = Live(told);
        var found = Assess(file, "2026-06-01", rulebook);

        string.Join(", ", ReviewName.Of(found, rulebook)).ShouldBe(names);
        CaseExplanation.Of(file, found, rulebook).Standing.ShouldContain(line => line.Contains("the review is called a ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-11-01", "2026-01-01")] // a month after would be before the change
    [InlineData("2025-12-01", "2026-01-01")]
    [InlineData("2025-12-02", "2026-01-02")]
    public void A_change_in_the_law_never_makes_a_due_date_before_it_began(string told, string due)
    {
        var by = new Governance { By = ["decided"], From = DateInterval.On(Day("2026-01-01")) };
        var rule = Decide with { MetBy = new MetByEvent(On("sent")) };
        var row = Assess(Live($"told {told}", "decided 2026-01-01"), "2026-06-01", Rulebook(Pack("old", by with { From = DateInterval.On(Day("2000-01-01")) }, rule with { Limit = new Within(Months(6)) }), Pack("new", by, rule)))
            .Timescales.Single();

        (row.Rule.Pack, row.Due).ShouldBe(("new", DateInterval.On(Day(due))));
    }

    [Fact]
    public void No_rule_about_reviews_is_asked_of_a_partnership_itself() =>
        Assess(Live("told 2020-01-01") with { Kind = SubjectKind.Partnership }, "2026-01-01", TwoEditions)
            .ShouldSatisfyAllConditions(found => found.Timescales.ShouldBeEmpty(), found => found.Editions.ShouldBeEmpty(), found => found.Questions.ShouldBeEmpty());

    private static string Editions(CaseFile file, string asOf) => string.Join(' ', Assess(file, asOf, TwoEditions).Editions);

    private static Governance By(string from) => new() { By = ["told"], From = DateInterval.On(Day(from)) };

    private static CaseFile Adopted(params string[] events) => Live(events) with { Adopted = [new Adoption("local", Day("2024-04-01"), Day("2024-12-31"))] };

    private static Rulebook Local(Timescale rule) => Rulebook(Pack("local", new Governance { Adopted = true }, rule));
}
