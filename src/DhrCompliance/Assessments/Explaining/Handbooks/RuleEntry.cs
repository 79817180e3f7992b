using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Assessments.Explaining.Rules.Examples;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Handbooks;

/// <summary>A rule as it stands in the book.</summary>
public sealed record RuleEntry
{
    /// <summary>The rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary>What sort of rule it is.</summary>
    public required string Sort { get; init; }

    /// <summary>The rule in one sentence.</summary>
    public required string Brief { get; init; }

    /// <summary>What it says, in full; of a checklist without its points.</summary>
    public required ImmutableArray<RulePoint> Says { get; init; }

    /// <summary>Of a checklist: what is signed for.</summary>
    public required ImmutableArray<ChecklistPoint> Points { get; init; }

    /// <summary>Whom it governs beside its pack, what it takes the place of and what stands beside it.</summary>
    public required ImmutableArray<string> Stands { get; init; }

    /// <summary>The passages it rests on.</summary>
    public required ImmutableArray<CitedPassage> Passages { get; init; }

    /// <summary>What makes it binding, how it follows from its source, and whether that was verified.</summary>
    public required string Standing { get; init; }

    /// <summary>False: it, or its pack, was not verified.</summary>
    public required bool Verified { get; init; }

    /// <summary>The path it follows; null: nobody is written to.</summary>
    public required string? Path { get; init; }

    /// <summary>Who is told, step by step.</summary>
    public required ImmutableArray<string> Told { get; init; }

    /// <summary>From a start to the first day overdue, as the engine computes it; empty where the rule has no length of time.</summary>
    public required ImmutableArray<RuleExample> Examples { get; init; }

    /// <summary>The made-up cases that say what is to come of it.</summary>
    public required ImmutableArray<string> Scenarios { get; init; }

    internal static RuleEntry Of(Rule rule, Pack pack, RuleExplanation explained, Phrases phrases)
    {
        var path = phrases.Rulebook.Paths.FirstOrDefault(path => path.Id == rule.Escalation);
        return new RuleEntry
        {
            Rule = rule,
            Sort = rule switch
            {
                Criterion => "criterion",
                Timescale => "duty with a time",
                Check { SignedBy: not null } => "checklist",
                _ => "check",
            },
            Brief = BriefSentences.Of(rule, phrases),
            Says = [.. explained.Says.Where(point => point.About != CheckSentences.Points)],
            Points = rule is Check check ? check.Points : [],
            Stands =
            [
                .. GovernanceSentences.Own(rule, "Of those that its pack governs, it governs only some", phrases)
                    .Concat(LayerSentences.Beside(rule, pack, phrases)).Select(English.Sentence),
            ],
            Passages = [.. Provenance.Passages(rule, phrases.Rulebook)],
            Standing = Provenance.Standing(rule, phrases.Rulebook),
            Verified = rule.Verified && pack.Verified,
            Path = path?.Id,
            Told = path is null ? [] : [.. PathSentences.Steps(path, rule.Owner, PathSentences.Counted(rule), phrases)],
            Examples = rule is Timescale { Limit: Within } ? [.. explained.Examples.Where(example => example.FirstOverdue is not null)] : [],
            Scenarios = [.. phrases.Rulebook.Scenarios.Where(scenario => scenario.Tests(rule, phrases.Rulebook.Packs)).Select(scenario => scenario.Name)],
        };
    }
}
