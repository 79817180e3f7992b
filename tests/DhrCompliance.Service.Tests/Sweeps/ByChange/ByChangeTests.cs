using System.Globalization;
using System.Security.Cryptography;

namespace DhrCompliance.Service.Tests.Sweeps.ByChange;

/// <summary>
/// A sweep by change plans what a full sweep plans, every day, whatever is recorded, corrected and withdrawn meanwhile, and concludes
/// the same. <c>DHR_FULL=true</c>: two years of 500 reviews from a new seed; <c>DHR_SEED</c> repeats one that a failure names.
/// </summary>
public sealed class ByChangeTests
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("DHR_FULL") == "true";

    private static readonly int Seed = Environment.GetEnvironmentVariable("DHR_SEED") is { } given
        ? int.Parse(given, CultureInfo.InvariantCulture)
        : Full ? RandomNumberGenerator.GetInt32(int.MaxValue) : 4001;

    [Fact]
    public void A_sweep_by_change_plans_what_a_full_sweep_plans()
    {
        var (cases, days) = Full ? (500, 731) : (60, 400);
        var years = new TwoYears(Seed, cases);

        years.FirstDifference(days)?.Shortest(Seed, cases, days).ShouldBeNull();

        // A sweep that looks at everything would agree as well, and one that never has anything to tell.
        years.Effort.ByChange.ShouldBeLessThan(years.Effort.InFull * 3 / 4);
        years.Effort.Planned.ShouldBeGreaterThan(cases * 10);
    }
}
