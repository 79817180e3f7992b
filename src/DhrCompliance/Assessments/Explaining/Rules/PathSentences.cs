using System.Globalization;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>Who is told when, by a rule's escalation path.</summary>
internal static class PathSentences
{
    public static IEnumerable<string> Of(Rule rule, Phrases phrases)
    {
        var path = phrases.Rulebook.Paths.FirstOrDefault(candidate => candidate.Id == rule.Escalation);
        if (path is null)
        {
            yield return "Nobody is written to about it.";
            yield break;
        }

        yield return $"It follows the path “{path.Title}”.";
        foreach (var step in path.Steps)
        {
            var again = step.EveryDays is { } days ? $", and again every {English.Count(days, "day")}" : string.Empty;
            var approval = step.ApprovalRequired ? ", once a named person has released it" : string.Empty;
            yield return $"{When(step.OffsetDays, Counted(rule))}{again}: {phrases.Roles(step.To, rule.Owner)}{approval}.";
        }

        if (path.QuietOnNonWorkingDays)
        {
            yield return "Nothing goes out on weekends and bank holidays.";
        }

        if (path.AcknowledgeAtMostDays is { } most)
        {
            yield return $"Whoever acknowledges it holds the repeats back for at most {English.Count(most, "day")}.";
        }

        if (path.Explained is { } role)
        {
            yield return $"A recorded reason with a dated next step holds back, until that date, the steps above {phrases.Who(role)}.";
        }

        if (path.CannotTell is { } asking)
        {
            var then = asking.Then is { } last ? $", and after that {phrases.Who(last)} is told" : string.Empty;
            yield return $"While it cannot be told, {phrases.Who(asking.Role)} is asked, every {English.Count(asking.EveryDays, "day")} and at most {English.Count(asking.AtMost, "time")}{then}.";
        }

        if (!path.Undeliverable.IsEmpty)
        {
            yield return $"Where a mail cannot be delivered, these are told: {phrases.Roles(path.Undeliverable, rule.Owner)}.";
        }
    }

    private static string Counted(Rule rule) => rule switch
    {
        Timescale { Limit: Promptly } => "the day on which it is asked for",
        Timescale { Limit: ByDate or NextEvent } => "the due date, or while it has none the day on which it is asked for",
        Timescale => "the due date",
        _ => "the day on which it failed",
    };

    private static string When(int offset, string day) => offset switch
    {
        0 => English.Capital($"on {day}"),
        < 0 => string.Create(CultureInfo.InvariantCulture, $"{English.Count(-offset, "day")} before {day}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{English.Count(offset, "day")} after {day}"),
    };
}
