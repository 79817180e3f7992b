using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>Where an assessment says something that is not so in every world.</summary>
internal sealed class Contradictions(Small small, Assessment said, int most)
{
    public Contradictions(Small small, int most)
        : this(small, Assess(small), most)
    {
    }

    /// <summary>Rows that come to one state in every world, all worlds having been tried.</summary>
    public int Settled { get; private set; }

    /// <summary>How many of those the assessor settled as well.</summary>
    public int AlsoSettled { get; private set; }

    public static Assessment Assess(Small small)
    {
        var compiled = CompiledRulebook.Compile(small.Rulebook);
        return compiled.Assess(compiled.Bind(small.File), small.AsOf);
    }

    /// <param name="wholeOnly">True: leave out the rules of which not every world can be tried.</param>
    public IReadOnlyList<string> Find(bool wholeOnly = false)
    {
        var found = new List<string>();
        found.AddRange(said.Failures.Select(failure => $"{failure.Rule}: {failure.Error}"));
        foreach (var rule in small.Rules)
        {
            var worlds = new Worlds(small, rule, most);
            var all = wholeOnly && !worlds.IsWhole ? [] : worlds.All().ToList();
            if (all.Count > 0)
            {
                found.AddRange(rule is Timescale timescale ? Compare(timescale, all, worlds.IsWhole) : Compare((Check)rule, all, worlds.IsWhole));
            }
        }

        return found;
    }

    private IEnumerable<string> Compare(Timescale rule, List<World> worlds, bool isWhole)
    {
        var each = worlds.Select(world => new NaiveTimescale(small, rule, world).Outcomes()).ToList();
        foreach (var instance in each.SelectMany(outcomes => outcomes.Keys).Distinct().ToList())
        {
            var outcomes = each.Where(one => one.ContainsKey(instance)).Select(one => one[instance]).ToHashSet();
            var row = said.Timescales.FirstOrDefault(result => result.Rule.FullName == rule.FullName && result.Instance == instance);
            if (row is null)
            {
                // An instance that has not begun, or may not be one, need not have a row yet.
                if (outcomes.All(outcome => outcome.HasStarted) && each.TrueForAll(one => one.ContainsKey(instance)))
                {
                    yield return $"{rule.Id} {instance}: no row";
                }

                continue;
            }

            if (outcomes.Any(outcome => outcome.State is null))
            {
                continue;
            }

            var states = States(outcomes, isWhole);
            if (isWhole && states.Count == 1 && !states.Contains(TimescaleState.CannotTell))
            {
                Settled++;
                AlsoSettled += row.State == TimescaleState.CannotTell ? 0 : 1;
            }

            foreach (var problem in Against(row, outcomes, states))
            {
                yield return $"{rule.Id} {instance}: {problem}";
            }
        }
    }

    // Whether a duty applies matters only once its start has happened.
    private static HashSet<TimescaleState> States(HashSet<Outcome> outcomes, bool isWhole)
    {
        var waiting = outcomes.Where(outcome => !outcome.HasStarted).Select(outcome => outcome.State!.Value).ToHashSet();
        var states = outcomes.Where(outcome => outcome.HasStarted).Select(outcome => outcome.State!.Value).ToHashSet();
        if (waiting.Count > 1)
        {
            waiting = [TimescaleState.NotStarted];
        }
        else if (!isWhole)
        {
            waiting.Remove(TimescaleState.NotApplicable); // in a world that the sample left out it may apply
        }

        states.UnionWith(waiting);
        return states;
    }

    private static IEnumerable<string> Against(TimescaleResult row, HashSet<Outcome> outcomes, HashSet<TimescaleState> states)
    {
        foreach (var state in states)
        {
            // A reminder too early is harmless: due soon as soon as it may be.
            if (state == TimescaleState.Running && row.Possible.Has(TimescaleState.DueSoon))
            {
                continue;
            }

            if (row.State != TimescaleState.CannotTell ? row.State != state : state != TimescaleState.CannotTell && !row.Possible.Has(state))
            {
                yield return $"says {row.State} ({string.Join(' ', row.Possible.States())}), and a world says {state}";
            }
        }

        foreach (var outcome in outcomes.Where(outcome => outcome.State is not (TimescaleState.NotApplicable or TimescaleState.NotStarted or TimescaleState.CannotTell)))
        {
            if (Outside(row.Started, outcome.Start))
            {
                yield return $"says started {row.Started}, and a world {outcome.Start:o}";
            }

            if (Outside(row.OriginalDue, outcome.OriginalDue))
            {
                yield return $"says originally due {row.OriginalDue}, and a world {outcome.OriginalDue:o}";
            }

            if (outcome.IsDueCounted && Outside(row.Due, outcome.Due))
            {
                yield return $"says due {row.Due}, and a world {outcome.Due:o}";
            }

            if (Outside(row.MetOn, outcome.MetOn))
            {
                yield return $"says met on {row.MetOn}, and a world {outcome.MetOn:o}";
            }

            if (outcome.IsLateCounted && (outcome.DaysLate < row.DaysLateAtLeast || outcome.DaysLate > row.DaysLateAtMost))
            {
                yield return $"says {row.State} {row.DaysLateAtLeast} to {row.DaysLateAtMost} days late, and a world {outcome.State} {outcome.DaysLate}";
            }

            var first = outcome.DaysLateAgainstOriginal;
            if (outcome.IsLateCounted && (first < row.DaysLateAgainstOriginalAtLeast || first > row.DaysLateAgainstOriginalAtMost))
            {
                yield return $"says {row.State} {row.DaysLateAgainstOriginalAtLeast} to {row.DaysLateAgainstOriginalAtMost} days after the first date, and a world {outcome.State} {first}";
            }
        }
    }

    private static bool Outside(DateInterval? said, DateOnly? day) => said is { } interval && day is { } exact && !interval.Contains(exact);

    private IEnumerable<string> Compare(Check rule, List<World> worlds, bool isWhole)
    {
        var each = worlds.Select(world => new NaiveCheck(small, rule, world).Outcomes()).ToList();
        foreach (var instance in each.SelectMany(outcomes => outcomes.Keys).Distinct().ToList())
        {
            var outcomes = each.Where(one => one.ContainsKey(instance)).Select(one => one[instance]).ToHashSet();
            var row = said.Checks.FirstOrDefault(result => result.Rule.FullName == rule.FullName && result.Instance == instance);
            if (row is null || outcomes.Any(outcome => outcome.State is null))
            {
                continue;
            }

            var states = outcomes.Where(outcome => outcome.HasMoment).Select(outcome => outcome.State!.Value).ToHashSet();
            var waiting = outcomes.Where(outcome => !outcome.HasMoment).Select(outcome => outcome.State!.Value).ToHashSet();
            states.UnionWith(waiting.Count > 1 ? [CheckState.NotYet] : waiting);
            if (isWhole && states.Count == 1 && !states.Contains(CheckState.CannotTell))
            {
                Settled++;
                AlsoSettled += row.State == CheckState.CannotTell ? 0 : 1;
            }

            if (row.State == CheckState.Waived && outcomes.All(outcome => outcome.IsWaived))
            {
                continue; // whether it held or not, it is waived
            }

            foreach (var state in states.Where(state => row.State != CheckState.CannotTell && row.State != state))
            {
                yield return $"{rule.Id} {instance}: says {row.State}, and a world says {state}";
            }
        }
    }
}
