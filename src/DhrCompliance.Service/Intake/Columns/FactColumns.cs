using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Intake.Columns;

/// <summary>The columns that the vocabulary adds to a table: one a fact, or one an attribute.</summary>
internal static class FactColumns
{
    /// <summary>Of a case (no kind), or of the items of a kind.</summary>
    public static ImmutableArray<Column> Facts(KnownWords words, string? itemKind) =>
        [.. words.Vocabulary.Facts.Where(fact => fact.Of == itemKind).Select(fact => Of(fact.Name, fact.Type, fact.Choices, words))];

    /// <summary>Of an event.</summary>
    public static ImmutableArray<Column> Attributes(KnownWords words, EventKind kind) =>
        [.. kind.Attributes.Select(attribute => Of(attribute.Name, attribute.Type, attribute.Choices, words))];

    private static Column Of(string name, ValueKind type, ImmutableArray<string> choices, KnownWords words) => type switch
    {
        ValueKind.YesNo => new Column(name, CellKind.YesNo),
        ValueKind.Number => new Column(name, CellKind.Number),
        ValueKind.Date => new Column(name, CellKind.Date),
        ValueKind.Choice => new Column(name, CellKind.Word) { Words = choices },
        ValueKind.Choices => new Column(name, CellKind.Words) { Words = choices },
        ValueKind.Rule => new Column(name, CellKind.Word) { What = "a rule's id", Words = [.. words.Rules.Order(StringComparer.Ordinal)] },
        _ => new Column(name, CellKind.Text),
    };
}
