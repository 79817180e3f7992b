using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Handbooks;

/// <summary>A step of a path.</summary>
/// <param name="When">On which day, and how often again.</param>
/// <param name="Who">Who is told.</param>
public sealed record PathStep(string When, string Who);

/// <summary>Who is told when.</summary>
public sealed record PathChapter
{
    /// <summary>The path's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its steps in their order.</summary>
    public required ImmutableArray<PathStep> Steps { get; init; }

    /// <summary>From which day the steps count, what holds them back, and who is asked.</summary>
    public required ImmutableArray<string> Terms { get; init; }

    /// <summary>The rules that follow it, of packs that are not withdrawn.</summary>
    public required ImmutableArray<Rule> Rules { get; init; }

    internal static PathChapter Of(EscalationPath path, Phrases phrases)
    {
        ImmutableArray<Rule> rules =
        [
            .. PackChapter.InOrder(phrases.Rulebook.Packs).Where(pack => pack.Status != PackStatus.Withdrawn)
                .SelectMany(pack => pack.Rules).Where(rule => rule.Escalation == path.Id),
        ];
        return new PathChapter
        {
            Id = path.Id,
            Title = path.Title,
            Steps = [.. path.Steps.Select(step => new PathStep(PathSentences.When(step, "that day"), PathSentences.Who(step, null, phrases)))],
            Terms = [.. Counted(rules).Concat(PathSentences.Terms(path, null, phrases)).Select(English.Sentence)],
            Rules = rules,
        };
    }

    private static IEnumerable<string> Counted(ImmutableArray<Rule> rules)
    {
        string[] days = [.. rules.Select(PathSentences.Counted).Distinct(StringComparer.Ordinal)];
        return days.Length == 0 ? [] : [$"“That day” is {English.List(days, "or")}{(days.Length == 1 ? string.Empty : ", as the rule has it")}."];
    }
}
