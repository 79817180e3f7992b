using System.Globalization;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports;

/// <summary>States with their numbers in a line, what needs somebody first.</summary>
public static class StateSummary
{
    public static string Of(IReadOnlyDictionary<string, int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts.Count == 0
            ? "nothing"
            : string.Join(", ", counts.OrderBy(pair => Rank(pair.Key)).ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key}")));
    }

    private static int Rank(string state) => StateMark.Of(state) is var tone && tone is StateTone.Quiet ? int.MaxValue : (int)tone;
}
