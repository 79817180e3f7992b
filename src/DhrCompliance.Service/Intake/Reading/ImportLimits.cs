namespace DhrCompliance.Service.Intake.Reading;

/// <summary>What an import may weigh at most. Beyond it a file is refused while it is being read, before it fills the memory.</summary>
internal sealed record ImportLimits
{
    public static ImportLimits Usual { get; } = new();

    /// <summary>The longest row, in bytes.</summary>
    public int RowBytes { get; init; } = 1 << 20;

    /// <summary>The longest file, in bytes (of a ZIP's file: as unpacked).</summary>
    public long FileBytes { get; init; } = 512L << 20;

    /// <summary>The most columns of a file.</summary>
    public int Columns { get; init; } = 500;

    /// <summary>The most rows of a file.</summary>
    public int Rows { get; init; } = 2_000_000;

    /// <summary>The most files in a ZIP or a folder, and the most parts of a workbook.</summary>
    public int Files { get; init; } = 1_000;

    /// <summary>The longest workbook, in bytes as it lies there.</summary>
    public long WorkbookBytes { get; init; } = 128L << 20;

    /// <summary>What all parts of a workbook that are read may have together, in bytes as unpacked.</summary>
    public long UnpackedBytes { get; init; } = 768L << 20;

    /// <summary>The most cells with content of a workbook, over all sheets that are read.</summary>
    public int Cells { get; init; } = 5_000_000;

    /// <summary>The longest text of a workbook's cell, in characters: the most that a spreadsheet program keeps.</summary>
    public int CellCharacters { get; init; } = 32_767;
}
