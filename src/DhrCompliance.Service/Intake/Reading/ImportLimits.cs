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

    /// <summary>The most files in a ZIP or a folder.</summary>
    public int Files { get; init; } = 1_000;
}
