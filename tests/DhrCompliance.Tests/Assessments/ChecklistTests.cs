using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>Points that somebody signs for once: signed, not yet, or not to be told.</summary>
public sealed class ChecklistTests
{
    private static Check Quality { get; } = new()
    {
        Pack = "p",
        Id = "quality",
        Title = "Quality of the report",
        SignedBy = On("shown", ("to", "panel")),
        Points = [new ChecklistPoint("Follows the template", "42"), new ChecklistPoint("Robustly analysed", null)],
    };

    [Theory]
    [InlineData("shown 2024-05-01 to=panel", "2024-05-01", "holds")]
    [InlineData("shown 2024-05-01 to=panel", "2024-04-30", "not-yet")]
    [InlineData("shown 2024-05-01 to=board", "2024-06-01", "not-yet")]
    [InlineData("shown 2024-05-01 to=board;panel", "2024-06-01", "holds")]
    [InlineData("shown 2024-05-01", "2024-06-01", "cannot-tell")] // for whom is not recorded
    [InlineData("shown 2024-04-20/2024-05-10 to=panel", "2024-05-01", "cannot-tell")]
    [InlineData("shown 2024-04-20/2024-05-10 to=panel", "2024-05-10", "holds")]
    [InlineData("began 2024-01-01", "2030-01-01", "not-yet")] // it never fails
    public void It_holds_once_it_is_signed(string happened, string asOf, string state)
    {
        var row = Assess(Live(happened), asOf, Quality).Checks.Single();

        Words.Of(row.State).ShouldBe(state);
        (row.State == CheckState.CannotTell).ShouldBe(row.Missing.Contains("shown"));
    }

    [Fact]
    public void Before_the_register_was_kept_absence_is_no_evidence() =>
        Assess(Historic("told 2024-01-01"), "2024-06-01", Quality).Checks.Single().State.ShouldBe(CheckState.CannotTell);

    [Fact]
    public void Its_points_are_listed_where_it_is_explained()
    {
        var row = Assess(Live("shown 2024-05-01 to=panel"), "2024-06-01", Quality).Checks.Single();
        var told = Explanation.Of("C1", row, Rulebook(Quality));

        row.At.ShouldBe(DateInterval.On(Day("2024-05-01")));
        told.Paragraphs.ShouldBe(["The checklist was signed on Wednesday 1 May 2024."]);
        ExplanationText.Lines(told).ShouldContain("    - Follows the template (obligation 42)");
        ExplanationText.Lines(told).ShouldContain("    - Robustly analysed");
    }
}
