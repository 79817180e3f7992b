using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Recording;

/// <summary>What a command that adds an item to a case records. It gives a row to plan.</summary>
internal static class ItemEntry
{
    /// <param name="command">The command, for what it says when something is wrong.</param>
    /// <param name="reference">The case.</param>
    /// <param name="kind">The item kind's word.</param>
    /// <param name="id">An id of its own; null: it gets one.</param>
    /// <param name="facts">As typed: <c>name=value</c>.</param>
    /// <param name="existing">The register.</param>
    /// <param name="words">The words.</param>
    public static IncomingRegister Add(
        string command, string reference, string kind, string? id, IEnumerable<string> facts, RegisterRows existing, KnownWords words)
    {
        var entry = new Entry(command, TableName.Items)
            .With(TableColumns.Id, id)
            .With(TableColumns.Reference, reference)
            .With(TableColumns.Kind, kind);
        if (id is not null && existing.Items.Any(row => row.Id == id))
        {
            entry.Wrong(TableColumns.Id, id, "an id that no item has yet");
        }

        return entry.WithPairs("fact", facts, words).Done();
    }
}
