using System.Collections.Frozen;
using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>The ladder of every rule that has a path, made once for a rulebook.</summary>
internal sealed class Ladders
{
    private readonly FrozenDictionary<string, Ladder> _byRule;
    private readonly FrozenDictionary<string, Ladder> _byDuty;
    private readonly FrozenDictionary<string, string?> _series;

    public Ladders(Rulebook rulebook)
    {
        var paths = rulebook.Paths.ToDictionary(path => path.Id, StringComparer.Ordinal);
        _series = rulebook.Packs.ToFrozenDictionary(pack => pack.Id, pack => pack.Series, StringComparer.Ordinal);
        Ladder[] all =
        [
            .. from pack in rulebook.Packs
               from rule in pack.Timescales.AsEnumerable<Rule>().Concat(pack.Checks)
               let path = rule.Escalation is null ? null : paths.GetValueOrDefault(rule.Escalation)
               where path is not null
               select new Ladder(rule, pack.DutyOf(rule.Id), path),
        ];
        _byRule = all.ToFrozenDictionary(ladder => ladder.Rule.FullName, StringComparer.Ordinal);
        _byDuty = all.GroupBy(ladder => ladder.Duty).ToFrozenDictionary(duty => duty.Key, duty => duty.Last(), StringComparer.Ordinal);
    }

    /// <summary>The rule's ladder; null where nobody is written to.</summary>
    public Ladder? Of(Rule rule) => rule.Escalation is null ? null : _byRule.GetValueOrDefault(rule.FullName);

    /// <summary>The ladder of a duty whose row is gone; null where no rule of that name has a path.</summary>
    public Ladder? OfDuty(string duty) => _byDuty.GetValueOrDefault(duty);

    /// <summary>The duty of a rule by its full name; null where no such rule has a path.</summary>
    public string? DutyOf(string rule) => _byRule.GetValueOrDefault(rule)?.Duty;

    /// <summary>How many editions of the rule's series could govern; 1 for a rule that stands in no series.</summary>
    public int CandidatesBeside(Rule rule, ImmutableArray<string> editions)
    {
        if (_series.GetValueOrDefault(rule.Pack) is not { } series)
        {
            return 1;
        }

        var count = 0;
        foreach (var edition in editions)
        {
            if (_series.GetValueOrDefault(edition) == series)
            {
                count++;
            }
        }

        return count;
    }
}
