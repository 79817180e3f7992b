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
        foreach (var sentence in Steps(path, rule.Owner, Counted(rule), phrases).Concat(Terms(path, rule.Owner, phrases)))
        {
            yield return sentence;
        }
    }

    /// <summary>The steps, each with its day and whom it tells.</summary>
    /// <param name="path">The path.</param>
    /// <param name="owner">The role whose duty it is; null: whoever it is.</param>
    /// <param name="day">The day from which the steps count.</param>
    /// <param name="phrases">The words.</param>
    public static IEnumerable<string> Steps(EscalationPath path, string? owner, string day, Phrases phrases) =>
        path.Steps.Select(step => $"{When(step, day)}: {Who(step, owner, phrases)}.");

    /// <summary>The day of a step, and how often it is repeated.</summary>
    public static string When(EscalationStep step, string day) =>
        When(step.OffsetDays, day) + (step.EveryDays is { } days ? $", and again every {English.Count(days, "day")}" : string.Empty);

    /// <summary>The steps in short, where the day from which they count is said beside them.</summary>
    public static IEnumerable<string> Brief(EscalationPath path, string? owner, Phrases phrases) =>
        path.Steps.Select(step => $"{Brief(step)}: {Who(step, owner, phrases)}");

    /// <summary>The day of a step in short, and how often it is repeated.</summary>
    public static string Brief(EscalationStep step) =>
        (step.OffsetDays == 0 ? "On the day" : $"{English.Count(Math.Abs(step.OffsetDays), "day")} {(step.OffsetDays < 0 ? "before" : "after")}")
        + (step.EveryDays is { } days ? $", then every {English.Count(days, "day")}" : string.Empty);

    /// <summary>Whom a step tells, and whether a person has to release it.</summary>
    public static string Who(EscalationStep step, string? owner, Phrases phrases) =>
        phrases.Roles(step.To, owner) + (step.ApprovalRequired ? ", once a named person has released it" : string.Empty)
        + (step.Urgent ? ", at once and in a mail of its own" : string.Empty);

    /// <summary>What holds steps back, who is asked and who is told of undelivered mail.</summary>
    public static IEnumerable<string> Terms(EscalationPath path, string? owner, Phrases phrases)
    {
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
            yield return $"Where a mail cannot be delivered, these are told: {phrases.Roles(path.Undeliverable, owner)}.";
        }
    }

    /// <summary>The day from which the steps of a rule count.</summary>
    public static string Counted(Rule rule) => rule switch
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
