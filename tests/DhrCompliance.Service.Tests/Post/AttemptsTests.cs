using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Tests.Post;

public sealed class AttemptsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("planned", 0)]
    [InlineData("planned reserved planned:451", 1)]
    [InlineData("planned reserved planned:451 reserved planned:451", 2)]
    // The server could not be reached: no fault of the mail.
    [InlineData("planned reserved planned", 0)]
    [InlineData("planned reserved planned:451 reserved planned", 1)]
    // A person asked for it again.
    [InlineData("planned reserved planned:451 reserved failed:550 planned", 0)]
    [InlineData("planned reserved planned:451 reserved unknown:lost planned", 0)]
    [InlineData("planned reserved planned:451 planned", 0)]
    [InlineData("planned reserved planned:451 planned reserved planned:451", 1)]
    [InlineData("held planned reserved planned:451", 1)]
    public void Refusals_for_now_are_counted_until_a_person_asks_again(string states, int count)
    {
        var attempts = Attempts.Of(History(states));
        attempts.Count.ShouldBe(count);
        (attempts.LastAt is null).ShouldBe(count == 0);
    }

    [Fact]
    public void The_next_attempt_counts_from_the_last_refusal_and_not_from_an_outage_after_it()
    {
        var attempts = Attempts.Of(History("planned reserved planned:451 reserved planned"));
        attempts.LastAt.ShouldBe(Noon.AddMinutes(2));
    }

    [Fact]
    public void It_is_due_from_its_moment_on()
    {
        var attempts = new Attempts(3, Noon);
        var next = attempts.Next("a")!.Value;
        next.ShouldBe(Noon + Attempts.Pause("a", 3));
        attempts.IsDue("a", next.AddTicks(-1)).ShouldBeFalse();
        attempts.IsDue("a", next).ShouldBeTrue();
        default(Attempts).IsDue("a", Noon).ShouldBeTrue();
    }

    [Fact]
    public void A_refusal_that_lies_ahead_since_the_clock_was_set_back_holds_nothing_up() =>
        new Attempts(9, Noon).IsDue("a", Noon.AddTicks(-1)).ShouldBeTrue();

    [Fact]
    public void The_pause_grows_by_doubling_from_five_minutes_to_six_hours_and_a_fifth_either_way()
    {
        double[] minutes = [5, 10, 20, 40, 80, 160, 320, 360, 360, 360];
        for (var attempt = 1; attempt <= minutes.Length; attempt++)
        {
            var shares = Enumerable.Range(0, 2000).Select(n => Attempts.Pause($"delivery-{n}", attempt) / TimeSpan.FromMinutes(minutes[attempt - 1])).ToList();
            shares.ShouldAllBe(share => share >= 0.8 && share <= 1.2);

            // All of the range is used: those that were refused together do not come back together.
            shares.Min().ShouldBeLessThan(0.81);
            shares.Max().ShouldBeGreaterThan(1.19);
            shares.Average().ShouldBe(1, 0.02);
        }
    }

    [Fact]
    public void The_pause_is_the_same_for_the_same_attempt_and_another_for_the_next()
    {
        Attempts.Pause("a", 9).ShouldBe(Attempts.Pause("a", 9));
        Attempts.Pause("a", 9).ShouldNotBe(Attempts.Pause("a", 10));
        Attempts.Pause("a", int.MaxValue).ShouldBeLessThanOrEqualTo(TimeSpan.FromHours(7.2));
        Should.Throw<ArgumentOutOfRangeException>(() => Attempts.Pause("a", 0));
    }

    /// <summary>States a minute apart from noon, as <c>state:answer</c>.</summary>
    internal static DeliveryHistory History(string states) => new(
        "a", "team@example.org", [.. states.Split(' ').Select((text, n) => Row(text.Split(':'), n))]);

    private static DeliveryStateRow Row(string[] parts, int n) => new(parts[0], parts.ElementAtOrDefault(1), Noon.AddMinutes(n), "tester");
}
