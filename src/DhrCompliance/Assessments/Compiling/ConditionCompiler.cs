using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>Conditions by word to tests by slot.</summary>
internal sealed class ConditionCompiler(Slots slots)
{
    private readonly Dictionary<string, Test> _named = new(StringComparer.Ordinal);

    /// <summary>Compiles a condition; <paramref name="itemKind"/> is the item kind in scope, if any.</summary>
    public Test Compile(Condition condition, string? itemKind = null) => condition switch
    {
        AllOf all => new AllTest([.. all.Parts.Select(part => Compile(part, itemKind))]),
        AnyOf any => new AnyTest([.. any.Parts.Select(part => Compile(part, itemKind))]),
        NotSo not => new NotTest(Compile(not.Inner, itemKind)),
        Named named => CompileNamed(named.Name, itemKind),
        FactTest test => CompileFact(test, itemKind),
        OverItems over => new ItemsTest(over.Quantifier, over.ItemKind, slots.ItemKind(over.ItemKind), Compile(over.Body, over.ItemKind), slots.Round(over.ItemKind)),
        EventTest test => new OccurrenceTest(slots.Pattern(test.Event), test.Occurrence, EndOf(test.Event.Event)),
        _ => throw new ArgumentException($"The condition {condition.GetType().Name} is not known.", nameof(condition)),
    };

    private FactComparison CompileFact(FactTest test, string? itemKind)
    {
        var slot = itemKind is null ? -1 : slots.Fact(test.Fact, itemKind);
        slot = slot >= 0 ? slot : slots.Fact(test.Fact, null);
        return slot >= 0
            ? new FactComparison(slots.Vocabulary.Facts[slot], slot, test)
            : throw new ArgumentException($"The vocabulary has no fact '{test.Fact}'{(itemKind is null ? "" : $" of {itemKind}")}.", nameof(test));
    }

    private Test CompileNamed(string name, string? itemKind)
    {
        var key = $"{itemKind}/{name}";
        if (!_named.TryGetValue(key, out var test))
        {
            var condition = slots.Vocabulary.Conditions.FirstOrDefault(one => one.Name == name)
                ?? throw new ArgumentException($"The vocabulary has no condition '{name}'.", nameof(name));
            test = new NamedTest(condition.Title, Compile(condition.When, itemKind));
            _named[key] = test;
        }

        return test;
    }

    private EventShape? EndOf(string start) => slots.Events.FirstOrDefault(shape => shape.Kind.Ends == start);
}
