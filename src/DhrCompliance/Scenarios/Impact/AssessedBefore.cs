using System.Collections.Frozen;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Scenarios.Impact;

/// <summary>Which rules of another rulebook have a duty that was assessed under the one before: what they find late is no backlog, as in the sweep that follows the change.</summary>
internal sealed class AssessedBefore
{
    private readonly FrozenDictionary<string, string> _before;
    private readonly FrozenDictionary<string, string> _now;
    private readonly bool _areSame;

    public AssessedBefore(Rulebook before, Rulebook now, CurrentNames names)
    {
        _areSame = before.Hash == now.Hash;
        _before = Duties(before).ToFrozenDictionary(rule => rule.Name, rule => names.Duty(rule.Duty), StringComparer.Ordinal);
        _now = Duties(now).ToFrozenDictionary(rule => rule.Name, rule => rule.Duty, StringComparer.Ordinal);
    }

    /// <summary>Answers for one case. Where nobody could be told of it before, nothing was assessed.</summary>
    public Func<Rule, bool> By(Assessment before)
    {
        if (_areSame)
        {
            return _ => true;
        }

        var duties = before.Live
            ? before.Timescales.Select(row => row.Rule.FullName).Concat(before.Checks.Select(row => row.Rule.FullName)).Select(_before.GetValueOrDefault).OfType<string>().ToHashSet(StringComparer.Ordinal)
            : [];
        return rule => duties.Contains(_now[rule.FullName]);
    }

    private static IEnumerable<(string Name, string Duty)> Duties(Rulebook rulebook) =>
        rulebook.Packs.SelectMany(pack => pack.Rules.Select(rule => (rule.FullName, pack.DutyOf(rule.Id))));
}
