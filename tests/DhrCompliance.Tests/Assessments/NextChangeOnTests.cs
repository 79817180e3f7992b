using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>Before the day on which an assessment says it must be looked at again, no state differs.</summary>
public sealed class NextChangeOnTests
{
    private static readonly Check Order = new() { Pack = "p", Id = "order", Title = "Order", Order = [On("shown"), On("sent")] };

    private static readonly Timescale Anew = SendAgain with
    {
        Id = "anew",
        Starts = [new StartEvent(On("told")), new StartOwnDate("respond-by")],
        Limit = new Within(Months(1)),
        EndsWith = [On("withheld")],
    };

    [Theory]
    [InlineData("told 2024-01-31", "decided 2024-02-10 outcome=review", "pause 2024-03-01 reason=trial", "resume 2024-04-01 reason=trial", "judged 2024-09-09 outcome=again")]
    [InlineData("told 2024-01-31", "shown after_2024-03-01", "sent 2024-06-10")]
    [InlineData("told 2024-01-01", "judged 2024-01-05 outcome=again respond-by=2024-06-01", "withheld 2024-02-01")]
    [InlineData("decided 2024-06-01 outcome=review", "pause after_2024-10-20 reason=trial")]
    public void Nothing_changes_before_the_next_change(params string[] events)
    {
        var compiled = CompiledRulebook.Compile(Rulebook(Decide, Report, SendAgain, Anew, Order));
        var bound = compiled.Bind(Live(events));
        for (var day = Day("2024-01-01"); day < Day("2025-06-01"); day = day.AddDays(1))
        {
            var today = compiled.Assess(bound, day);
            var tomorrow = compiled.Assess(bound, day.AddDays(1));
            if (today.NextChangeOn is not { } next || next > day.AddDays(1))
            {
                States(tomorrow).ShouldBe(States(today), $"{day:o}: next change on {today.NextChangeOn:o}");
            }
        }
    }

    private static string States(Assessment assessment) => string.Join(
        ' ', assessment.Timescales.Select(row => $"{row.Rule.Id}:{row.Instance}:{row.State}").Concat(assessment.Checks.Select(row => $"{row.Rule.Id}:{row.State}")));
}
