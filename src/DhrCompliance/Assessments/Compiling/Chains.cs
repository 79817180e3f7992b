using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>Rules whose clock starts when another falls overdue are judged after it.</summary>
internal sealed class Chains(Rulebook rulebook)
{
    private readonly Dictionary<string, int> _ranks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    /// <summary>0: it rests on no other rule; otherwise one more than the highest of those it rests on. Throws <see cref="ArgumentException"/> on a circle.</summary>
    public int RankOf(Timescale rule)
    {
        if (_ranks.TryGetValue(rule.FullName, out var known))
        {
            return known;
        }

        if (!_open.Add(rule.FullName))
        {
            throw new ArgumentException($"'{rule.FullName}' starts when it is itself overdue.", nameof(rule));
        }

        var rank = rule.Starts.OfType<StartOverdue>()
            .SelectMany(start => RuleReferences.Resolve(rulebook.Packs, rule.Pack, start.Rule)).OfType<Timescale>()
            .Select(other => RankOf(other) + 1).DefaultIfEmpty(0).Max();
        _ranks.Add(rule.FullName, rank);
        return rank;
    }
}
