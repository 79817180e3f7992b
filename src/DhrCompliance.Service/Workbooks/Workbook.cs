using System.Collections.Immutable;

namespace DhrCompliance.Service.Workbooks;

/// <summary>Sheets to be written into one XLSX file. Every cell is text, so that no program makes something else of it.</summary>
/// <param name="Sheets">The sheets, in the order in which they are shown; their names differ in more than capitals.</param>
internal sealed record Workbook(ImmutableArray<WorkbookSheet> Sheets);

/// <summary>One sheet: perhaps a line that explains it, the headings, the rows.</summary>
internal sealed record WorkbookSheet
{
    /// <summary>The most characters that the name of a sheet has.</summary>
    public const int LongestName = 31;

    /// <summary>At most <see cref="LongestName"/> characters, none of <c>[ ] : * ? / \</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A line above the headings; null: the headings are the first row.</summary>
    public string? Banner { get; init; }

    /// <summary>True: it is for reading, and a spreadsheet program says so to whoever types into it.</summary>
    public bool IsView { get; init; }

    /// <summary>True: running text without headings or filter.</summary>
    public bool IsProse { get; init; }

    /// <summary>Columns that stay in sight while the others are scrolled.</summary>
    public int FrozenColumns { get; init; }

    public required ImmutableArray<WorkbookColumn> Columns { get; init; }

    public required ImmutableArray<WorkbookRow> Rows { get; init; }
}

/// <summary>One column of a sheet.</summary>
internal sealed record WorkbookColumn(string Heading)
{
    /// <summary>In characters.</summary>
    public double Width { get; init; } = 14;

    /// <summary>True: long texts, set in several lines.</summary>
    public bool IsWrapped { get; init; }

    /// <summary>True: for the program alone.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The words that a cell is offered as a drop-down; another one is warned of and not refused.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>What is said to whoever enters a cell of it; null: nothing.</summary>
    public string? Prompt { get; init; }
}

/// <summary>One row.</summary>
/// <param name="Cells">Its cells; the last may be missing.</param>
/// <param name="Marks">How each is marked; default: none is.</param>
internal sealed record WorkbookRow(ImmutableArray<string> Cells, ImmutableArray<CellMark> Marks = default)
{
    /// <summary>What is offered in one of its cells, beside what its column offers: that column offers nothing by itself. Null: nothing.</summary>
    public CellHelp? Help { get; init; }

    public CellMark MarkOf(int column) => Marks.IsDefault || column >= Marks.Length ? CellMark.None : Marks[column];
}

/// <summary>What is offered and said to whoever enters a cell.</summary>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Choices">The words that it is offered as a drop-down; another one is warned of and not refused.</param>
/// <param name="Prompt">What is said; null: nothing.</param>
internal sealed record CellHelp(int Column, ImmutableArray<string> Choices, string? Prompt);

/// <summary>How a cell is marked beside its words: never by colour alone.</summary>
internal enum CellMark
{
    None,

    /// <summary>Late, failing, or a mistake.</summary>
    Wrong,

    /// <summary>Soon, or asked for.</summary>
    Soon,

    /// <summary>It cannot be told.</summary>
    Open,

    /// <summary>It stands still, with a recorded ground.</summary>
    Still,

    /// <summary>As it should be.</summary>
    Good,
}
