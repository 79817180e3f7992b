using System.Collections.Immutable;

namespace DhrCompliance.Service.Reports.Tables;

/// <summary>What the cells of a column hold. Every writer shows the same text; some set numbers to the right or mark states.</summary>
public enum ColumnKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number, or nothing.</summary>
    Number,

    /// <summary>A day or an interval, as <c>2026-03-31</c> or <c>2013-07-01/2013-07-31</c>, or nothing.</summary>
    Date,

    /// <summary>The word of a state.</summary>
    State,

    /// <summary>An address on the web, or words in its place. A page makes a link of an address.</summary>
    Address,
}

/// <summary>A column of a table.</summary>
public sealed record Column(string Name, ColumnKind Kind = ColumnKind.Text);

/// <summary>Rows and columns that list, CSV, terminal and page share.</summary>
public sealed record Table
{
    /// <summary>What the table shows; its caption.</summary>
    public required string Title { get; init; }

    /// <summary>The columns.</summary>
    public required ImmutableArray<Column> Columns { get; init; }

    /// <summary>The rows, each with a cell a column. May be made as it is read; is read once by each writer.</summary>
    public required IEnumerable<ImmutableArray<string>> Rows { get; init; }
}
