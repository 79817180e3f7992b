using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>Items that belong to the first, second ... event of a kind, and what happened since the last one of a kind.</summary>
public sealed class RoundItemTests
{
    private static readonly Vocabulary Rounds = Bench.Vocabulary with
    {
        Items = [.. Bench.Vocabulary.Items, new ItemKind { Name = "change", Title = "change" }],
        Facts =
        [
            .. Bench.Vocabulary.Facts,
            new FactType { Name = "round", Of = "change", Question = "Which round?", Type = ValueKind.Number, Counts = "judged" },
            new FactType { Name = "by", Of = "change", Question = "By when?", Type = ValueKind.Date },
        ],
        Events = [.. Bench.Vocabulary.Events, new EventKind { Name = "made", Title = "made", Of = "change" }],
    };

    /// <summary>Each time something is sent again, every change that was asked for by then was made.</summary>
    private static readonly Check EveryChange = Again(new OverItems(Quantifier.Every, "change", new EventTest(On("made"), Occurrence.Happened)));

    /// <summary>Each time something is sent again, it was reported since the last judgement.</summary>
    private static readonly Check ReportedSince = Again(new EventTest(On("reported") with { Since = On("judged") }, Occurrence.Happened));

    private static readonly Timescale MakeChange = new()
    {
        Pack = "p", Id = "make", Title = "Make",
        ForEach = new ForEachItem("change", null),
        Starts = [new StartOwnDate("letter"), new StartOwnDate("round")],
        Limit = new ByDate([new DateSource(null, "by"), new DateSource(null, "respond-by")], new Period(14, PeriodUnit.Days)),
        MetBy = new MetByEvent(On("made")),
    };

    [Theory]
    [InlineData("made 2024-03-01 @A", CheckState.Holds)]
    [InlineData("made 2024-03-02 @A", CheckState.Fails)]
    [InlineData("made 2024-03 @A", CheckState.CannotTell)]
    [InlineData("began 2024-01-01", CheckState.Fails)]
    public void What_was_asked_for_in_the_round_before_is_made_by_the_next_sending(string made, CheckState state) =>
        Row(EveryChange, Kept("sent 2024-01-05", "judged 2024-02-01 outcome=again", "sent 2024-03-01", made), "C1-E3", ("A", "1"), ("B", "2")).State.ShouldBe(state);

    [Fact]
    public void What_is_asked_for_in_a_later_round_is_not_there_yet()
    {
        var file = Kept("sent 2024-01-05", "judged 2024-02-01 outcome=again", "sent 2024-03-01", "judged 2024-04-01 outcome=again", "sent 2024-05-01", "made 2024-03-01 @A");

        Row(EveryChange, file, "C1-E3", ("A", "1"), ("B", "2")).State.ShouldBe(CheckState.Holds);
        Row(EveryChange, file, "C1-E5", ("A", "1"), ("B", "2")).State.ShouldBe(CheckState.Fails);
    }

    [Fact]
    public void Over_no_change_of_the_round_it_cannot_be_told() =>
        Row(EveryChange, Kept("judged 2024-02-01 outcome=again", "sent 2024-03-01"), "C1-E2", ("B", "2")).State.ShouldBe(CheckState.CannotTell);

    [Theory]
    [InlineData("made 2024-02-20 @A", CheckState.CannotTell)]
    [InlineData("began 2024-01-01", CheckState.CannotTell)]
    public void A_change_without_a_round_is_asked_about(string made, CheckState state)
    {
        var row = Row(EveryChange, Kept("judged 2024-02-01 outcome=again", "sent 2024-03-01", made), "C1-E2", ("A", ""));

        row.State.ShouldBe(state);
        row.Missing.ShouldContain("round:A");
    }

    [Fact]
    public void While_no_register_was_kept_an_earlier_judgement_may_make_it_another_round() =>
        Row(EveryChange, Historic("judged 2024-02-01 outcome=again", "sent 2024-03-01", "made 2024-03-02 @A"), "C1-E2", ("A", "1")).State.ShouldBe(CheckState.CannotTell);

    [Theory]
    [InlineData("reported 2024-01-31", CheckState.Fails)]
    [InlineData("reported 2024-02-01", CheckState.Fails)]
    [InlineData("reported 2024-02-02", CheckState.Holds)]
    [InlineData("reported 2024-03-01", CheckState.Holds)]
    [InlineData("reported 2024-03-02", CheckState.Fails)]
    [InlineData("reported 2024-02", CheckState.CannotTell)]
    [InlineData("reported 2024-01-20/2024-02-10", CheckState.CannotTell)]
    public void Since_the_last_judgement_before_it_was_sent(string reported, CheckState state) =>
        Row(ReportedSince, Kept("reported 2023-12-01", "sent 2024-01-05", "judged 2024-02-01 outcome=again", "sent 2024-03-01", reported), "C1-E4").State.ShouldBe(state);

    [Fact]
    public void What_was_done_for_the_round_before_does_not_do_for_the_next()
    {
        var file = Kept("judged 2024-02-01 outcome=again", "reported 2024-02-10", "sent 2024-03-01", "judged 2024-04-01 outcome=again", "sent 2024-05-01");

        Row(ReportedSince, file, "C1-E3").State.ShouldBe(CheckState.Holds);
        Row(ReportedSince, file, "C1-E5").State.ShouldBe(CheckState.Fails);
    }

    [Fact]
    public void The_event_that_a_check_is_about_does_not_come_between()
    {
        var check = new Check
        {
            Pack = "p", Id = "must", Title = "Must", ForEach = new ForEachEvent(On("judged")),
            Require = new EventTest(On("reported") with { Since = On("judged") }, Occurrence.Happened),
        };
        var file = Kept("reported 2024-01-10", "judged 2024-02-01 outcome=again", "judged 2024-03-01 outcome=again");

        Row(check, file, "C1-E2").State.ShouldBe(CheckState.Holds);
        Row(check, file, "C1-E3").State.ShouldBe(CheckState.Fails);
    }

    [Theory]
    [InlineData("2024-04-14", TimescaleState.NotStarted, null)]
    [InlineData("2024-04-15", TimescaleState.Running, "2024-06-01")]
    public void The_clock_of_a_change_starts_with_its_own_round(string asOf, TimescaleState state, string? due)
    {
        var file = Kept("judged 2024-02-01 outcome=again respond-by=2024-05-01", "judged 2024-04-15 outcome=again respond-by=2024-06-01");

        var row = Change(file, asOf, "2");

        (row.State, row.Due).ShouldBe((state, due is null ? null : DateInterval.On(Day(due))));
    }

    [Fact]
    public void The_letter_of_its_round_is_preferred_to_the_day_of_it()
    {
        var file = Kept("judged 2024-02-01 outcome=again", "judged 2024-04-15 outcome=again letter=2024-05-02");

        Change(file, "2024-05-10", "2").Started.ShouldBe(DateInterval.On(Day("2024-05-02")));
        Change(file, "2024-05-10", "1").Started.ShouldBe(DateInterval.On(Day("2024-02-01")));
    }

    [Fact]
    public void Of_two_rounds_whose_order_nobody_knows_either_may_be_the_one()
    {
        var file = Kept("judged 2024-02 outcome=again", "judged 2024-02-10 outcome=again");

        Change(file, "2024-03-20", "1").Started.ShouldBe(new DateInterval(Day("2024-02-01"), Day("2024-02-29")));
        Change(file, "2024-03-20", "1").State.ShouldBe(TimescaleState.CannotTell);
    }

    /// <summary>Kept since before it began, so that what is not recorded has not happened.</summary>
    private static CaseFile Kept(params string[] events) => events.Any(one => one.StartsWith("began", StringComparison.Ordinal)) ? Live(events) : Live([.. events, "began 2000-01-02"]);

    private static Check Again(Condition require) => new()
    {
        Pack = "p", Id = "must", Title = "Must", Require = require, ForEach = new ForEachEvent(On("sent") with { After = On("judged", ("outcome", "again")) }),
    };

    private static CheckResult Row(Check check, CaseFile file, string instance, params (string Id, string Round)[] changes) =>
        Assessed(With(file, changes), "2024-06-01", check).Checks.Single(row => row.Instance == instance);

    private static TimescaleResult Change(CaseFile file, string asOf, string round) =>
        Assessed(With(file, ("A", round)), asOf, MakeChange).Timescales.Single();

    private static Assessment Assessed(CaseFile file, string asOf, Rule rule)
    {
        var events = Rounds.Events.Select(kind => kind.Name == "judged"
            ? kind with { Attributes = [.. kind.Attributes, new AttributeType { Name = "letter", Type = ValueKind.Date }] }
            : kind);
        return Assess(file, asOf, Rulebook(rule) with { Vocabulary = Rounds with { Events = [.. events] } });
    }

    private static CaseFile With(CaseFile file, params (string Id, string Round)[] changes) => file with
    {
        Items = [.. changes.Select(change => new CaseItem
        {
            Id = change.Id,
            Kind = "change",
            Facts = change.Round.Length == 0 ? [] : System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("round", change.Round),
        })],
    };
}
