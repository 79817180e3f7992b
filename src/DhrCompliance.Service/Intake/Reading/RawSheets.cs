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

    public string Place => SheetName is null ? File : $"{File}, sheet {Mistake.Shown(SheetName)}";
}
