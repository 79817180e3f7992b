using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Rules.Examples;

/// <summary>
/// Days on which counting is instructive: a month's end that the next month has not, one that half a year on is a weekend, and a month before
/// Christmas. Taken from the year nearest to 2025 in which the rule governs.
/// </summary>
internal static class ExampleDays
{
    /// <summary>How long before an example's start whatever decides which law governs may have happened.</summary>
    public const int Before = 60;

    private const int Preferred = 2025;

    private static readonly ImmutableArray<(int Month, int Day)> Instructive = [(1, 31), (8, 31), (11, 25)];

    // Quarters and years begin on these.
    private static readonly ImmutableArray<(int Month, int Day)> Beginnings = [(1, 1), (4, 1), (10, 1)];

    /// <summary>The days, oldest first; none where the rule governs at no time.</summary>
    public static IEnumerable<DateOnly> For(Rule rule, Pack pack, Rulebook rulebook)
    {
        DateOnly?[] begins = [pack.Governs?.From?.Latest, rule.Governs?.From?.Latest];
        var from = begins.Max() is { } latest && latest < DateOnly.MaxValue.AddYears(-1) ? latest.AddDays(Before) : new DateOnly(2000, 1, 1);
        var until = GovernanceSentences.Following(pack, rulebook)?.Governs?.From?.Earliest ?? DateOnly.MaxValue.AddYears(-20);
        return (rule.ForEach is ForEachPeriod ? Beginnings : Instructive).Select(day => Nearest(day.Month, day.Day, from, until)).OfType<DateOnly>().Order();
    }

    private static DateOnly? Nearest(int month, int day, DateOnly from, DateOnly until) => Enumerable.Range(from.Year, until.Year - from.Year + 1)
        .Where(year => year is > 1900 and < 9900)
        .OrderBy(year => Math.Abs(year - Preferred))
        .Select(year => (DateOnly?)new DateOnly(year, month, day))
        .FirstOrDefault(one => one >= from && one < until);
}
