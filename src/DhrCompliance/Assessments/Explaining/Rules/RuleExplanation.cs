using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules.Examples;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>A rule as a person reads it: what it says, where it stands, where it is from, who is told, and worked examples.</summary>
public sealed record RuleExplanation
{
    /// <summary><c>pack/id</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>What it says.</summary>
    public required ImmutableArray<RulePoint> Says { get; init; }

    /// <summary>Which pack and edition it stands in, what that governs, what it takes the place of, and what stands beside it.</summary>
    public required ImmutableArray<string> Stands { get; init; }

    /// <summary>The passages it rests on, then what makes it binding, how it follows from them and whether that was verified.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>Who is told, when.</summary>
    public required ImmutableArray<string> Told { get; init; }

    /// <summary>What the engine makes of small cases; empty where none could be made, as for a withdrawn pack.</summary>
    public required ImmutableArray<RuleExample> Examples { get; init; }

    /// <summary>Explains rules of one rulebook. Drafts are compiled beside what is in force, for their examples alone.</summary>
    public static ImmutableArray<RuleExplanation> Of(IEnumerable<Rule> rules, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(rulebook);
        var phrases = new Phrases(rulebook);
        return
        [
            .. rules.GroupBy(rule => rule.Pack, StringComparer.Ordinal).SelectMany(group =>
            {
                var pack = phrases.PackOf(group.Key) ?? throw new ArgumentException($"There is no pack '{group.Key}' in the rulebook.", nameof(rules));
                var compiled = pack.Status == PackStatus.Withdrawn ? null : CompiledRulebook.Compile(rulebook, pack.Status == PackStatus.Draft ? [pack.Id] : null);
                return group.Select(rule => Of(rule, pack, compiled, phrases));
            }),
        ];
    }

    private static RuleExplanation Of(Rule rule, Pack pack, CompiledRulebook? compiled, Phrases phrases) => new()
    {
        Rule = rule.FullName,
        Title = rule.Title,
        Says = RuleSentences.Of(rule, phrases.Rulebook),
        Stands = [.. LayerSentences.Of(rule, pack, phrases)],
        Sources = [.. Provenance.Of(rule, phrases.Rulebook)],
        Told = rule is Criterion ? [] : [.. PathSentences.Of(rule, phrases)],
        Examples = compiled is null ? [] : [.. rule switch
        {
            Timescale timescale => TimescaleExamples.Of(timescale, pack, compiled, phrases),
            Check check => CheckExamples.Of(check, pack, compiled, phrases),
            Criterion criterion => CheckExamples.Of(criterion, pack, compiled, phrases),
            _ => [],
        }],
    };
}
