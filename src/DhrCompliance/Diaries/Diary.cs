namespace DhrCompliance.Diaries;

/// <summary>Days to note, for a calendar that people keep (RFC 5545).</summary>
public sealed record Diary
{
    /// <summary>What the calendar is called.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The day assessed: the later of two files is the one that counts, so every entry says this day as the one on which it was last looked at,
    /// and a number that rises with it.
    /// </summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The entries.</summary>
    public required IReadOnlyList<DiaryEntry> Entries { get; init; }
}
