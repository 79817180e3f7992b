using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Handbooks;

/// <summary>A duty of a role, once for all editions in which it says the same in short.</summary>
public sealed record RoleDuty
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>By when, or what is to be so, in one sentence.</summary>
    public required string Brief { get; init; }

    /// <summary>Who is told how many days before or after <see cref="Counted"/>; empty: nobody is.</summary>
    public required ImmutableArray<string> Told { get; init; }

    /// <summary>The day from which those days count.</summary>
    public required string Counted { get; init; }

    /// <summary>The rules that say so, in the order of the book.</summary>
    public required ImmutableArray<Rule> Rules { get; init; }

    internal static ImmutableArray<RoleDuty> Of(IEnumerable<Rule> rules, Phrases phrases)
    {
        var packs = phrases.Rulebook.Packs.ToDictionary(pack => pack.Id, StringComparer.Ordinal);
        return
        [
            .. rules.Select(rule => (Rule: rule, Duty: packs[rule.Pack].DutyOf(rule.Id), rule.Title, Brief: BriefSentences.Of(rule, phrases), rule.Escalation))
                .GroupBy(one => (one.Duty, one.Title, one.Brief, one.Escalation))
                .Select(same => new RoleDuty
                {
                    Title = same.Key.Title,
                    Brief = same.Key.Brief,
                    Told = phrases.Rulebook.Paths.FirstOrDefault(path => path.Id == same.Key.Escalation) is { } path
                        ? [.. PathSentences.Brief(path, same.First().Rule.Owner, phrases)]
                        : [],
                    Counted = PathSentences.Counted(same.First().Rule),
                    Rules = [.. same.Select(one => one.Rule)],
                }),
        ];
    }
}
