using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Reading;

/// <summary>What stands in a file, whatever its layout.</summary>
internal sealed record RawSheets
{
    /// <summary>The file's name.</summary>
    public required string File { get; init; }

    public ImmutableArray<RawSheet> Sheets { get; init; } = [];

    public ImmutableArray<string> Ignored { get; init; } = [];

    public ImmutableArray<Mistake> Mistakes { get; init; } = [];
}

/// <summary>Rows as they stand, none of them taken for headings.</summary>
/// <param name="File">The file's name.</param>
/// <param name="SheetName">The sheet's name in a workbook; null where the file is the sheet.</param>
/// <param name="Rows">The rows with any content.</param>
internal sealed record RawSheet(string File, string? SheetName, ImmutableArray<SheetRow> Rows)
{
    /// <summary>By what a mapping calls it.</summary>
    public string Name => SheetName ?? Path.GetFileNameWithoutExtension(File);

    /// <summary>Cells that were merged, by their range and its last row.</summary>
    public ImmutableArray<MergedCells> Merged { get; init; } = [];

    public string Place => SheetName is null ? File : $"{File}, sheet {Mistake.Shown(SheetName)}";

    /// <summary>Refuses merged cells from a row on: only one of them has what all of them show. Above the headings a merged title hurts nothing.</summary>
    public Mistake? MergedFrom(int row)
    {
        string[] merged = [.. Merged.Where(cells => cells.LastRow >= row).Select(cells => cells.Range).Take(MergedCells.MostTold)];
        return merged.Length == 0 ? null : new Mistake(File, null, null, null,
            $"each cell by itself, and these are merged: {Mistake.Shown(string.Join(", ", merged))}; undo it (Merge & Center) and fill in each cell")
        { Sheet = SheetName };
    }
}

/// <summary>Cells that were merged into one.</summary>
/// <param name="Range">As the workbook says it.</param>
/// <param name="LastRow">The last of their rows; where that is not said, the last there can be.</param>
internal sealed record MergedCells(string Range, int LastRow)
{
    public const int MostTold = 3;

    public static MergedCells Of(string range) =>
        new(range, int.TryParse(range.AsSpan(range.LastIndexOf(':') + 1).TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var row) ? row : int.MaxValue);
}
