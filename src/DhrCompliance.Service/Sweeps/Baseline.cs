using System.Collections.Frozen;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Sweeps;

/// <summary>Which rules a subject was assessed under before, so that what they find late today is no backlog. Pure, and safe to use from several threads at once.</summary>
internal sealed class Baseline
{
    private readonly bool _sameRules;
    private readonly CurrentNames _names;
    private readonly FrozenDictionary<string, string> _duties;

    /// <param name="rulebook">The rulebook of this sweep.</param>
    /// <param name="lastRulebookHash">That of the last finished sweep, which assessed every case if it was another; null: there was none.</param>
    public Baseline(Rulebook rulebook, string? lastRulebookHash)
    {
        _sameRules = rulebook.Hash == lastRulebookHash;
        _names = new CurrentNames(rulebook);
        _duties = rulebook.Packs
            .SelectMany(pack => pack.Rules.Select(rule => (rule.FullName, Duty: pack.DutyOf(rule.Id))))
            .ToFrozenDictionary(rule => rule.FullName, rule => rule.Duty, StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether a rule was assessed for the subject: the last assessment, made while the subject was live, has a row of its duty, in whatever
    /// edition; or it has rows of its pack, and the rule was there then and had nothing to say. A rule that failed was not assessed.
    /// </summary>
    /// <param name="previous">The last assessment that the register holds of the subject; null: there is none. Read only when a rule is asked about.</param>
    public Func<Rule, bool> Of(StoredAssessment? previous)
    {
        if (previous is null)
        {
            return _ => false;
        }

        var seen = new Lazy<Seen?>(() => SeenIn(previous));
        return rule => seen.Value is { } then && (then.Duties.Contains(_duties[rule.FullName]) || (_sameRules && then.Packs.Contains(rule.Pack) && !then.Failed.Contains(rule.FullName)));
    }

    private Seen? SeenIn(StoredAssessment previous)
    {
        var assessed = AssessedRules.Of(previous.Payload);
        if (!assessed.Live)
        {
            return null;
        }

        string[] names = [.. assessed.Rules.Select(_names.Rule)];
        return new Seen(
            names.Select(name => _duties.GetValueOrDefault(name)).OfType<string>().ToFrozenSet(StringComparer.Ordinal),
            assessed.Rules.Concat(names).Select(name => name[..name.IndexOf('/', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal),
            assessed.Failed.Select(_names.Rule).ToFrozenSet(StringComparer.Ordinal));
    }

    private sealed record Seen(FrozenSet<string> Duties, FrozenSet<string> Packs, FrozenSet<string> Failed);
}
