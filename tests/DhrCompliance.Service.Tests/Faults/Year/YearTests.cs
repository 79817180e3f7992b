using DhrCompliance.Service.Tests.Post.Smtp;
using DhrCompliance.Tests;
using Xunit.Abstractions;

namespace DhrCompliance.Service.Tests.Faults.Year;

/// <summary>
/// A year with a sweep a day, kills, clocks that are moved, and mail servers that fail: what was accepted at its end is what a year without
/// any of it sends. A month of four hundred in every build; with DHR_FULL a whole year of two thousand.
/// </summary>
public sealed class YearTests(ITestOutputHelper output)
{
    private static readonly Mood[] Moods = Enum.GetValues<Mood>();

    /// <summary>The clock is set right again before the next day, or is a day ahead for a while, once all of the day is done.</summary>
    [Fact]
    public void A_year_of_faults_sends_what_a_year_without_them_sends()
    {
        var (cases, days) = Properties.Full ? (2000, 365) : (400, 30);
        var began = RunningClock.Instance.GetTimestamp();
        using var faultless = new SimulatedYear(cases, days);
        for (var day = 0; day < days; day++)
        {
            faultless.Day(day, [], () => 0);
        }

        var alone = RunningClock.Instance.GetElapsedTime(began);
        using var year = new SimulatedYear(cases, days);
        var random = new Random(20261121);
        var ahead = 0;
        for (var day = 0; day < days; day++)
        {
            var wrong = random.Next(4) == 0 ? 0 : random.Next(1, 4);
            year.Day(day, [.. Enumerable.Range(0, wrong).Select(_ => Moods[random.Next(Moods.Length)])], () => random.Next(random.Next(1, 12)));
            if (year.IsQuietAfter(day) && random.Next(8) == 0)
            {
                year.Day(day + 1, [], () => 0);
                ahead++;
            }

            if (day % 30 == 0)
            {
                year.ShouldBeSound();
            }
        }

        var doubled = year.Accepted.Values.Sum() - year.Accepted.Count;
        output.WriteLine(FormattableString.Invariant(
            $"{days} days over {cases} cases: {faultless.Accepted.Count} mails. With faults: {year.Attempts} attempts, {year.Kills} kills, {year.Refused} refused for the clock, {ahead} days swept ahead, {year.Unknown} marked unknown, {doubled} doubled, 0 lost. {alone.TotalSeconds:0} s without faults, {RunningClock.Instance.GetElapsedTime(began).TotalSeconds:0} s in all."));
        year.ShouldBeSound();
        year.Accepted.Keys.ShouldBe(faultless.Accepted.Keys, ignoreOrder: true);
        faultless.Accepted.Values.ShouldAllBe(times => times == 1);
        var marked = year.Marked();
        year.Accepted.ShouldAllBe(mail => mail.Value <= 1 + marked[mail.Key]);
        year.Kills.ShouldBePositive();
        year.Refused.ShouldBePositive();
    }
}
