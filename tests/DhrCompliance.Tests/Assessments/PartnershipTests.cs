using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

public sealed class PartnershipTests
{
    /// <summary>A report within a month after each quarter.</summary>
    private static Timescale Quarterly { get; } = new()
    {
        Pack = "p", Id = "tell-board", Title = "Tell the board", Subject = SubjectKind.Partnership,
        ForEach = new ForEachPeriod(Recurrence.CalendarQuarter), Limit = new Within(Months(1)), MetBy = new MetByEvent(On("reported")),
    };

    /// <summary>An event within each year.</summary>
    private static Timescale Yearly { get; } = Quarterly with
    {
        Id = "learn",
        ForEach = new ForEachPeriod(Recurrence.Year),
        Starts = [new StartOwnDate(Recurrence.FirstDay)],
        Limit = new ByDate([new DateSource(null, Recurrence.LastDay)], null),
        MetBy = new MetByEvent(On("met")),
    };

    [Fact]
    public void Rules_of_a_partnership_are_judged_over_it_and_rules_of_a_review_over_reviews()
    {
        Names(Assess(Partnership("2026-01-01"), "2026-08-01", Decide, Quarterly)).ShouldBe("2026-Q1 2026-Q2 2026-Q3");
        Names(Assess(Live("told 2026-01-01"), "2026-08-01", Decide, Quarterly)).ShouldBe("once");
    }

    [Theory]
    [InlineData("2026-03-31", "2026-Q1 running")]
    [InlineData("2026-03-30", "2026-Q1 not-started")]
    [InlineData("2026-04-15", "2026-Q1 running, 2026-Q2 not-started")]
    [InlineData("2026-04-16", "2026-Q1 due-soon, 2026-Q2 not-started")]
    [InlineData("2026-04-30", "2026-Q1 due-soon, 2026-Q2 not-started")]
    [InlineData("2026-05-01", "2026-Q1 overdue, 2026-Q2 not-started")]
    [InlineData("2026-07-01", "2026-Q1 overdue, 2026-Q2 running, 2026-Q3 not-started")]
    public void A_month_after_each_quarter_is_overdue_from_the_day_after(string asOf, string states) =>
        States(Assess(Partnership("2026-01-01"), asOf, Quarterly)).ShouldBe(states);

    [Fact]
    public void Before_the_register_is_kept_and_without_one_no_period_is_counted()
    {
        Assess(Partnership("2026-01-02"), "2026-03-31", Quarterly).Timescales.ShouldBeEmpty();
        Assess(Partnership("2026-01-02"), "2026-03-31", Quarterly).NextChangeOn.ShouldBe(Day("2026-04-01"));
        Assess(Partnership(null), "2026-03-31", Quarterly).Timescales.ShouldBeEmpty();
        Assess(Partnership("2026-07-01"), "2026-03-31", Quarterly).NextChangeOn.ShouldBe(Day("2026-07-01"));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-04-01", "2026-Q2 2026-Q3")]
    [InlineData("2026-05-01", "2026-04-01", "2026-Q3")]
    public void Of_an_adopted_pack_periods_are_counted_from_the_later_of_adoption_and_register(string kept, string adopted, string names)
    {
        var file = Partnership(kept) with { Adopted = [new Adoption("local", Day(adopted), null)] };
        Names(Assess(file, "2026-08-01", Rulebook(Pack("local", new Governance { Adopted = true }, Quarterly)))).ShouldBe(names);
        Assess(Partnership(kept), "2026-08-01", Rulebook(Pack("local", new Governance { Adopted = true }, Quarterly))).Timescales.ShouldBeEmpty();
    }

    [Fact]
    public void One_event_meets_one_period_the_oldest_that_is_open_and_none_before_its_clock()
    {
        // The first report comes while the first quarter still runs, and no clock of a quarter has begun.
        States(Assess(Partnership("2026-01-01", "reported 2026-03-01", "reported 2026-07-10"), "2026-07-20", Quarterly))
            .ShouldBe("2026-Q1 met-late, 2026-Q2 due-soon, 2026-Q3 not-started");
        States(Assess(Partnership("2026-01-01", "reported 2026-04-30"), "2026-07-20", Quarterly))
            .ShouldBe("2026-Q1 met, 2026-Q2 due-soon, 2026-Q3 not-started");
    }

    [Theory]
    [InlineData("met 2027-10-01", "2027-10-01", "2026 overdue, 2027 met")] // what was missed makes nothing later late
    [InlineData("met 2027-01-01", "2027-01-01", "2026 overdue, 2027 met")] // the first day is the new year's
    [InlineData("met 2026-12-31", "2027-01-01", "2026 met, 2027 running")] // the last day is the old year's
    [InlineData("met 2027-02-01 met 2027-10-01", "2027-10-01", "2026 met-late, 2027 met")] // a second one makes up for it
    [InlineData("met 2026-03-01 met 2026-10-01", "2027-01-01", "2026 met, 2027 running")] // and none is held in store
    [InlineData("met 2027", "2028-01-01", "2026 overdue, 2027 met, 2028 running")] // of whichever day of its year
    [InlineData("met 2026/2027", "2028-01-01", "2026 cannot-tell, 2027 cannot-tell, 2028 running")]
    public void What_counts_from_a_first_day_is_met_by_what_happens_in_it_and_only_what_is_left_over_makes_up_for_an_older_one(string happened, string asOf, string states) =>
        States(Assess(Partnership("2026-01-01", [.. happened.Split("met ", StringSplitOptions.RemoveEmptyEntries).Select(day => $"met {day.Trim()}")]), asOf, Yearly)).ShouldBe(states);

    [Theory]
    [InlineData("met 2026-12-31", "2027-01-01", "2026 met, 2027 running")]
    [InlineData("met 2026-01-01", "2026-06-01", "2026 met")]
    [InlineData("met 2025-12-31", "2026-12-31", "2026 due-soon")]
    [InlineData("met 2025-12-31", "2027-01-01", "2026 overdue, 2027 running")]
    public void What_is_due_within_a_year_counts_from_its_first_day(string happened, string asOf, string states) =>
        States(Assess(Partnership("2026-01-01", happened), asOf, Yearly)).ShouldBe(states);

    [Fact]
    public void The_next_period_and_the_day_after_a_due_date_are_days_of_change()
    {
        // due 30 April; soon 16 April; the second quarter ends 30 June
        Assess(Partnership("2026-01-01"), "2026-02-01", Quarterly).NextChangeOn.ShouldBe(Day("2026-03-31"));
        Assess(Partnership("2026-01-01"), "2026-03-31", Quarterly).NextChangeOn.ShouldBe(Day("2026-04-01"));
        Assess(Partnership("2026-01-01"), "2026-04-30", Quarterly).NextChangeOn.ShouldBe(Day("2026-05-01"));
    }

    [Theory]
    [InlineData("2026-04-01", "old:2026-Q1 new:2026-Q2 new:2026-Q3")]
    [InlineData("2026-04-02", "old:2026-Q1 old:2026-Q2 new:2026-Q3")]
    public void Each_period_is_governed_by_the_edition_in_force_on_its_first_day(string from, string rows)
    {
        var rulebook = Rulebook(
            Pack("old", new Governance { By = ["told"], From = DateInterval.On(Day("2020-01-01")) }, Quarterly),
            Pack("new", new Governance { By = ["told"], From = DateInterval.On(Day(from)) }, Quarterly));
        var found = Assess(Partnership("2026-01-01"), "2026-08-01", rulebook);

        string.Join(' ', found.Timescales.Select(row => $"{row.Rule.Pack}:{row.Instance}")).ShouldBe(rows);
        found.Editions.ShouldBeEmpty();
    }

    [Fact]
    public void Where_it_is_not_known_when_an_edition_began_nothing_is_concluded_of_what_it_may_govern()
    {
        var rulebook = Rulebook(
            Pack("old", new Governance { By = ["told"], From = DateInterval.On(Day("2020-01-01")) }, Quarterly),
            Pack("new", new Governance { By = ["told"], From = new DateInterval(Day("2026-03-15"), Day("2026-04-15")) }, Quarterly));
        var found = Assess(Partnership("2026-01-01"), "2026-12-01", rulebook).Timescales.Where(row => row.Instance == "2026-Q2").ToList();

        found.Select(row => (row.Rule.Pack, row.State)).ShouldBe([("old", TimescaleState.CannotTell), ("new", TimescaleState.CannotTell)], ignoreOrder: true);
        Explanation.SentencesOf(found[0].Because, Bench.Vocabulary).ShouldContain(sentence => sentence.Contains("is known only in part", StringComparison.Ordinal));
    }

    [Fact]
    public void A_period_is_named_and_told()
    {
        var row = Assess(Partnership("2026-01-01"), "2026-05-01", Quarterly).Timescales[0];
        var told = Explanation.Of("bexley", row, Rulebook(Quarterly));

        told.Heading.ShouldBe("bexley · Tell the board (2026-Q1) · overdue");
        told.Paragraphs[0].ShouldStartWith("The clock counts from the last day of 2026-Q1, Tuesday 31 March 2026. That makes it due by Thursday 30 April 2026");
    }

    private static CaseFile Partnership(string? kept, params string[] events) =>
        File(kept, events) with { Reference = "bexley", Partnership = "bexley", Kind = SubjectKind.Partnership };

    private static string Names(Assessment found) => string.Join(' ', found.Timescales.Select(row => row.Instance));

    private static string States(Assessment found) => string.Join(", ", found.Timescales.Select(row => $"{row.Instance} {Words.Of(row.State)}"));
}
