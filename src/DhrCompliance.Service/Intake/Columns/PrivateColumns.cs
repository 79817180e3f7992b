using System.Collections.Frozen;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Intake.Columns;

/// <summary>
/// Columns whose cells are never repeated to a terminal or into a report of mistakes: what is sensitive, and what people type freely.
/// The place of a cell is told, and whoever may see it looks there.
/// </summary>
internal static class PrivateColumns
{
    public static FrozenSet<string> Of(KnownWords words) =>
        words.Vocabulary.Facts.Where(fact => fact.Sensitive || fact.Type is ValueKind.Text).Select(fact => fact.Name)
            .Concat(words.Vocabulary.Events.SelectMany(kind => kind.Attributes).Where(attribute => attribute.Type is ValueKind.Text).Select(attribute => attribute.Name))
            .Append(TableColumns.Note)
            .Append(TableColumns.RecordedBy)
            .ToFrozenSet(StringComparer.Ordinal);
}
