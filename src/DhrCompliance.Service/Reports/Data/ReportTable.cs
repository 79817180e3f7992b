using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Data;

/// <summary>A table of a report: its page shows some of the fields in words, programs read all of them as values.</summary>
public sealed record ReportTable
{
    /// <summary>By what it is asked for: words in small letters with hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows; its caption.</summary>
    public required string Title { get; init; }

    public required ImmutableArray<Field> Fields { get; init; }

    /// <summary>The rows, each with a value a field.</summary>
    public required ImmutableArray<ImmutableArray<Datum>> Rows { get; init; }

    /// <summary>As a page shows it.</summary>
    public Table Page()
    {
        int[] shown = [.. Enumerable.Range(0, Fields.Length).Where(at => Fields[at].Heading is not null)];
        return new()
        {
            Title = Title,
            Columns = [.. shown.Select(at => Fields[at].OnPage())],
            Rows = [.. Rows.Select(row => shown.Select(at => row[at].Shown).ToImmutableArray())],
        };
    }

    /// <summary>With all its values, for forms in which a cell is a text.</summary>
    public Table Flat() => new()
    {
        Title = Title,
        Columns = [.. Fields.Select(field => field.AsValue())],
        Rows = Rows.Select(row => row.Select(value => value.Cell).ToImmutableArray()),
    };
}
