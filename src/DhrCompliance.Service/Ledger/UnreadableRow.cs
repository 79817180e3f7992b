using System.Collections.Frozen;
using System.Globalization;

namespace DhrCompliance.Service.Ledger;

/// <summary>
/// A value in the register, written by another system, that cannot be read. Its row is taken as far as it can be: a date
/// counts as not known, so that no lateness comes of it. To be told as a failure of its subject.
/// </summary>
public sealed record UnreadableRow
{
    private const int LongestShown = 30;
    private static readonly char[] Between = ['-', '/', '.', ' ', ':', ','];
    private static readonly FrozenSet<string> Months = DateTimeFormatInfo.InvariantInfo.MonthNames.Concat(DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames)
        .Where(name => name.Length > 0).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The case or partnership whose file it belongs to.</summary>
    public required string Reference { get; init; }

    public required string Table { get; init; }

    public required long Row { get; init; }

    /// <summary>The row's key.</summary>
    public required string Key { get; init; }

    public required string Column { get; init; }

    public required string Value { get; init; }

    public required string Expected { get; init; }

    /// <summary>A column that should hold a JSON object of texts.</summary>
    internal static UnreadableRow OfObject(string reference, string table, long row, string key, string column, string value) => new()
    {
        Reference = reference, Table = table, Row = row, Key = key, Column = column, Value = value, Expected = "a JSON object of texts",
    };

    /// <summary>A column that should hold a day.</summary>
    internal static UnreadableRow OfDay(string reference, string table, long row, string key, string column, string value) => new()
    {
        Reference = reference, Table = table, Row = row, Key = key, Column = column, Value = value, Expected = "a day (2026-03-31)",
    };

    public override string ToString() =>
        FormattableString.Invariant($"{Table} row {Row} ('{Key}'), column {Column}: {Shown} cannot be read: expected {Expected}; insert a corrected version");

    // Where a value should stand a sentence may, with a name in it; logs have many readers, the register few.
    private string Shown => Value.Length <= LongestShown && Value.Split(Between, StringSplitOptions.RemoveEmptyEntries).All(part => part.All(char.IsAsciiDigit) || Months.Contains(part))
        ? $"'{Value}'"
        : FormattableString.Invariant($"a text of {Value.Length} characters");
}
