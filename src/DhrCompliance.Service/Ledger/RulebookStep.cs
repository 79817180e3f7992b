namespace DhrCompliance.Service.Ledger;

/// <summary>What became of a rulebook, from where and by whom.</summary>
public sealed record RulebookStep
{
    /// <summary>The source of whatever lies in the folder of rule files.</summary>
    public const string Folder = "folder";

    /// <summary>The source of what a person hands in by a command.</summary>
    public const string Command = "command";

    /// <summary>Its text is kept; it waits for somebody to adopt it.</summary>
    public const string Proposed = "proposed";

    /// <summary>What its source held before is taken back: it holds what is in force.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>It cannot be used, or its scenarios fail; the detail says which.</summary>
    public const string Refused = "refused";

    /// <summary>It is in force from here on, until the next is adopted.</summary>
    public const string Adopted = "adopted";

    /// <summary>One of the four.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it came from. A later step of the same source takes the place of an earlier proposal.</summary>
    public required string Source { get; init; }

    /// <summary>The hash of what lay at the source, which may be a part of the files only: the same as before is nothing new.</summary>
    public required string Content { get; init; }

    /// <summary>The rulebook's hash; of files that make no rulebook, the hash of these files.</summary>
    public required string Hash { get; init; }

    /// <summary>What was in force then, or what was taken back; null: nothing.</summary>
    public string? Base { get; init; }

    /// <summary>Who proposed or adopted it; empty: it is not known who.</summary>
    public required string By { get; init; }

    /// <summary>The account of the operating system that the act was done from.</summary>
    public required string Account { get; init; }

    /// <summary>A sentence about it.</summary>
    public required string Detail { get; init; }

    /// <summary>Its number, in the order in which they were recorded. Read only.</summary>
    public long Row { get; init; }

    /// <summary>When it was recorded. Read only.</summary>
    public DateTimeOffset At { get; init; }
}
