using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>Which rules tighten or depart from which, as reasons that stand beside their rows.</summary>
internal sealed class Relations
{
    private readonly Rulebook _rulebook;
    private readonly ILookup<string, Rule> _departing;

    public Relations(Rulebook rulebook)
    {
        _rulebook = rulebook;
        _departing = rulebook.Packs.SelectMany(pack => pack.Rules)
            .SelectMany(rule => Named(rule, rule.DepartsFrom), (rule, other) => (rule, other.FullName))
            .ToLookup(pair => pair.FullName, pair => pair.rule, StringComparer.Ordinal);
    }

    public ImmutableArray<Reason> Of(Rule rule) =>
    [
        .. Named(rule, rule.Tightens).Where(MayBeTold).TakeLast(1).Select(other => new Reason(ReasonTemplate.Tightens, other.FullName, other.Title)),
        .. Named(rule, rule.DepartsFrom).Where(MayBeTold).TakeLast(1).Select(other => new Reason(ReasonTemplate.DepartsFrom, other.FullName, other.Title)),
    ];

    public ImmutableArray<(string Pack, Reason Reason)> Departures(Rule rule) =>
        [.. _departing[rule.FullName].Where(MayBeTold).Select(other => (other.Pack, new Reason(ReasonTemplate.DepartedFrom, other.FullName, other.Title)))];

    private ImmutableArray<Rule> Named(Rule rule, string? name) => name is null ? [] : RuleReferences.Resolve(_rulebook.Packs, rule.Pack, name);

    // What stands beside one rule is read by all who read that.
    private bool MayBeTold(Rule rule) => !Sensitivity.Tells(rule, _rulebook.Vocabulary);
}
