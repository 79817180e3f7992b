using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Tests.RealTimelines;

/// <summary>What <c>tests/data/real-timelines/README.md</c> says an honest engine concludes, case by case, under the rule files as they stand.</summary>
public sealed class RealTimelineTests
{
    private const string First = "guidance-2011";
    private const string Second = "guidance-2013";
    private const string Third = "guidance-2016";

    public static TheoryData<string> AllCases => [.. RealTimeline.References];

    [Theory]
    [MemberData(nameof(AllCases))]
    public void Nothing_of_loaded_history_is_live_overdue_or_running_and_no_rule_fails(string reference)
    {
        var assessment = RealTimeline.Assess(reference);

        assessment.Live.ShouldBeFalse();
        assessment.Failures.ShouldBeEmpty();
        assessment.Timescales.ShouldNotBeEmpty();
        assessment.Timescales.Where(row => row.State is TimescaleState.Overdue or TimescaleState.DueSoon or TimescaleState.Running or TimescaleState.Outstanding or TimescaleState.Paused)
            .Select(row => row.Rule.FullName).ShouldBeEmpty();
        assessment.Checks.Where(row => row.State == CheckState.Fails).Select(row => row.Rule.FullName).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("R02", First, Second)]
    [InlineData("R03", First, Second)]
    [InlineData("R04", First, Second, Third)]
    [InlineData("R06", Third)]
    [InlineData("R07", Second, Third)]
    [InlineData("R09", Second)]
    [InlineData("R11", Third)]
    [InlineData("R14", First, Second)]
    [InlineData("R17", Third)]
    [InlineData("R18", Third)]
    [InlineData("R22", Third)]
    [InlineData("R28", Third)]
    public void The_editions_that_could_govern_are_those_of_the_cases_own_dates(string reference, params string[] editions) =>
        RealTimeline.Assess(reference).Editions.ShouldBe(editions);

    [Theory]
    [InlineData(First)]
    [InlineData(Second)]
    public void R02_was_decided_in_time_or_up_to_twelve_days_late_and_the_decisions_date_would_settle_it(string edition)
    {
        var decide = Row("R02", edition, "decide");

        decide.State.ShouldBe(TimescaleState.CannotTell);
        decide.Possible.States().ShouldBe([TimescaleState.Met, TimescaleState.MetLate]);
        decide.Started.ShouldBe(On("2013-05-29"));
        decide.Due.ShouldBe(On("2013-06-29"));
        decide.Target.ShouldBe(new DateOnly(2013, 6, 28));
        (decide.DaysLateAtLeast, decide.DaysLateAtMost).ShouldBe((0, 12));
        decide.Missing.ShouldBe(["decision"]);
        decide.Because.ShouldContain(reason => reason.Template == ReasonTemplate.InTimeOrLate && reason.Number == 12);
        decide.Because.ShouldContain(reason => reason.Template == ReasonTemplate.SettledByDateOf && reason.Word == "decision");
    }

    [Theory]
    [InlineData("R02", First, "submit")]
    [InlineData("R02", Second, "complete-report")]
    [InlineData("R03", First, "decide")]
    [InlineData("R03", First, "submit")]
    [InlineData("R03", Second, "decide")]
    [InlineData("R03", Second, "complete-report")]
    [InlineData("R09", Second, "decide")]
    [InlineData("R09", Second, "complete-report")]
    [InlineData("R11", Third, "decide")]
    [InlineData("R11", Third, "complete-report")]
    [InlineData("R14", Second, "complete-report")]
    [InlineData("R18", Third, "decide")]
    [InlineData("R18", Third, "complete-report")]
    [InlineData("R22", Third, "decide")]
    [InlineData("R22", Third, "complete-report")]
    [InlineData("R28", Third, "complete-report")]
    public void What_is_not_recorded_leaves_it_open_whether_it_was_in_time(string reference, string edition, string rule)
    {
        var row = Row(reference, edition, rule);

        row.State.ShouldBe(TimescaleState.CannotTell);
        row.Missing.ShouldNotBeEmpty();
        row.Possible.States().Count().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("R04")]
    [InlineData("R24")]
    public void With_a_date_or_two_no_limit_can_be_told(string reference)
    {
        var limits = RealTimeline.Assess(reference).Timescales.Where(row => row.Rule.Limit is Within).ToList();

        limits.ShouldNotBeEmpty();
        limits.ShouldAllBe(row => row.State == TimescaleState.CannotTell);
    }

    [Fact]
    public void R03_was_commissioned_by_two_partnerships() =>
        RealTimeline.Case("R03").OtherPartnerships.ShouldHaveSingleItem().Partnership.ShouldBe("east-sussex");

    [Fact]
    public void R03_took_192_to_221_days_from_report_to_approval_and_its_upload_years_later_is_no_publication()
    {
        var milestones = RealTimeline.Assess("R03").Milestones;

        milestones.ShouldContain(new Milestone("report-completed", "qa-outcome", 192, 221));
        milestones.ShouldNotContain(milestone => milestone.To == "published" || milestone.To == "uploaded-to-library");
    }

    [Theory]
    [InlineData("R06")]
    [InlineData("R17")]
    public void Approved_with_changes_asks_for_no_second_round(string reference) =>
        RealTimeline.Assess(reference).Timescales.ShouldNotContain(row => row.Rule.Id == "resubmit");

    [Fact]
    public void The_changes_of_R06_were_made_and_of_R17_nobody_knows()
    {
        Row("R06", Third, "changes-made").State.ShouldBe(TimescaleState.Met);
        var open = Row("R17", Third, "changes-made");
        open.State.ShouldBe(TimescaleState.CannotTell);
        open.Missing.ShouldContain("changes-made");
    }

    [Fact]
    public void The_panel_of_R17_met_on_a_Saturday_and_that_is_asked_about()
    {
        var questions = RealTimeline.Assess("R17").Questions.Where(question => question.Reason.Template == ReasonTemplate.AskWorkingDay).ToList();

        var asked = questions.ShouldHaveSingleItem();
        asked.About.ShouldBe("qa-outcome");
        asked.Settles.ShouldBe(0);
        asked.Reason.First.ShouldBe(On("2023-02-25"));
        asked.Reason.Other.ShouldBe("Saturday");
        RealTimeline.Assess("R06").Questions.ShouldNotContain(question => question.Reason.Template == ReasonTemplate.AskWorkingDay);
    }

    [Theory]
    [InlineData(Second)]
    [InlineData(Third)]
    public void R07_was_late_whatever_the_days_of_its_pause_were_unless_something_unrecorded_explains_it(string edition)
    {
        var report = Row("R07", edition, "complete-report");

        report.State.ShouldBe(TimescaleState.MetLate);
        report.Started.ShouldBe(Between("2015-12-01", "2017-01-31"));
        report.Due!.Value.Latest.ShouldBeLessThan(new DateOnly(2019, 1, 1));
        report.MetOn.ShouldBe(Between("2019-01-01", "2019-01-31"));
        report.DaysLateAtLeast.ShouldBeGreaterThan(0);
        report.Because.ShouldContain(reason => reason.Template == ReasonTemplate.UnlessUnrecorded);
    }

    [Fact]
    public void Of_the_versions_of_R11_the_first_counts() =>
        Row("R11", Third, "complete-report").MetOn.ShouldBe(Between("2021-08-01", "2021-08-31"));

    [Fact]
    public void R14_was_submitted_190_to_333_days_late_under_the_first_edition_unless_something_unrecorded_explains_it()
    {
        var submit = Row("R14", First, "submit");

        submit.State.ShouldBe(TimescaleState.MetLate);
        submit.Started.ShouldBe(Between("2013-03-01", "2013-07-22"));
        submit.Due.ShouldBe(Between("2013-09-01", "2014-01-22"));
        (submit.DaysLateAtLeast, submit.DaysLateAtMost).ShouldBe((190, 333));
        submit.Because.ShouldContain(reason => reason.Template == ReasonTemplate.UnlessUnrecorded);
    }

    [Fact]
    public void R14s_own_report_day_is_missing_under_the_edition_of_2013() =>
        Row("R14", Second, "complete-report").Missing.ShouldContain("report-completed");

    [Fact]
    public void R18_is_asked_for_the_dates_it_lacks()
    {
        var questions = RealTimeline.Assess("R18").Questions;

        questions.ShouldContain(question => question.About == "decision" && question.Settles > 0 && question.Reason.First == Between("2022-10-01", "2023-05-31"));
        questions.ShouldContain(question => question.About == "notified" && question.Settles > 0);
        questions.ShouldContain(question => question.About == "pause-started" || question.About == "pause-ended");
    }

    [Fact]
    public void R28_is_open_again_from_the_direction_on_and_six_months_from_it_end_between_2020_and_2027()
    {
        var report = Row("R28", Third, "complete-report");

        RealTimeline.Assess("R28").ReopenedOn.ShouldBe(Between("2020-03-28", "2026-11-20"));
        report.Started.ShouldBe(Between("2020-03-28", "2026-11-20"));
        report.Due.ShouldBe(Between("2020-09-28", "2027-05-20"));
        report.Missing.ShouldContain("home-office-direction");
    }

    private static TimescaleResult Row(string reference, string edition, string rule) =>
        RealTimeline.Assess(reference).Timescales.Single(row => row.Rule.Pack == edition && row.Rule.Id == rule);

    private static DateInterval On(string day) => Between(day, day);

    private static DateInterval Between(string earliest, string latest) =>
        new(DateOnly.ParseExact(earliest, "yyyy-MM-dd"), DateOnly.ParseExact(latest, "yyyy-MM-dd"));
}
