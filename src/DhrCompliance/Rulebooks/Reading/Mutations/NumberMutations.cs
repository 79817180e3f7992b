using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>Numbers one less and one more, and what they are counted in.</summary>
internal static partial class NumberMutations
{
    private const string OnTheDay = "on the due date";

    private static readonly ImmutableArray<string> BesideTheDay = ["1 day before", "1 day after"];

    /// <summary>A period: one less, one more, and the next unit.</summary>
    public static IEnumerable<Mutation> OfPeriod(Site site, Node? node, string advice)
    {
        if (node is not ScalarNode text || !PeriodText.TryParse(text.Value, out var period, out _))
        {
            return [];
        }

        var unit = period.Unit switch
        {
            PeriodUnit.Days => PeriodUnit.WorkingDays,
            PeriodUnit.Months => PeriodUnit.Weeks,
            PeriodUnit.Years => PeriodUnit.Months,
            _ => PeriodUnit.Days,
        };
        return new[] { period with { Count = period.Count - 1 }, period with { Count = period.Count + 1 }, period with { Unit = unit } }
            .Where(other => other.Count > 0)
            .Select(other => site.Reworded(MutationKind.TimeLimit, text, PeriodText.Of(other), advice));
    }

    /// <summary>The day of a step: <c>14 days before</c>, <c>on the due date</c>, <c>1 day after</c>.</summary>
    public static IEnumerable<Mutation> OfDayOfStep(Site site, Node? node, string advice) => node switch
    {
        ScalarNode { Value: OnTheDay } day => BesideTheDay.Select(other => site.Reworded(MutationKind.TimeLimit, day, other, advice)),
        ScalarNode text when DaysAway().Match(text.Value) is { Success: true } => OfPhrase(site, text, advice).Prepend(site.Reworded(MutationKind.TimeLimit, text, OnTheDay, advice)),
        ScalarNode text => OfPhrase(site, text, advice),
        _ => [],
    };

    /// <summary>Every number of a phrase: <c>every 28 days, at most 3 times</c>.</summary>
    public static IEnumerable<Mutation> OfPhrase(Site site, Node? node, string advice)
    {
        if (node is not ScalarNode text)
        {
            yield break;
        }

        foreach (Match match in Counted().Matches(text.Value))
        {
            var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
            foreach (var other in new[] { number - 1, number + 1 }.Where(other => other > 0))
            {
                var noun = match.Groups["noun"].Value + (other == 1 ? "" : "s");
                yield return site.Reworded(MutationKind.TimeLimit, text, match.Index, match.Length, string.Create(CultureInfo.InvariantCulture, $"{other} {noun}"), advice);
            }
        }
    }

    /// <summary>Every date of a text a day, month or year earlier and later, as it is written.</summary>
    public static IEnumerable<Mutation> OfDate(Site site, MutationKind kind, Node? node, string advice)
    {
        if (node is not ScalarNode text)
        {
            yield break;
        }

        foreach (Match match in Written().Matches(text.Value))
        {
            foreach (var by in new[] { -1, 1 })
            {
                if (Moved(match.Value, by) is { } other)
                {
                    yield return site.Reworded(kind, text, match.Index, match.Length, other, advice);
                }
            }
        }
    }

    private static string? Moved(string date, int by)
    {
        var form = date.Length switch { 4 => "yyyy", 7 => "yyyy-MM", _ => "yyyy-MM-dd" };
        return DateOnly.TryParseExact(date, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (date.Length switch { 4 => day.AddYears(by), 7 => day.AddMonths(by), _ => day.AddDays(by) }).ToString(form, CultureInfo.InvariantCulture)
            : null;
    }

    [GeneratedRegex("(?<number>[0-9]{1,6}) (?<noun>day|time|month)s?")]
    private static partial Regex Counted();

    [GeneratedRegex("^1 day (before|after)$")]
    private static partial Regex DaysAway();

    [GeneratedRegex("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")]
    private static partial Regex Written();
}
