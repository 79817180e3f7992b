using System.Collections.Frozen;
using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Scenarios.Impact;

/// <summary>
/// Finds for each row under one rulebook its row under another: first the same rule by today's name and the same instance, then, of what is
/// left, the same duty of the instance under another edition.
/// </summary>
internal sealed class RowPairing
{
    private readonly FrozenDictionary<string, string> _nameNow;
    private readonly FrozenDictionary<string, string> _dutyBefore;
    private readonly FrozenDictionary<string, string> _dutyNow;

    public RowPairing(Rulebook before, Rulebook now, CurrentNames names)
    {
        _nameNow = Rules(before).ToFrozenDictionary(one => one.Rule.FullName, one => names.Rule(one.Rule.FullName), StringComparer.Ordinal);
        _dutyBefore = Rules(before).ToFrozenDictionary(one => one.Rule.FullName, one => names.Duty(one.Pack.DutyOf(one.Rule.Id)), StringComparer.Ordinal);
        _dutyNow = Rules(now).ToFrozenDictionary(one => one.Rule.FullName, one => one.Pack.DutyOf(one.Rule.Id), StringComparer.Ordinal);
    }

    /// <summary>The rows that differ: those of now in their order, then those that are gone.</summary>
    public ImmutableArray<ImpactRow> Differences(Assessment before, Assessment now)
    {
        var (old, news) = (AssessedRow.Of(before), AssessedRow.Of(now));
        var pairs = Pairs(old, news);
        var rows = ImmutableArray.CreateBuilder<ImpactRow>();
        for (var i = 0; i < news.Length; i++)
        {
            if (pairs.OldOf[i] < 0 || Differ(old[pairs.OldOf[i]], news[i]))
            {
                rows.Add(Row(pairs.OldOf[i] < 0 ? null : old[pairs.OldOf[i]], before.Live, news[i], now.Live));
            }
        }

        foreach (var gone in pairs.Gone)
        {
            rows.Add(Row(old[gone], before.Live, null, now.Live));
        }

        return rows.DrainToImmutable();
    }

    private static IEnumerable<(Pack Pack, Rule Rule)> Rules(Rulebook rulebook) => rulebook.Packs.SelectMany(pack => pack.Rules.Select(rule => (pack, rule)));

    private static bool Differ(AssessedRow before, AssessedRow now) =>
        before.State != now.State || before.Due != now.Due || before.Met != now.Met || before.AskedFor != now.AskedFor;

    private static ImpactRow Row(AssessedRow? before, bool liveBefore, AssessedRow? now, bool liveNow) => new()
    {
        RuleBefore = before?.Rule,
        RuleNow = now?.Rule,
        Instance = (now ?? before)!.Value.Instance,
        Item = (now ?? before)!.Value.Item,
        StateBefore = before?.State,
        StateNow = now?.State,
        DueBefore = before?.Due,
        DueNow = now?.Due,
        MetBefore = before?.Met,
        MetNow = now?.Met,
        AskedForBefore = before?.AskedFor,
        AskedForNow = now?.AskedFor,
        Breach = (liveBefore && before?.IsBreach == true, liveNow && now?.IsBreach == true) switch
        {
            (false, true) => BreachChange.Appears,
            (true, false) => BreachChange.Vanishes,
            _ => BreachChange.None,
        },
    };

    /// <summary>For each row of now the place of its row before, or -1; and the places of those before that have none now.</summary>
    private (int[] OldOf, List<int> Gone) Pairs(ImmutableArray<AssessedRow> old, ImmutableArray<AssessedRow> news)
    {
        var oldOf = new int[news.Length];
        var same = 0;

        // Most rules are the same under both, so that most rows stand in the same order.
        while (same < old.Length && same < news.Length && IsSame(old[same], news[same]))
        {
            oldOf[same] = same;
            same++;
        }

        Array.Fill(oldOf, -1, same, news.Length - same);
        var open = Enumerable.Range(same, old.Length - same).ToList();
        Match(open, news, oldOf, place => (_nameNow[old[place].Rule.FullName], old[place].Instance), row => (row.Rule.FullName, row.Instance));
        Match(open, news, oldOf, place => (_dutyBefore[old[place].Rule.FullName], old[place].Instance), row => (_dutyNow[row.Rule.FullName], row.Instance));
        return (oldOf, open);
    }

    private bool IsSame(AssessedRow before, AssessedRow now) =>
        before.Instance == now.Instance && (ReferenceEquals(before.Rule, now.Rule) || _nameNow[before.Rule.FullName] == now.Rule.FullName);

    /// <summary>Pairs those that alone have their key, and takes them out of the open ones.</summary>
    private static void Match(
        List<int> open, ImmutableArray<AssessedRow> news, int[] oldOf, Func<int, (string, string)> keyBefore, Func<AssessedRow, (string, string)> keyNow)
    {
        if (open.Count == 0)
        {
            return;
        }

        var unpaired = Enumerable.Range(0, news.Length).Where(place => oldOf[place] < 0).ToLookup(place => keyNow(news[place]));
        var alone = open.ToLookup(keyBefore).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.Single());
        foreach (var same in unpaired.Where(same => same.Count() == 1))
        {
            if (alone.TryGetValue(same.Key, out var place))
            {
                oldOf[same.Single()] = place;
                open.Remove(place);
            }
        }
    }
}
