using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>The assessor beside a second, naive one that tries every date a small case can have.</summary>
public sealed class AgainstEveryWorldTests(ITestOutputHelper output)
{
    private static readonly int Most = Properties.Full ? 1500 : 400;

    private static Gen<Small> Cases(bool exact) => Gen.Choose(0, int.MaxValue - 1).Select(seed => SmallCases.Draw(seed, exact));

    [Fact]
    public void What_is_concluded_is_so_in_every_world() =>
        Properties.Hold(Cases(exact: false), SmallShrinks.Of, small => Holds(new Contradictions(small, Most).Find()), count: 250);

    [Fact]
    public void A_live_case_of_which_everything_is_known_is_concluded_to_the_day() =>
        Properties.Hold(
            Cases(exact: true),
            SmallShrinks.Of,
            small =>
            {
                var contradictions = new Contradictions(small, Most);
                return Holds(contradictions.Find()) && contradictions.AlsoSettled == contradictions.Settled;
            },
            count: 500);

    [Fact]
    public void What_is_so_in_every_world_is_seldom_left_untold()
    {
        var (settled, told) = (0, 0);
        for (var seed = 1; seed <= (Properties.Full ? 20000 : 1000); seed++)
        {
            var contradictions = new Contradictions(SmallCases.Draw(seed, exact: false), Most);
            contradictions.Find(wholeOnly: true);
            settled += contradictions.Settled;
            told += contradictions.AlsoSettled;
        }

        output.WriteLine($"{told} of {settled} rows that are the same in every world");
        settled.ShouldBeGreaterThan(50);
        (100 * told / settled).ShouldBeGreaterThan(75);
    }

    [Fact]
    public void A_conclusion_that_is_wrong_is_found_out()
    {
        var small = Enumerable.Range(1, 1000).Select(seed => SmallCases.Draw(seed, exact: true))
            .First(small => !small.File.Events.Any(happened => happened.Event == "pause-on") && Contradictions.Assess(small).Timescales.Any(row => row.State == TimescaleState.Overdue));
        var said = Contradictions.Assess(small);
        var row = said.Timescales.First(row => row.State == TimescaleState.Overdue);

        TimescaleResult[] wrong =
        [
            row with { State = TimescaleState.Met, Possible = StateSet.Of(TimescaleState.Met) },
            row with { State = TimescaleState.CannotTell, Possible = StateSet.Of(TimescaleState.Met).With(TimescaleState.MetLate) },
            row with { Started = DateInterval.On(row.Started!.Value.Latest.AddDays(1)) },
            row with { Due = DateInterval.On(row.Due!.Value.Latest.AddDays(-1)) },
            row with { DaysLateAtLeast = row.DaysLateAtLeast + 1, DaysLateAtMost = row.DaysLateAtMost + 1 },
        ];

        new Contradictions(small, said, Most).Find().ShouldBeEmpty();
        foreach (var one in wrong)
        {
            new Contradictions(small, said with { Timescales = said.Timescales.Replace(row, one) }, Most).Find().ShouldNotBeEmpty();
        }
    }

    private bool Holds(IReadOnlyList<string> found)
    {
        foreach (var contradiction in found)
        {
            output.WriteLine(contradiction);
        }

        return found.Count == 0;
    }
}
