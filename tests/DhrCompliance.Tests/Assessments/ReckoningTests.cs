using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>How a due date came about is told as it was counted: rounded up, with the first day in, and off days that are no working days.</summary>
public sealed class ReckoningTests
{
    private static readonly LimitTerms Month = Months(1);

    [Theory]
    [InlineData("2025-01-30", "That makes it due by Saturday 1 March 2025: one month, and February 2025 has no day 30, so the first day of the next month stands.")]
    [InlineData("2025-01-28", "That makes it due by Friday 28 February 2025: one month, the same date in the next month.")]
    [InlineData("2024-12-31", "That makes it due by Friday 31 January 2025: one month, the same date in the next month.")]
    public void A_month_rounded_up_ends_on_the_first_of_the_next(string told, string sentence) =>
        Told(told, Month with { Rounding = MonthRounding.Up }).ShouldBe([sentence]);

    [Theory]
    [InlineData("2025-01-10", "That makes it due by Sunday 9 February 2025: one month, of which the day of the start is the first.")]
    [InlineData("2025-01-31", "That makes it due by Thursday 27 February 2025: one month, of which the day of the start is the first; February 2025 has no day 31, so its last day stands for that, and the day before is the last in time.")]
    public void The_first_day_counted_in_is_told(string told, string sentence) =>
        Told(told, Month with { BeginningWith = true }).ShouldBe([sentence]);

    [Fact]
    public void The_first_day_counted_in_is_told_of_a_month_rounded_up_too() =>
        Told("2025-01-31", Month with { BeginningWith = true, Rounding = MonthRounding.Up }).ShouldBe(
            ["That makes it due by Friday 28 February 2025: one month, of which the day of the start is the first; February 2025 has no day 31, so the first day of the next month stands for that, and the day before is the last in time."]);

    [Fact]
    public void The_first_working_day_counted_in_is_told() =>
        Told("2025-01-10", new LimitTerms(new Period(5, PeriodUnit.WorkingDays), BeginningWith: true)).ShouldBe(
            ["That makes it due by Thursday 16 January 2025: five working days, the day of the start among them where it is one, bank holidays and weekends left out."]);

    [Theory]
    [InlineData("2025-04-30")] // a Friday
    [InlineData("2025-05-02")] // a Monday
    public void A_working_day_moves_nowhere(string told) => Told(told, Month with { Roll = Roll.NextWorkingDay }).Length.ShouldBe(1);

    [Theory]
    [InlineData("2025-05-01", Roll.NextWorkingDay, "Sunday 1 June 2025 is no working day, so the due date moves to the next working day, Monday 2 June 2025.")]
    [InlineData("2025-05-01", Roll.PreviousWorkingDay, "Sunday 1 June 2025 is no working day, so the due date moves back to the working day before, Friday 30 May 2025.")]
    [InlineData("2025-11-25", Roll.NextWorkingDay, "Thursday 25 December 2025 is Christmas Day, so the due date moves to the next working day, Friday 26 December 2025.")]
    public void A_date_that_moves_is_told_before_and_after(string told, Roll roll, string sentence)
    {
        var sentences = Told(told, Month with { Roll = roll });

        sentences.Length.ShouldBe(2);
        sentences[0].ShouldEndWith("one month, the same date in the next month.");
        sentences[1].ShouldBe(sentence);
    }

    [Fact]
    public void A_start_known_in_part_moves_on_both_ends() =>
        Told("2025-05-01/2025-05-08", Month with { Roll = Roll.NextWorkingDay })[1].ShouldBe(
            "A due date that is no working day moves to the next that is: it is due by a day between Monday 2 June 2025 and Monday 9 June 2025.");

    [Fact]
    public void A_pause_of_a_date_that_moves_off_weekends_is_not_counted_in_days_it_did_not_have()
    {
        var row = Row(
            Live("told 2025-05-01", "pause 2025-05-05 reason=trial", "resume 2025-05-10 reason=trial"), "2025-05-20",
            Decide with { Limit = new Within(Month with { Roll = Roll.NextWorkingDay }), PausedBy = ["trial"] });

        Explanation.SentencesOf(row.Because, Bench.Vocabulary).ShouldContain(
            "Pauses moved the due date, and a date so moved goes off days that are no working days as well: from Monday 2 June 2025 to Monday 9 June 2025.");
    }

    [Fact]
    public void What_was_stored_before_reads_as_it_read()
    {
        var clamped = new Reason(ReasonTemplate.DueClamped, null, "1 month", DateInterval.On(Day("2025-01-31")), DateInterval.On(Day("2025-03-03")));

        Sentences.Of(clamped, Bench.Vocabulary).ShouldBe("That makes it due by Monday 3 March 2025: one month, and March 2025 has no day 31, so its last day stands.");
    }

    private static System.Collections.Immutable.ImmutableArray<string> Told(string told, LimitTerms terms)
    {
        var row = Row(Live($"told {told}"), "2026-06-01", Decide with { Limit = new Within(terms) });
        return Explanation.SentencesOf([.. row.Because.Where(IsReckoned)], Bench.Vocabulary);
    }

    private static bool IsReckoned(Reason reason) => reason.Template is ReasonTemplate.DueFrom or ReasonTemplate.DueClamped
        or ReasonTemplate.DueRoundedUp or ReasonTemplate.DueCountedIn or ReasonTemplate.DueRolled;
}
