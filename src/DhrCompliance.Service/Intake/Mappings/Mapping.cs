using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Mappings;

/// <summary>How a team's own layout is read: their sheets and columns as our tables, facts and events.</summary>
internal sealed record Mapping
{
    /// <summary>How days are written; null: ISO.</summary>
    public DayFormat? Days { get; init; }

    public ImmutableArray<SheetMapping> Sheets { get; init; } = [];
}

/// <summary>One of their sheets.</summary>
internal sealed record SheetMapping
{
    /// <summary>Its name in the workbook, or the CSV file's without its ending; null: the only one there is.</summary>
    public string? Name { get; init; }

    /// <summary>The row of the headings, from 1.</summary>
    public int Headings { get; init; } = 1;

    public TableName Table { get; init; } = TableName.Cases;

    public string? ItemKind { get; init; }

    /// <summary>What each heading stands for.</summary>
    public ImmutableArray<ColumnMapping> Columns { get; init; } = [];

    /// <summary>What every row says though no column does: columns of ours with their value.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Always { get; init; } = [];
}

/// <summary>One of their columns.</summary>
/// <param name="Heading">Their heading.</param>
/// <param name="Line">Where the mapping's file says so.</param>
internal sealed record ColumnMapping(string Heading, int Line)
{
    /// <summary>Our column; null: it is an event, or ignored.</summary>
    public string? To { get; init; }

    /// <summary>The event of which the cell is the date.</summary>
    public string? Event { get; init; }

    /// <summary>True: the event happens to the item that the row is.</summary>
    public bool IsOfItem { get; init; }

    /// <summary>What that event carries.</summary>
    public ImmutableArray<WithMapping> With { get; init; } = [];

    /// <summary>Their words with ours; capitals count for nothing. Nothing in place of a word: the cell says nothing.</summary>
    public ImmutableDictionary<string, string> Words { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>What an event carries, as every row says it, or as another column of the row does.</summary>
/// <param name="Attribute">Our column.</param>
/// <param name="Value">What every row says; null: another column says it.</param>
/// <param name="Column">That other column.</param>
internal sealed record WithMapping(string Attribute, string? Value, ColumnMapping? Column);
