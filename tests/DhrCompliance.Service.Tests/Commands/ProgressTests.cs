using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class ProgressTests
{
    [Fact]
    public void Long_work_shows_how_far_it_is_and_wipes_it_at_the_end()
    {
        using var output = new StringWriter();

        Slowly(output, 10, TimeSpan.FromSeconds(1)).Count().ShouldBe(10);

        output.ToString().ShouldContain("\rAssessing [##########..........] 5 of 10");
        output.ToString().ShouldEndWith(" \r");
    }

    [Fact]
    public void Short_work_shows_nothing()
    {
        using var output = new StringWriter();

        Slowly(output, 10, TimeSpan.FromMilliseconds(50)).Count().ShouldBe(10);

        output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Where_the_number_is_not_known_only_what_was_done_is_told()
    {
        using var output = new StringWriter();

        Slowly(output, null, TimeSpan.FromSeconds(1)).Count().ShouldBe(10);

        output.ToString().ShouldContain("\rAssessing 5");
        output.ToString().ShouldNotContain("of");
    }

    private static IEnumerable<int> Slowly(TextWriter output, int? total, TimeSpan each)
    {
        var clock = new Stepped();
        return Progress.Over(output, clock, "Assessing", total, Enumerable.Range(0, 10).Select(thing =>
        {
            clock.Now += each;
            return thing;
        }));
    }

    private sealed class Stepped : TimeProvider
    {
        public TimeSpan Now { get; set; } = TimeSpan.FromSeconds(1);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
