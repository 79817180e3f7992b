namespace DhrCompliance.Service.Tests.Sweeps.ByChange;

/// <summary>Where the two registers part, in words.</summary>
/// <param name="Case">The number of the review it shows in; null: of none, or of a partnership.</param>
/// <param name="Told">What differs, and what the registers had been told of it by then.</param>
internal sealed record Difference(int? Case, string Told)
{
    /// <summary>The same of that review alone, where it shows there as well.</summary>
    public string Shortest(int seed, int cases, int days) =>
        (Case is { } only ? new TwoYears(seed, cases, only).FirstDifference(days) : null)?.Told ?? Told;
}
