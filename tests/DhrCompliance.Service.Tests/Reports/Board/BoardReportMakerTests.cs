using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Tests.Assessments.Explaining;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Tests.Reports.Board;

public sealed class BoardReportMakerTests
{
    public static BoardTerms Terms { get; } =
        new("Harrow", Sample.Day("2026-11-20"), true, new Dictionary<string, string> { ["devon"] = "Devon" });

    private static readonly CaseFile File = SampleRules.TheFile;
    private static readonly Assessment Late = SampleRules.TheAssessment;

    [Fact]
    public void The_headline_counts_live_reviews_and_what_comes_due()
    {
        var soon = Row(TimescaleState.Running, "2027-01-19");
        var report = Make(Live("A", Late.Timescales), Live("B", [soon]), Live("C", [Row(TimescaleState.Running, "2027-01-20")]));

        report.Headline.ShouldBe("Of 3 live reviews, one has something overdue or out of order; in one, something more falls due in the next 60 days.");
        Make(Live("A", [.. Late.Timescales, soon])).Headline
            .ShouldBe("Of one live review, one has something overdue or out of order; in one, something more falls due in the next 60 days.");
        Make(Live("B", [Row(TimescaleState.Met, "2026-01-01")])).Headline
            .ShouldBe("None of one live review has anything overdue or out of order; nothing falls due in the next 60 days.");
    }

    [Fact]
    public void History_is_counted_apart_and_appears_in_no_list()
    {
        var historic = (File with { Reference = "OLD", KeptSince = null }, Late with { Reference = "OLD", Live = false });
        var report = Make(Live("A", [Row(TimescaleState.Met, "2026-01-01")]), historic);

        report.Overdue.Rows.ShouldBeEmpty();
        report.Findings.Rows.ShouldBeEmpty();
        report.Questions.Rows.ShouldBeEmpty();
        report.Historic.ShouldHaveSingleItem().Reference.ShouldBe("OLD");
        report.Standings.Sum(standing => standing.Live).ShouldBe(1);
        report.Standings.Sum(standing => standing.Historic).ShouldBe(1);
        report.Remarks.ShouldContain(remark => remark.StartsWith("One review is closed or loaded history", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2027-01-19", 1)]
    [InlineData("2027-01-20", 0)]
    public void Sixty_days_ahead_is_the_last_day_that_is_soon(string due, int rows) =>
        Make(Live("A", [Row(TimescaleState.Running, due)])).DueSoon.Rows.Count().ShouldBe(rows);

    [Fact]
    public void What_would_tell_a_sensitive_fact_is_left_out_and_counted()
    {
        Condition hidden = new FactTest { Fact = "private", Comparison = Comparison.OneOf, Values = ["yes"] };
        var rule = SampleRules.Write with { AppliesWhen = hidden, Title = "A telling title" };
        var assessment = Late with
        {
            Timescales = [SampleRules.Late with { Rule = rule }],
            Checks = [Late.Checks[0] with { Rule = SampleRules.Seen with { Require = hidden, Title = "Another telling title" } }],
            Questions = [new Question("private:D1", new Reason(ReasonTemplate.AskFact, "private", "D1"), 3)],
        };
        var report = Make((File, assessment));

        report.Overdue.Rows.ShouldBeEmpty();
        report.Findings.Rows.ShouldBeEmpty();
        report.Questions.Rows.ShouldBeEmpty();
        report.Live.ShouldHaveSingleItem().Dues.ShouldBeEmpty();
        report.Live[0].Remarks.ShouldAllBe(remark => !remark.Contains("telling"));
        report.Remarks.ShouldContain("3 entries that would tell a sensitive fact are left out of this page; the register has them.");
    }

    [Fact]
    public void Overdue_rows_say_how_late_whose_duty_and_whether_it_is_explained()
    {
        var row = Make((File, Late)).Overdue.Rows.ShouldHaveSingleItem();

        row.Select(cell => cell.Replace('\u00A0', ' ')).ShouldBe(
            ["R02", "Write the report", "30 Sep 2026", "51", "the chair of the review", "not explained", "guidance, stated by the source, verified"]);
    }

    [Fact]
    public void A_free_text_of_an_event_is_never_in_the_picture()
    {
        var words = SampleRules.TheRules.Vocabulary;
        var kind = words.Events[1] with
        {
            Attributes =
            [
                new AttributeType { Name = "outcome", Type = ValueKind.Choice, Choices = ["no-review"] },
                new AttributeType { Name = "why", Type = ValueKind.Text },
            ],
        };
        var file = File with
        {
            Events =
            [
                new CaseEvent
                {
                    Id = "E", Event = kind.Name, Date = Sample.On("2026-01-10"),
                    Attributes = ImmutableDictionary<string, string>.Empty.Add("outcome", "no-review").Add("why", "a name"),
                },
                new CaseEvent { Id = "F", Event = kind.Name, Date = Sample.On("2026-02-10"), Attributes = ImmutableDictionary<string, string>.Empty.Add("outcome", "not a choice") },
            ],
        };
        var report = BoardReportMaker.Of([(file, Late)], SampleRules.TheRules with { Vocabulary = words with { Events = words.Events.SetItem(1, kind) } }, Terms);

        report.Live[0].Events.Select(mark => mark.What)
            .ShouldBe(["The decision whether to hold a review: no review", "The decision whether to hold a review"]);
    }

    [Fact]
    public void Marks_stand_in_order_of_time_within_the_picture_and_never_on_each_other()
    {
        var events = Enumerable.Range(0, 40)
            .Select(i => new CaseEvent { Id = $"E{i:00}", Event = "report", Date = Sample.On("2026-01-10") })
            .Select((happened, i) => happened with { Date = new(Sample.Day("2026-01-10").AddDays(i * 3), Sample.Day("2026-01-10").AddDays((i * 3) + (i % 5))) })
            .ToImmutableArray();
        var marks = Make((File with { Events = events }, Late)).Live[0].Events;

        marks.Select(mark => mark.Label).ShouldBe(Enumerable.Range(1, 40).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var row in marks.GroupBy(mark => mark.Row))
        {
            row.Zip(row.Skip(1)).ShouldAllBe(pair => pair.Second.From >= pair.First.Until + 6.9);
        }

        marks.ShouldAllBe(mark => mark.From >= 0 && mark.Until <= 100 && mark.From <= mark.Until);
    }

    [Fact]
    public void An_event_whose_day_nobody_knows_is_told_but_has_no_place()
    {
        var file = File with { Events = [new CaseEvent { Id = "E", Event = "report", Date = DhrCompliance.Calendars.DateInterval.Unknown }] };
        var picture = BoardReportMaker.Of([(file, Late with { Timescales = [] })], SampleRules.TheRules, Terms).Live[0];

        picture.Ticks.ShouldBeEmpty();
        picture.Events.ShouldHaveSingleItem().Row.ShouldBe(-1);
        picture.Events[0].Day.ShouldBe("day not recorded");
    }

    [Fact]
    public void Only_days_that_were_certainly_paused_are_drawn_as_paused()
    {
        var start = new CaseEvent { Id = "P", Event = "stopped", Date = DhrCompliance.Calendars.DateInterval.Unknown };
        var end = new CaseEvent { Id = "Q", Event = "resumed", Date = Sample.Between("2026-06-01", "2026-06-30") };
        PictureSpan Pause(CaseEvent began) => BoardReportMaker.Of([(File with { Events = [.. File.Events, began, end] }, Late)], SampleRules.TheRules, Terms)
            .Live[0].Pauses.ShouldHaveSingleItem();

        var unknown = Pause(start);
        unknown.When.ShouldBe("day not recorded until Jun\u00A02026");
        unknown.Until.ShouldBeLessThan(unknown.From);
        unknown.MayUntil.ShouldBeGreaterThan(unknown.MayFrom);

        var known = Pause(start with { Date = Sample.On("2026-02-01") });
        known.Until.ShouldBeGreaterThan(known.From);
        known.MayUntil.ShouldBeGreaterThan(known.Until);
        known.MayFrom.ShouldBe(known.From);
    }

    [Fact]
    public void A_review_stands_as_the_row_that_most_needs_attention()
    {
        Standing(TimescaleState.Running, TimescaleState.Overdue).ShouldBe(ReviewStanding.Overdue);
        Standing(TimescaleState.Paused, TimescaleState.DueSoon).ShouldBe(ReviewStanding.DueSoon);
        Standing(TimescaleState.CannotTell, TimescaleState.Paused).ShouldBe(ReviewStanding.Paused);
        Standing(TimescaleState.Met, TimescaleState.CannotTell).ShouldBe(ReviewStanding.CannotTell);
        Standing(TimescaleState.Met, TimescaleState.MetLate).ShouldBe(ReviewStanding.OnCourse);
        ReviewStanding.Of(File, Late with { Live = false }).ShouldBe(ReviewStanding.Closed);
        StateMark.Of("no-such-state").ShouldBe(StateTone.Quiet);

        static ReviewStanding Standing(params TimescaleState[] states) =>
            ReviewStanding.Of(File, Late with { Checks = [], Timescales = [.. states.Select(state => Row(state, "2026-12-01"))] });
    }

    private static BoardReport Make(params (CaseFile, Assessment)[] cases) => BoardReportMaker.Of(cases, SampleRules.TheRules, Terms);

    private static (CaseFile, Assessment) Live(string reference, ImmutableArray<TimescaleResult> rows) =>
        (File with { Reference = reference }, Late with { Reference = reference, Timescales = rows, Checks = [], Questions = [], Failures = [] });

    private static TimescaleResult Row(TimescaleState state, string due) => SampleRules.Late with
    {
        State = state,
        Possible = StateSet.Of(state),
        Due = Sample.On(due),
    };
}
