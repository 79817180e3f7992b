using System.Collections.Immutable;
using CsvHelper;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Reading;

/// <summary>A CSV file's rows: streamed, in strict UTF-8, within limits. What breaks the form of the file refuses it whole, and says where.</summary>
internal static class CsvRows
{
    /// <summary>Reads all rows, the headings first; rows without any content are left out.</summary>
    /// <exception cref="RefusedFileException">The file's form is broken or beyond a limit.</exception>
    public static ImmutableArray<SheetRow> Read(Stream stream, string file, ImportLimits limits)
    {
        Mistake? malformed = null;
        using var bounded = new BoundedStream(stream, file, limits);
        TextEncoding.RefuseWideMark(bounded.Peek(), file);
        using var reader = CsvReader.Create(bounded, Options(limits, found => malformed ??= Malformed(file, found)), leaveOpen: true);
        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        try
        {
            while (reader.Read())
            {
                Refuse(malformed);
                TextEncoding.RefuseOther(reader.RawRecord, file, reader.RowNumber, reader.LineNumber);
                Take(reader, file, limits, rows);
            }
        }
        catch (CsvFormatException exception)
        {
            throw new RefusedFileException(new Mistake(file, Row(exception.RecordNumber), null, null, FormattableString.Invariant(
                $"a row of at most {limits.RowBytes} bytes; is a quotation mark not closed, or is this no CSV file?")));
        }

        Refuse(malformed);
        return rows.ToImmutable();
    }

    private static CsvReaderOptions Options(ImportLimits limits, Action<CsvMalformedRecord> malformed) => new()
    {
        Separator = ',',
        HasHeader = false,
        SkipEmptyLines = false,
        DetectSeparatorHint = false,
        TrackLineNumbers = true,
        MaxRecordSize = limits.RowBytes,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = malformed,
    };

    private static void Take(CsvReader reader, string file, ImportLimits limits, ImmutableArray<SheetRow>.Builder rows)
    {
        var number = Row(reader.RowNumber);
        if (reader.FieldCount > limits.Columns)
        {
            throw Refused(file, number, FormattableString.Invariant($"at most {limits.Columns} columns, not {reader.FieldCount}"));
        }

        if (number is null || number > limits.Rows + 1)
        {
            throw Refused(file, number, FormattableString.Invariant($"at most {limits.Rows} rows in a file; split it"));
        }

        var cells = ImmutableArray.CreateBuilder<string>(reader.FieldCount);
        var hasContent = false;
        for (var field = 0; field < reader.FieldCount; field++)
        {
            var cell = reader.GetString(field);
            hasContent |= !string.IsNullOrWhiteSpace(cell);
            cells.Add(cell);
        }

        if (hasContent)
        {
            rows.Add(new SheetRow(number, cells.MoveToImmutable()));
        }
    }

    private static void Refuse(Mistake? malformed)
    {
        if (malformed is not null)
        {
            throw new RefusedFileException(malformed);
        }
    }

    private static Mistake Malformed(string file, CsvMalformedRecord record) =>
        new(file, Row(record.RecordNumber), null, null, record.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "a closing quotation mark: the one that opens here is never closed",
            CsvMalformedReason.TextAfterClosingQuote => "a comma or the end of the row after a closing quotation mark; one inside a cell is doubled",
            _ => "quotation marks around the whole cell, and those inside it doubled",
        });

    private static RefusedFileException Refused(string file, int? row, string expected) => new(new Mistake(file, row, null, null, expected));

    private static int? Row(long number) => number is > 0 and <= int.MaxValue ? (int)number : null;
}
