using System.Collections.Immutable;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>Every world that fits a case; of very many a sample, which still must not be contradicted.</summary>
internal sealed class Worlds
{
    private readonly Small _small;
    private readonly int _most;
    private readonly Slots _slots;
    private readonly int[] _sizes;

    public Worlds(Small small, Rule rule, int most)
    {
        _small = small;
        _most = most;
        _slots = new Slots(small, rule);
        _sizes = [.. _slots.Events.Select(options => options.Count), .. _slots.Facts.Select(options => options.Count)];
        IsWhole = _sizes.Aggregate(1.0, (product, size) => product * size) <= most;
    }

    /// <summary>True where none is left out.</summary>
    public bool IsWhole { get; }

    public IEnumerable<World> All() => (IsWhole ? Each(_sizes) : Sample(_sizes)).Select(Make).Where(IsPossible);

    private static IEnumerable<int[]> Each(int[] sizes)
    {
        var at = new int[sizes.Length];
        for (; ; )
        {
            yield return at;
            var slot = 0;
            while (slot < sizes.Length && ++at[slot] == sizes[slot])
            {
                at[slot++] = 0;
            }

            if (slot == sizes.Length)
            {
                yield break;
            }
        }
    }

    private IEnumerable<int[]> Sample(int[] sizes)
    {
        yield return new int[sizes.Length];
        yield return [.. sizes.Select(size => size - 1)];
        var random = new Random(7);
        for (var taken = 0; taken < _most; taken++)
        {
            // Ends matter more than what lies between them.
            yield return [.. sizes.Select(size => random.Next(3) switch { 0 => random.Next(size), 1 => 0 + random.Next(Math.Min(2, size)), _ => size - 1 })];
        }
    }

    private World Make(int[] at)
    {
        var events = _slots.Events.Select((options, slot) => options[at[slot]]).OfType<WorldEvent>();
        var facts = _slots.Facts.Select((options, slot) => options[at[_slots.Events.Count + slot]]);
        return new World(
            [.. events.OrderBy(happened => happened.Day).ThenBy(happened => happened.Id, StringComparer.Ordinal)],
            facts.ToImmutableDictionary(fact => (fact.Item, fact.Fact), fact => fact.Value));
    }

    private bool IsPossible(World world) => NothingBeforeTheBeginning(world) && ImpliedFirst(world) && PausesAlternate(world) && OnceOnly(world);

    private bool NothingBeforeTheBeginning(World world)
    {
        var beginning = world.Events.Where(happened => _small.Kind(happened.Kind).Means == EventMeaning.Beginning).ToList();
        return beginning.TrueForAll(begun => world.Events.All(happened => happened.Day >= begun.Day || happened.Item == Slots.OfPartnership));
    }

    private bool ImpliedFirst(World world) =>
        world.Events.All(happened => MayBeOn(world, happened.Is, happened.Day, happened.Origin == Origin.Supposed));

    /// <summary>
    /// Whether all that cannot have happened after an event lies before the day. What has no event in this world is
    /// asked in its turn what cannot have happened after it: it must have happened, too, and nobody recorded it.
    /// </summary>
    private bool MayBeOn(World world, Func<EventPattern, bool> matches, DateOnly day, bool isSupposed)
    {
        foreach (var earlier in _small.Rulebook.Vocabulary.Events)
        {
            foreach (var implication in earlier.ImpliedBy.Where(implication => implication.Certain && implication.By.Any(matches)))
            {
                var carriers = world.Events.Where(happened => happened.Kind == earlier.Name && Slots.Carries(happened, implication)).ToList();
                var isThere = carriers.Exists(happened => happened.Day <= day);
                if (!isThere && (!isSupposed || carriers.Count > 0 || !MayBeSupposed(world, earlier, day)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool MayBeSupposed(World world, EventKind kind, DateOnly day) =>
        (kind.Repeats || !world.Events.Any(happened => happened.Kind == kind.Name))
        && MayBeOn(world, pattern => pattern.Event == kind.Name && pattern.Where.IsEmpty, day, isSupposed: true);

    /// <summary>Two pauses for one reason at once, or two ends, are questions; what they do to a clock is said nowhere.</summary>
    private bool PausesAlternate(World world)
    {
        var marks = world.Events
            .Select(happened => (happened, _small.Kind(happened.Kind).Means))
            .Where(mark => mark.Means is EventMeaning.PauseStart or EventMeaning.PauseEnd)
            .GroupBy(mark => mark.happened.Attributes.GetValueOrDefault("reason"));
        foreach (var reason in marks)
        {
            var expected = EventMeaning.PauseStart;
            var days = reason.Select(mark => mark.happened.Day).ToList();
            if (days.Distinct().Count() != days.Count)
            {
                return false;
            }

            foreach (var (_, means) in reason)
            {
                if (means != expected)
                {
                    return false;
                }

                expected = means == EventMeaning.PauseStart ? EventMeaning.PauseEnd : EventMeaning.PauseStart;
            }
        }

        return true;
    }

    private bool OnceOnly(World world) => world.Events
        .Where(happened => !_small.Kind(happened.Kind).Repeats)
        .GroupBy(happened => (happened.Kind, happened.Item))
        .All(group => group.Count() == 1);
}
