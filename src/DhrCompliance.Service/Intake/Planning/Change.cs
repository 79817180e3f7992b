using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>What a row does to the register.</summary>
internal enum ChangeKind
{
    /// <summary>Says something for the first time.</summary>
    New,

    /// <summary>Supersedes an earlier version.</summary>
    Corrected,

    /// <summary>Says that an event did not happen after all.</summary>
    Withdrawn,

    /// <summary>Says that a withdrawn event happened.</summary>
    Restored,
}

/// <summary>One difference that an import makes.</summary>
internal sealed record Change
{
    public required ChangeKind Kind { get; init; }

    public required TableName Table { get; init; }

    public required string File { get; init; }

    /// <summary>The sheet of a workbook; null where the file has none.</summary>
    public string? Sheet { get; init; }

    /// <summary>The row as a spreadsheet numbers it; null where it comes from a command.</summary>
    public int? Row { get; init; }

    /// <summary>What it is about, for a person: "R02 decision 2013-07", "contact csp-team of bexley".</summary>
    public required string About { get; init; }

    /// <summary>The case or partnership it belongs to; null where it is everywhere's.</summary>
    public string? Reference { get; init; }

    /// <summary>The id of the event or item; null where it has none, or gets it when it is written.</summary>
    public string? Id { get; init; }

    /// <summary>The columns that differ; of a new row those that say something.</summary>
    public ImmutableArray<ColumnChange> Columns { get; init; } = [];

    public override string ToString()
    {
        var id = Id is null ? "" : $" [{Id}]";
        var columns = string.Join(", ", Columns.Select(column => column.IsPrivate
            ? $"{column.Column} (not shown)"
            : Kind == ChangeKind.New
            ? $"{column.Column} {Shown(column.New)}"
            : $"{column.Column} {Shown(column.Old)} -> {Shown(column.New)}"));
        return $"{Assessments.Words.Of(Kind)}: {About}{id}{(columns.Length > 0 ? ": " : "")}{columns}";
    }

    /// <summary>As a difference to the register: of what is new one line, of what there was a line a cell, with what it says and would say.</summary>
    public IEnumerable<string> Lines()
    {
        if (Kind == ChangeKind.New)
        {
            return [ToString()];
        }

        var place = new Mistake(File, Row, null, null, "") { Sheet = Sheet }.Place;
        return
        [
            $"{Assessments.Words.Of(Kind)}: {About}{(Id is null ? "" : $" [{Id}]")}{(place.Length > 0 ? $" ({place})" : "")}",
            .. Columns.Select(column => column.IsPrivate
                ? $"    {column.Column}: (not shown)"
                : $"    {column.Column}: {Shown(column.Old)} -> {Shown(column.New)}"),
        ];
    }

    private static string Shown(string? value) => value is null ? "(not known)" : $"'{Mistake.Shown(value)}'";
}
