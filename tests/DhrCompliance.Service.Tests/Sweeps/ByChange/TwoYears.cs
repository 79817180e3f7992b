using System.Globalization;
using DhrCompliance.Escalations;

namespace DhrCompliance.Service.Tests.Sweeps.ByChange;

/// <summary>The same two years twice: one register swept by change, the other in full, every day.</summary>
/// <param name="seed">The same seed gives the same years.</param>
/// <param name="cases">How many reviews. Each has chances of its own, so that a review is the same in whatever company.</param>
/// <param name="only">Only this review; null: all.</param>
internal sealed class TwoYears(int seed, int cases, int? only = null)
{
    private const int CasesAPartnership = 5;
    private static readonly DateOnly First = new(2024, 11, 20);

    /// <summary>How many cases either way assessed, on days without a mail of the week, which counts every case; and how many things were planned on any day.</summary>
    public (int ByChange, int InFull, int Planned) Effort { get; private set; }

    /// <summary>What differed first, with what the register was told of that case; null: nothing.</summary>
    public Difference? FirstDifference(int days)
    {
        var inputs = Make(days);
        using var byChange = new SweptRegister(full: false);
        using var inFull = new SweptRegister(full: true);
        var chance = Chance(-1);
        var afterwards = new Afterwards(Chance);
        var edition = 0;
        var (changed, all, planned) = (0, 0, 0);
        List<Input> waiting = [];
        for (var day = First; day <= inputs.Last; day = day.AddDays(1))
        {
            waiting.AddRange(inputs.On(day));
            edition = chance.One(150) ? chance.Number(0, Rules.Editions.Count - 1) : edition;
            if (chance.One(40))
            {
                // The service was down.
                continue;
            }

            var (today, now) = (Rules.Editions[edition], day);
            var before = (ByChange: byChange.Assessed, InFull: inFull.Assessed);
            var meanwhile = afterwards.Until(day);
            var other = Task.Run(() =>
            {
                byChange.Take(waiting, meanwhile);
                return byChange.Sweep(now, today);
            });
            inFull.Take(waiting, meanwhile);
            var expected = inFull.Sweep(day, today);
            var actual = other.GetAwaiter().GetResult();
            waiting = [];
            planned += expected.Planned.Count;
            if (!expected.Planned.Any(said => said.Contains($"|{NoticeKey.Weekly}|", StringComparison.Ordinal)))
            {
                changed += byChange.Assessed - before.ByChange;
                all += inFull.Assessed - before.InFull;
            }

            if (!expected.Planned.SequenceEqual(actual.Planned))
            {
                return Told(day, inputs, byChange, [.. expected.Planned.Except(actual.Planned)], [.. actual.Planned.Except(expected.Planned)]);
            }

            if (Unequal(inFull, byChange) is { } unequal)
            {
                return Told(day, inputs, byChange, [unequal], []);
            }

            expected.Mails.ToList().ForEach(mail => afterwards.Planned(mail, now));
        }

        Effort = (changed, all, planned);
        return null;
    }

    private Inputs Make(int days)
    {
        var inputs = new Inputs(First, days);
        string[] partnerships = [.. Enumerable.Range(0, Math.Max(2, cases / CasesAPartnership)).Select(number => $"p{number}")];
        for (var i = 0; i < partnerships.Length; i++)
        {
            new PartnershipLife(inputs, Chance(1_000_000 + i), partnerships[i]).Add();
        }

        PartnershipLife.AddEverywhere(inputs, Chance(2_000_000));
        for (var i = 0; i < cases; i++)
        {
            if (only is null || only == i)
            {
                new CaseLife(inputs, Chance(i), $"C{i}", partnerships).Add();
            }
        }

        return inputs;
    }

    private Chance Chance(int of) => new(unchecked((seed * 7919) ^ of), Rules.Editions[0].Rulebook);

    private static string? Unequal(SweptRegister inFull, SweptRegister byChange)
    {
        var (expected, actual) = (inFull.Digests(), byChange.Digests());
        foreach (var reference in expected.Keys.Union(actual.Keys))
        {
            if (expected.GetValueOrDefault(reference) != actual.GetValueOrDefault(reference))
            {
                var (now, before) = (inFull.ConclusionsOf(reference), byChange.ConclusionsOf(reference));
                if (!now.SequenceEqual(before))
                {
                    return string.Join('\n', now.Except(before).Prepend(reference).Append("by change:").Concat(before.Except(now)));
                }
            }
        }

        return null;
    }

    private Difference Told(DateOnly day, Inputs inputs, SweptRegister byChange, string[] missing, string[] surplus)
    {
        var reference = missing.Concat(surplus).SelectMany(said => said.Split(' ', '|', '[', ']', '\n')).FirstOrDefault(word => inputs.Of(word, day).Any());
        return new Difference(reference is ['C', .. var number] ? int.Parse(number, CultureInfo.InvariantCulture) : null, $"""
            DHR_SEED={seed}, {cases} cases{(only is null ? "" : $" but only C{only}")}, on {day:yyyy-MM-dd} ({day.DayOfWeek}), case {reference}:
            only in full: {string.Join("\n  ", missing)}
            only by change: {string.Join("\n  ", surplus)}
            {(reference is null ? "" : byChange.Describe(reference))}
            {(reference is null ? "" : string.Join('\n', inputs.Of(reference, day)))}
            """);
    }
}
