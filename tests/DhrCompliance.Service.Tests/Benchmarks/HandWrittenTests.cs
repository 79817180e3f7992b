using DhrCompliance.Assessments;
using DhrCompliance.Benchmarks.HandWritten;
using DhrCompliance.Benchmarks.Synthetic;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Service.Tests.Benchmarks;

/// <summary>
/// What is measured against must do the same work: over the cases that the hand-written assessor covers (fully dated
/// reviews under the guidance of 2016, of a register kept from before the death), it and the real one agree.
/// </summary>
public sealed class HandWrittenTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly DateOnly[] Days =
    [
        Today, new(2026, 8, 31), new(2026, 2, 28), new(2025, 6, 1), new(2024, 2, 29), new(2023, 3, 31), new(2022, 1, 15), new(2021, 11, 1), new(2021, 10, 31), new(2020, 7, 1),
    ];

    [Fact]
    public void The_hand_written_assessor_agrees_with_the_real_one_on_every_state_and_date()
    {
        var rulebook = CompiledRulebook.Compile(RuleFiles.Read("tests/DhrCompliance.Benchmarks/HandWritten/rules"));
        var calendar = rulebook.Rulebook.Calendars.Values.First();
        var covered = 0;
        var states = new HashSet<TimescaleState>();
        foreach (var file in Files())
        {
            if (HandReader.Read(file) is not { } hand)
            {
                continue;
            }

            covered++;
            var bound = rulebook.Bind(file);
            foreach (var day in Days.Where(day => day >= file.Events.Min(one => one.Date.Earliest)))
            {
                var found = HandAssessor.Assess(hand, day, calendar);
                var real = rulebook.Assess(bound, day);
                Compare(real, found);
                if (file.Events.All(one => one.Date.Latest <= day))
                {
                    // Before what is recorded, the real one looks again each day at which an implied event could have been.
                    found.NextChangeOn.ShouldBe(real.NextChangeOn, $"{file.Reference} as of {day:yyyy-MM-dd}");
                }

                states.UnionWith(found.Timescales.Select(row => row.State));
            }
        }

        // Or nothing was compared.
        covered.ShouldBeGreaterThan(200);
        states.Count.ShouldBeGreaterThanOrEqualTo(9);
    }

    private static List<CaseFile> Files()
    {
        using var register = new TemporaryRegister();
        using var ledger = register.Open();
        SyntheticRegister.Fill(ledger, SyntheticRegister.Make(1500, 7, Today));
        return [.. ledger.CaseFiles()];
    }

    private static void Compare(Assessment real, HandResult hand)
    {
        var about = $"{real.Reference} as of {real.AsOf:yyyy-MM-dd}";
        real.Failures.ShouldBeEmpty(about);
        hand.IsLive.ShouldBe(real.Live, about);
        hand.Milestones.ShouldBe(real.Milestones.Select(one => one.DaysAtLeast), about);
        new[] { hand.ReviewRequired, hand.CircumstancesOfConcern }.ShouldBe(
            new[] { Criterion(real, "statute/review-required"), Criterion(real, "guidance-2016/concern-about-circumstances") }, about);
        hand.Timescales.Order(ByRule).ShouldBe(real.Timescales.Select(Row).Order(ByRule), about);
        hand.Checks.OrderBy(one => (one.Rule, one.Instance)).ShouldBe(
            real.Checks.Select(row => new HandCheck(row.Rule.FullName, row.Instance, row.State, row.At?.Earliest)).OrderBy(one => (one.Rule, one.Instance)), about);
    }

    private static Comparer<HandRow> ByRule { get; } = Comparer<HandRow>.Create((one, other) =>
        string.CompareOrdinal(one.Rule, other.Rule) is var order and not 0 ? order : string.CompareOrdinal(one.Instance, other.Instance));

    private static bool Criterion(Assessment real, string rule) => real.Criteria.Single(row => row.Rule.FullName == rule).Answer switch
    {
        Answer.Yes => true,
        Answer.No => false,
        _ => throw new InvalidOperationException($"{real.Reference}: {rule} cannot be told; the case is not one of those covered."),
    };

    private static HandRow Row(TimescaleResult row) => new(
        row.Rule.FullName,
        row.Instance,
        row.State,
        Day(row.Started),
        Day(row.OriginalDue),
        Day(row.Due),
        row.Target,
        Day(row.AskedFor),
        Day(row.MetOn),
        row.DaysLateAtLeast,
        row.DaysLateAgainstOriginalAtLeast);

    private static DateOnly? Day(DateInterval? date) =>
        date is not { } one ? null : one.IsDay ? one.Earliest : throw new InvalidOperationException($"{one} is not a day.");
}
