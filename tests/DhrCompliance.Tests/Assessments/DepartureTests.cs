using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>Departures, recorded for a case or made by a protocol: they stand beside the row and change no lateness.</summary>
public sealed class DepartureTests
{
    private static Vocabulary Departing { get; } = Bench.Vocabulary with
    {
        Events =
        [
            .. Bench.Vocabulary.Events,
            new EventKind
            {
                Name = "departed", Title = "the departure", Means = EventMeaning.Departure, Repeats = true,
                Attributes =
                [
                    new AttributeType { Name = "from", Type = ValueKind.Rule, Means = AttributeMeaning.Rule },
                    new AttributeType { Name = "why", Type = ValueKind.Text },
                    new AttributeType { Name = "by", Type = ValueKind.Choice, Choices = ["board"], Means = AttributeMeaning.AgreedBy },
                ],
            },
            new EventKind
            {
                Name = "step", Title = "the next step", Means = EventMeaning.NextStep, Repeats = true,
                Attributes = [new AttributeType { Name = "on", Type = ValueKind.Date, Means = AttributeMeaning.Until }],
            },
        ],
    };

    [Theory]
    [InlineData("2024-07-31", true)]
    [InlineData("2024-08-01", false)]
    public void A_reason_with_a_dated_next_step_explains_a_lateness_until_that_day(string asOf, bool explained)
    {
        var found = Assess(Live("decided 2024-01-10 outcome=review", "departed 2024-07-15 from=report why=x by=board", "step 2024-07-15 on=2024-07-31"), asOf, Rules(Report));
        var row = found.Timescales.Single();

        row.State.ShouldBe(TimescaleState.Overdue);
        row.DaysLateAtMost.ShouldBe(Day(asOf).DayNumber - Day("2024-07-10").DayNumber);
        row.Because.Any(reason => reason.Template == ReasonTemplate.ExplainedUntil).ShouldBe(explained);
        Told(row).ShouldContain("A departure from this is recorded on Monday 15 July 2024, agreed by board.");
        (explained ? found.NextChangeOn : Day("2024-08-01")).ShouldBe(Day("2024-08-01"));
    }

    [Theory]
    [InlineData("departed 2024-07-15 from=decide why=x")] // from another rule
    [InlineData("departed 2024-07-21 from=report why=x")] // not yet
    public void What_is_recorded_for_another_rule_or_later_says_nothing(string happened) =>
        Assess(Live("decided 2024-01-10 outcome=review", happened, "step 2024-07-15 on=2024-12-31"), "2024-07-20", Rules(Report)).Timescales.Single()
            .Because.ShouldAllBe(reason => reason.Template != ReasonTemplate.DepartureRecorded && reason.Template != ReasonTemplate.ExplainedUntil);

    [Fact]
    public void A_departure_beside_what_is_in_time_explains_nothing() =>
        Assess(Live("decided 2024-01-10 outcome=review", "departed 2024-07-01 from=p/report why=x", "step 2024-07-01 on=2024-12-31"), "2024-07-10", Rules(Report)).Timescales.Single()
            .Because.Select(reason => reason.Template).Where(template => template >= ReasonTemplate.DepartureRecorded && template <= ReasonTemplate.DepartsFrom)
            .ShouldBe([ReasonTemplate.DepartureRecorded]);

    [Fact]
    public void A_gate_passed_in_the_wrong_order_stays_a_finding_beside_its_departure()
    {
        var check = new Check { Pack = "p", Id = "order", Title = "Order", Order = [On("shown"), On("sent")] };
        var row = Assess(Live("sent 2024-01-10", "shown 2024-01-12", "departed 2024-01-10 from=order why=x"), "2024-02-01", Rules(check)).Checks.Single();

        row.State.ShouldBe(CheckState.Fails);
        row.Because.ShouldContain(reason => reason.Template == ReasonTemplate.DepartureRecorded);
    }

    [Fact]
    public void A_protocol_that_departs_is_told_beside_the_guidance_where_it_governs()
    {
        var local = Report with { Id = "own", Title = "Our own report", Limit = new Within(Months(9)), DepartsFrom = "report" };
        var rulebook = Rulebook(Pack("guidance", null, Report), Pack("local", new Governance { Adopted = true }, local)) with { Vocabulary = Departing };
        var file = Live("decided 2024-01-10 outcome=review");
        var both = Assess(file with { Adopted = [new Adoption("local", Day("2024-01-01"), null)] }, "2024-08-01", rulebook).Timescales;

        both.Select(row => row.State).ShouldBe([TimescaleState.Overdue, TimescaleState.Running]);
        Told(both[0]).ShouldContain("A protocol that this partnership works by departs from it: “Our own report” (local/own).");
        Told(both[1]).ShouldContain("It departs from “Report” (guidance/report).");
        Told(Assess(file, "2024-08-01", rulebook).Timescales.Single()).ShouldNotContain(sentence => sentence.Contains("departs", StringComparison.Ordinal));
    }

    private static Rulebook Rules(params Rule[] rules) => Rulebook(rules) with { Vocabulary = Departing };

    private static System.Collections.Immutable.ImmutableArray<string> Told(TimescaleResult row) => Explanation.SentencesOf(row.Because, Departing);
}
