using DhrCompliance.Assessments;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments;

/// <summary>Waivers in loaded history: what is not recorded waives nothing, and what is recorded may, on some of the days that it can have been.</summary>
public sealed class WaiverTests
{
    private static readonly Condition Shown = new EventTest(On("shown"), Occurrence.Happened);
    private static readonly Condition Ended = new EventTest(On("pause"), Occurrence.Concluded);
    private static readonly Condition NotParallel = new NotSo(new FactTest { Fact = "parallel", Comparison = Comparison.OneOf, Values = ["yes"] });

    [Theory]
    [InlineData("shown 2023-06-14", "yes")]
    [InlineData("shown 2023-06-15", "yes")]
    [InlineData("shown 2023-06-01/2023-06-16", "perhaps")] // by the 15th it may have been
    [InlineData("shown 2023-06-16", "no")]
    [InlineData(null, "no")]
    public void An_event_waives_as_far_as_it_is_recorded(string? shown, string waived) => Waived(Shown, shown).ShouldBe(waived);

    [Theory]
    [InlineData("shown 2023-06-01/2023-06-16", "perhaps")]
    [InlineData(null, "no")]
    public void So_does_one_of_several_conditions(string? shown, string waived)
    {
        Waived(new AnyOf([NotParallel, Shown]), shown).ShouldBe(waived);
        Waived(new AllOf([Shown, new NotSo(new NotSo(Shown))]), shown).ShouldBe(waived);
    }

    [Fact]
    public void A_fact_that_is_not_recorded_waives_nothing_however_it_is_asked() => Waived(NotParallel).ShouldBe("no");

    [Theory]
    [InlineData("pause 2023-05-01 reason=inquest", "resume 2023-06-01/2023-06-16 reason=inquest", "perhaps")]
    [InlineData("pause 2023-05-01 reason=inquest", "resume 2023-06-15 reason=inquest", "yes")]
    [InlineData("pause 2023-05-01 reason=inquest", null, "no")] // that its end is not recorded ends nothing
    public void What_is_concluded_waives_as_far_as_its_end_is_recorded(string begun, string? ended, string waived) => Waived(Ended, begun, ended).ShouldBe(waived);

    /// <summary>A waiver takes the place of all but being met in time, which in loaded history always may have been.</summary>
    private static string Waived(Condition waivedBy, params string?[] events)
    {
        var rulebook = Rulebook(Decide with { WaivedBy = waivedBy }) with { Vocabulary = Pauses };
        var possible = Assess(Historic(["told 2023-01-31", .. events.OfType<string>()]), "2023-06-15", rulebook).Timescales.Single().Possible;
        return (possible.Has(TimescaleState.Waived), possible.Has(TimescaleState.Overdue) || possible.Has(TimescaleState.MetLate)) switch
        {
            (true, false) => "yes",
            (true, true) => "perhaps",
            _ => "no",
        };
    }

    private static Vocabulary Pauses { get; } = Bench.Vocabulary with
    {
        Events = [.. Bench.Vocabulary.Events.Select(kind => kind.Name == "resume" ? kind with { Ends = "pause" } : kind)],
    };
}
