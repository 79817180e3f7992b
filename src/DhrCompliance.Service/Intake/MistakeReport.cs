using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using DhrCompliance.Service.Intake.Cells;

namespace DhrCompliance.Service.Intake;

/// <summary>Mistakes for people: as many as can be read on a screen, or all of them in a file.</summary>
internal static class MistakeReport
{
    /// <summary>How many are shown at most; the rest is counted.</summary>
    public const int MostShown = 200;

    /// <summary>The headings of the table of mistakes.</summary>
    public static ImmutableArray<string> Columns { get; } = ["file", "sheet", "row", "column", "value", "expected"];

    /// <summary>One mistake as a row of that table, fit for a terminal.</summary>
    public static ImmutableArray<string> Row(Mistake mistake) =>
    [
        mistake.File,
        Mistake.Shown(mistake.Sheet ?? ""),
        mistake.Row?.ToString(CultureInfo.InvariantCulture) ?? "",
        Mistake.Shown(mistake.Column ?? ""),
        Mistake.Shown(mistake.Value ?? ""),
        mistake.Expected,
    ];

    /// <summary>The first of them in words, and how many there are beyond.</summary>
    public static IEnumerable<string> Lines(IReadOnlyCollection<Mistake> mistakes)
    {
        foreach (var mistake in mistakes.Take(MostShown))
        {
            yield return mistake.ToString();
        }

        if (mistakes.Count > MostShown)
        {
            yield return FormattableString.Invariant($"... and {mistakes.Count - MostShown} more, {mistakes.Count} in all");
        }
    }

    /// <summary>All of them as CSV, safe to be opened in a spreadsheet.</summary>
    public static void WriteCsv(IEnumerable<Mistake> mistakes, Stream stream)
    {
        using var writer = CsvWriter.Create(stream, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        writer.WriteRecord(Columns.AsSpan());
        foreach (var mistake in mistakes)
        {
            writer.WriteRecord(Row(mistake).Select(CellText.Write).ToArray().AsSpan());
        }

        writer.Flush();
    }
}
