using System.Globalization;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Service.Reports.Impact;

/// <summary>The impact of a changed rulebook in sentences.</summary>
public static class ImpactWords
{
    /// <summary>How much differs.</summary>
    public static string Headline(ImpactReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var summary = report.Summary;
        return summary.Differing == 0
            ? $"Nothing differs for any of {Count(summary.Cases, "case")}."
            : string.Create(CultureInfo.InvariantCulture,
                $"{summary.Differing} of {Count(summary.Cases, "case")} {(summary.Differing == 1 ? "differs" : "differ")}: {Count(summary.States, "state")} and {Count(summary.DueDates, "due date")} would be other than now.");
    }

    /// <summary>Breaches, notices, and what a reader must know of the numbers.</summary>
    public static IEnumerable<string> Remarks(ImpactReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var summary = report.Summary;
        if (summary.Differing > 0)
        {
            yield return $"Breaches of live cases: {Sum(summary.Appearing.Values)} appear, {Sum(summary.Vanishing.Values)} vanish.";
            yield return $"Notices of the day: {Sum(summary.NewNotices.Values)} new, {Sum(summary.GoneNotices.Values)} no longer.";
        }

        if (report.Now.Texts.DifferingFrom(report.Before.Texts).ToList() is { Count: > 0 } texts)
        {
            yield return $"What mails say differs in {Count(texts.Count, "text")}: {string.Join("; ", texts.GroupBy(text => text.Notice).Select(kind => $"{kind.Key} ({string.Join(", ", kind.Select(text => text.Key))})"))}. Nobody is told anything again for that.";
        }

        if (ImpactTables.Quiet(report) is var quiet and > 0)
        {
            yield return $"Left out of the tables: {Count(quiet, "row")} of which nothing is asked under either, such as rules that are new and not started. --format json has every row.";
        }

        if (report.AsOf.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            yield return $"{DateWords.Day(report.AsOf)} is no working day: paths that keep quiet then tell nobody. Give --as-of a working day to see whom the change would write to.";
        }

        if (report.Failures.Count > 0)
        {
            yield return $"What could not be assessed, or not whole, is told {Count(report.Failures.Count, "time")} below: the numbers do not speak of it.";
        }
    }

    private static string Count(int number, string thing) => string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");

    private static string Sum(IEnumerable<int> counts) => counts.Sum().ToString(CultureInfo.InvariantCulture);
}
