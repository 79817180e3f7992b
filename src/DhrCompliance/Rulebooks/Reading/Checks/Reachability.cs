using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>
/// Whether a condition can ever be yes, by the types and choices of its facts. Of a condition too tangled to follow it is taken that it can.
/// </summary>
internal sealed class Reachability(Vocabulary vocabulary)
{
    private const int MostSteps = 20_000;

    private readonly Dictionary<string, Condition> _named = vocabulary.Conditions.ToDictionary(condition => condition.Name, condition => condition.When, StringComparer.Ordinal);
    private readonly Dictionary<(string? Of, string Name), FactType> _facts = vocabulary.Facts.ToDictionary(fact => (fact.Of, fact.Name));
    private int _steps;

    /// <summary>What makes it impossible: the word of a fact or event; null where it can be yes.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="itemKind">The item kind in whose scope it stands; null: the case.</param>
    public string? Obstacle(Condition condition, string? itemKind)
    {
        _steps = 0;
        return Obstacle([(condition, true)], new Known(itemKind));
    }

    private string? Obstacle(ImmutableStack<(Condition Condition, bool IsSo)> open, Known known)
    {
        while (!open.IsEmpty)
        {
            if (++_steps > MostSteps)
            {
                return null;
            }

            open = open.Pop(out var next);
            switch (next)
            {
                case (Named named, _):
                    open = open.Push((_named[named.Name], next.IsSo));
                    break;
                case (NotSo not, _):
                    open = open.Push((not.Inner, !next.IsSo));
                    break;
                case (AllOf all, true):
                    open = Push(open, all.Parts, true);
                    break;
                case (AnyOf any, false):
                    open = Push(open, any.Parts, false);
                    break;
                case (AllOf all, false):
                    return OneOf(all.Parts, false, open, known);
                case (AnyOf any, true):
                    return OneOf(any.Parts, true, open, known);
                case (OverItems over, _) when Obstacle([(over.Body, next.IsSo)], known.Within(over.ItemKind)) is { } obstacle:
                    return obstacle;
                case (FactTest test, _):
                    var fact = _facts.GetValueOrDefault((known.ItemKind, test.Fact)) ?? _facts.GetValueOrDefault((null, test.Fact));
                    if (fact is not null && !known.Take(test, fact, next.IsSo, out known))
                    {
                        return test.Fact;
                    }

                    break;
                case (EventTest test, _) when !known.Take(test, next.IsSo, out known):
                    return test.Event.Event;
            }
        }

        return null;
    }

    /// <summary>The first obstacle, where each of them meets one.</summary>
    private string? OneOf(ImmutableArray<Condition> parts, bool isSo, ImmutableStack<(Condition, bool)> open, Known known)
    {
        string? first = null;
        foreach (var part in parts)
        {
            if (Obstacle(open.Push((part, isSo)), known) is not { } obstacle)
            {
                return null;
            }

            first ??= obstacle;
        }

        return first;
    }

    private static ImmutableStack<(Condition, bool)> Push(ImmutableStack<(Condition, bool)> open, ImmutableArray<Condition> parts, bool isSo)
    {
        foreach (var part in parts.Reverse())
        {
            open = open.Push((part, isSo));
        }

        return open;
    }

    /// <summary>What must be so already. Within items only what is of the case counts, as each may be another item.</summary>
    private sealed record Known(string? ItemKind)
    {
        private ImmutableDictionary<string, FactRange> OfCase { get; init; } = ImmutableDictionary<string, FactRange>.Empty;

        private ImmutableDictionary<string, FactRange> OfItem { get; init; } = ImmutableDictionary<string, FactRange>.Empty;

        private ImmutableHashSet<string> Happened { get; init; } = [];

        private ImmutableHashSet<string> NotHappened { get; init; } = [];

        public Known Within(string itemKind) => new(itemKind) { OfCase = OfCase };

        public bool Take(FactTest test, FactType fact, bool isSo, out Known after)
        {
            var range = ((fact.Of is null ? OfCase : OfItem).GetValueOrDefault(test.Fact) ?? new FactRange()).With(test, fact, isSo);
            after = fact.Of is null ? this with { OfCase = OfCase.SetItem(test.Fact, range) } : this with { OfItem = OfItem.SetItem(test.Fact, range) };
            return !range.IsEmpty;
        }

        /// <summary>An event that has happened, and one that has not whatever its attributes; what else is asked of events is left wide.</summary>
        public bool Take(EventTest test, bool isSo, out Known after)
        {
            var word = test.Event.Event;
            var isAnyOfIt = test.Event is { Where.IsEmpty: true, After: null, Since: null };
            after = (test.Occurrence, isSo) switch
            {
                (Occurrence.Happened or Occurrence.Concluded, true) => this with { Happened = Happened.Add(word) },
                (Occurrence.NotHappened, false) => this with { Happened = Happened.Add(word) },
                (Occurrence.NotHappened, true) or (Occurrence.Happened, false) when isAnyOfIt => this with { NotHappened = NotHappened.Add(word) },
                _ => this,
            };
            return !after.Happened.Contains(word) || !after.NotHappened.Contains(word);
        }
    }
}
