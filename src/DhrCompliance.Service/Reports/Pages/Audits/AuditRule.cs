using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Handbooks;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>A rule as each of its rows tells it.</summary>
public sealed record AuditRule
{
    public required Rule Rule { get; init; }

    /// <summary>Its id in the page.</summary>
    public string Id => $"rule-{Uri.EscapeDataString(Rule.FullName)}";

    /// <summary>Whose duty it is.</summary>
    public required string Owner { get; init; }

    /// <summary>What makes it binding and how it follows from its source.</summary>
    public required string Standing { get; init; }

    public required bool Verified { get; init; }

    public required ImmutableArray<CitedPassage> Passages { get; init; }
}

/// <summary>The rules of a page's rows, each looked up once.</summary>
internal sealed class AuditRules(Rulebook rulebook)
{
    private readonly Dictionary<Rule, AuditRule> _rules = new(ReferenceEqualityComparer.Instance);
    private readonly RoleNames _roles = new(rulebook.Vocabulary);
    private readonly HashSet<string> _unverified = [.. rulebook.Packs.Where(pack => !pack.Verified).Select(pack => pack.Id)];

    /// <summary>Those that a row was of, in the rulebook's order.</summary>
    public ImmutableArray<AuditRule> Used => [.. rulebook.Packs.SelectMany(pack => pack.Rules).Select(rule => _rules.GetValueOrDefault(rule)).OfType<AuditRule>()];

    public AuditRule Of(Rule rule)
    {
        if (!_rules.TryGetValue(rule, out var known))
        {
            var verified = rule.Verified && !_unverified.Contains(rule.Pack);
            _rules[rule] = known = new()
            {
                Rule = rule,
                Owner = _roles.Of(rule.Owner),
                Standing = $"{HandbookWords.Of(rule.Force)}, {HandbookWords.Of(rule.Basis)}{(verified ? ", verified" : "")}",
                Verified = verified,
                Passages = [.. Provenance.Passages(rule, rulebook)],
            };
        }

        return known;
    }
}
