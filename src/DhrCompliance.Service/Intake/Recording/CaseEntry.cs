using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Recording;

/// <summary>What <c>dhr case open</c> records. It gives a row to plan.</summary>
internal static class CaseEntry
{
    /// <param name="reference">The new case's reference.</param>
    /// <param name="partnership">The partnership that commissions the review.</param>
    /// <param name="keptSince">The day from which its register is kept; null: as its partnership's.</param>
    /// <param name="facts">As typed: <c>name=value</c>.</param>
    /// <param name="existing">The register.</param>
    /// <param name="words">The words.</param>
    public static IncomingRegister Open(
        string reference, string partnership, string? keptSince, IEnumerable<string> facts, RegisterRows existing, KnownWords words)
    {
        var entry = new Entry("case open", TableName.Cases)
            .With(TableColumns.Reference, reference)
            .With(TableColumns.Partnership, partnership)
            .With(TableColumns.KeptSince, keptSince);
        if (existing.Cases.Any(row => row.Reference == reference))
        {
            entry.Wrong(TableColumns.Reference, reference, "a reference that no case has yet");
        }

        return entry.WithPairs("fact", facts, words).Done();
    }
}
