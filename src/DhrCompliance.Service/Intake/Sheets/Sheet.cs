using System.Collections.Immutable;

namespace DhrCompliance.Service.Intake.Sheets;

/// <summary>One table as it was handed in.</summary>
internal sealed class Sheet
{
    private Dictionary<string, int>? _places;

    /// <summary>The file's name, or the command that stands for it.</summary>
    public required string File { get; init; }

    /// <summary>Its name in a workbook; null where the file is the sheet.</summary>
    public string? Name { get; init; }

    /// <summary>The table it fills.</summary>
    public required TableName Table { get; init; }

    /// <summary>The kind of all its items, where the file is named by it.</summary>
    public string? ItemKind { get; init; }

    /// <summary>The headings, in lower case; an empty one heads a column without content.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>The rows below the headings; those without any content are left out.</summary>
    public required ImmutableArray<SheetRow> Rows { get; init; }

    /// <summary>Where a mapping made it of another layout: what each column is headed there, for what is said of a cell.</summary>
    public IReadOnlyDictionary<string, string>? Headings { get; init; }

    /// <summary>Something wrong in it.</summary>
    public Mistake Wrong(int? row, string? column, string? value, string expected) =>
        new(File, row, column is null ? null : Headings?.GetValueOrDefault(column) ?? column, value, expected) { Sheet = Name };

    /// <summary>Where a column stands; -1 where the sheet has none of this name. Of two of the same name, the first.</summary>
    public int Place(string column)
    {
        if (_places is null)
        {
            _places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var at = 0; at < Columns.Length; at++)
            {
                _places.TryAdd(Columns[at], at);
            }
        }

        return _places.GetValueOrDefault(column, -1);
    }
}
