using System.Collections.Immutable;

namespace DhrCompliance.Service.Intake.Sheets;

/// <summary>A row as text.</summary>
/// <param name="Number">As a spreadsheet numbers it: the headings are row 1. Null where the row comes from a command.</param>
/// <param name="Cells">Its cells, in the order of the headings: fewer where the last are empty, more where something is wrong.</param>
internal sealed record SheetRow(int? Number, ImmutableArray<string> Cells)
{
    /// <summary>What <see cref="Columns.TableColumns.AsExported"/> says: the version of the row that was exported; null where it was not.</summary>
    public string? AsExported { get; init; }

    /// <summary>Cells whose text is not what somebody typed, such as a formula's result: none of them is taken.</summary>
    public ImmutableArray<CellTrouble> Troubles { get; init; } = [];
}

/// <summary>A cell that is not taken.</summary>
/// <param name="Column">Its place among the cells, from 0.</param>
/// <param name="Expected">What was expected, to be read after "expected".</param>
internal sealed record CellTrouble(int Column, string Expected);
