using System.Collections.Immutable;

namespace DhrCompliance.Service.Intake.Sheets;

/// <summary>A row as text.</summary>
/// <param name="Number">As a spreadsheet numbers it: the headings are row 1. Null where the row comes from a command.</param>
/// <param name="Cells">Its cells, in the order of the headings: fewer where the last are empty, more where something is wrong.</param>
internal sealed record SheetRow(int? Number, ImmutableArray<string> Cells);
