using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Columns;

namespace DhrCompliance.Service.Intake.Rows;

/// <summary>Helps to write a row of the register as values by column; what is not known has none.</summary>
internal static class RowValues
{
    public static Dictionary<string, string> Of(params ReadOnlySpan<(string Column, string? Value)> values)
    {
        var row = new Dictionary<string, string>(values.Length, StringComparer.Ordinal);
        foreach (var (column, value) in values)
        {
            if (!string.IsNullOrEmpty(value))
            {
                row[column] = value;
            }
        }

        return row;
    }

    /// <summary>With facts or attributes; a column of the table's own is never taken for one.</summary>
    public static Dictionary<string, string> With(this Dictionary<string, string> row, ImmutableDictionary<string, string> facts)
    {
        foreach (var (name, value) in facts)
        {
            if (value.Length > 0)
            {
                row.TryAdd(name, value);
            }
        }

        return row;
    }

    /// <summary>What is no column of the table's own.</summary>
    public static ImmutableDictionary<string, string> Facts(this IReadOnlyDictionary<string, string> row, IReadOnlyCollection<Column> own) =>
        row.Where(value => own.All(column => column.Name != value.Key)).ToImmutableDictionary(StringComparer.Ordinal);
}
