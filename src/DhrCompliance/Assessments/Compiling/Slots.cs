using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>The vocabulary by slot: every word is an index.</summary>
internal sealed class Slots
{
    private readonly Dictionary<string, int> _events;
    private readonly Dictionary<string, int> _itemKinds;
    private readonly Dictionary<(string Fact, string? Of), int> _facts;

    public Slots(Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        _itemKinds = Index(vocabulary.Items.Select(item => item.Name));
        _events = Index(vocabulary.Events.Select(kind => kind.Name));
        _facts = vocabulary.Facts.Select((fact, slot) => ((fact.Name, fact.Of), slot)).ToDictionary(entry => entry.Item1, entry => entry.slot);
        Events = [.. vocabulary.Events.Select((kind, slot) => new EventShape(slot, kind, kind.Of is null ? -1 : _itemKinds[kind.Of]))];
        foreach (var shape in Events)
        {
            shape.ImpliedBy = Implications(shape, certain: true);
            shape.SuggestedBy = Implications(shape, certain: false);
            shape.NotAfter = shape.Kind.NotAfter is { } limit ? Pattern(limit) : null;
            shape.Ends = shape.Kind.Ends is { } begun ? FindEvent(begun) : null;
        }

        LaterFirst = OrderLaterFirst();
        Milestones = [.. Events.Where(shape => shape.Kind.Milestone)];
        Beginning = Events.FirstOrDefault(shape => shape.Kind.Means == EventMeaning.Beginning);
        PauseStart = Events.FirstOrDefault(shape => shape.Kind.Means == EventMeaning.PauseStart);
        PauseEnd = Events.FirstOrDefault(shape => shape.Kind.Means == EventMeaning.PauseEnd);
        Reopening = Events.FirstOrDefault(shape => shape.Kind.Means == EventMeaning.Reopening);
        Departure = Events.FirstOrDefault(shape => shape.Kind.Means == EventMeaning.Departure);
        Closing = Events.FirstOrDefault(shape => shape.Kind.Means == EventMeaning.Closing);
    }

    public Vocabulary Vocabulary { get; }

    public ImmutableArray<EventShape> Events { get; }

    /// <summary>The milestones, in the order of the vocabulary.</summary>
    public ImmutableArray<EventShape> Milestones { get; }

    /// <summary>Every kind after all the kinds that imply it.</summary>
    public ImmutableArray<EventShape> LaterFirst { get; }

    public EventShape? Beginning { get; }

    public EventShape? PauseStart { get; }

    public EventShape? PauseEnd { get; }

    public EventShape? Reopening { get; }

    public EventShape? Closing { get; }

    public EventShape? Departure { get; }

    public EventShape Event(string name) =>
        _events.TryGetValue(name, out var slot) ? Events[slot] : throw new ArgumentException($"The vocabulary has no event '{name}'.", nameof(name));

    public EventShape? FindEvent(string name) => _events.TryGetValue(name, out var slot) ? Events[slot] : null;

    public int ItemKind(string name) => _itemKinds.GetValueOrDefault(name, -1);

    /// <summary>The fact of the item kind, else of the case; -1 when there is none.</summary>
    public int Fact(string name, string? of) => _facts.TryGetValue((name, of), out var slot) ? slot : -1;

    /// <summary>Which event an item of the kind belongs to; null: to none.</summary>
    public CompiledRound? Round(string itemKind)
    {
        for (var slot = 0; slot < Vocabulary.Facts.Length; slot++)
        {
            if (Vocabulary.Facts[slot] is { Counts: { } counted } fact && fact.Of == itemKind && FindEvent(counted) is { } kind)
            {
                return new CompiledRound(slot, fact.Name, kind);
            }
        }

        return null;
    }

    public CompiledPattern Pattern(EventPattern pattern)
    {
        var kind = Event(pattern.Event);
        return new CompiledPattern(
            kind,
            [.. pattern.Where.Select(test => Test(kind, test))],
            pattern.After is null ? null : Pattern(pattern.After),
            pattern.Since is null ? null : Pattern(pattern.Since));
    }

    private static CompiledAttributeTest Test(EventShape kind, AttributeTest test)
    {
        var at = kind.AttributeAt(test.Attribute);
        return new CompiledAttributeTest(at, test.OneOf, at >= 0 && kind.Kind.Attributes[at].Type == ValueKind.Choices);
    }

    /// <summary>Whether no event of <paramref name="later"/> can be before the first that matches <paramref name="earlier"/>.</summary>
    public bool CannotPrecede(EventShape later, CompiledPattern earlier) => CannotPrecede(later, earlier, 0);

    private bool CannotPrecede(EventShape later, CompiledPattern earlier, int depth)
    {
        foreach (var implication in earlier.Kind.ImpliedBy)
        {
            if (!earlier.IsMetBy(implication.With))
            {
                continue;
            }

            foreach (var by in implication.By)
            {
                if (by.Where.IsEmpty && (by.Kind == later || (depth < Events.Length && CannotPrecede(later, by, depth + 1))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Dictionary<string, int> Index(IEnumerable<string> names) =>
        names.Select((name, slot) => (name, slot)).ToDictionary(entry => entry.name, entry => entry.slot, StringComparer.Ordinal);

    private ImmutableArray<CompiledImplication> Implications(EventShape shape, bool certain) =>
    [
        .. shape.Kind.ImpliedBy.Where(implication => implication.Certain == certain).Select(implication => new CompiledImplication(
            shape,
            [.. implication.By.Select(Pattern)],
            [.. implication.With.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(shape.AttributeAt(entry.Key), entry.Value))],
            implication.Each)),
    ];

    private ImmutableArray<EventShape> OrderLaterFirst()
    {
        var order = ImmutableArray.CreateBuilder<EventShape>(Events.Length);
        var seen = new bool[Events.Length];
        foreach (var shape in Events)
        {
            Visit(shape, seen, order);
        }

        return order.ToImmutable();
    }

    private static void Visit(EventShape shape, bool[] seen, ImmutableArray<EventShape>.Builder order)
    {
        if (seen[shape.Slot])
        {
            return;
        }

        seen[shape.Slot] = true;
        foreach (var by in shape.ImpliedBy.SelectMany(implication => implication.By))
        {
            Visit(by.Kind, seen, order);
        }

        order.Add(shape);
    }
}
