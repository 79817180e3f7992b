using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Reading.Workbooks;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Tests.Commands.Forms;

/// <summary>An exported workbook as a person fills it in: its sheets with headings in the first row, some of their cells changed.</summary>
internal sealed class FilledWorkbook
{
    private readonly string _path;
    private readonly Dictionary<string, List<string[]>> _sheets;

    private FilledWorkbook(string path, Dictionary<string, List<string[]>> sheets) => (_path, _sheets) = (path, sheets);

    public static FilledWorkbook Open(string path)
    {
        using var stream = File.OpenRead(path);
        var raw = WorkbookSheets.ReadRaw(stream, Path.GetFileName(path), ImportLimits.Usual);
        raw.Mistakes.ShouldBeEmpty();
        return new FilledWorkbook(path, raw.Sheets.Where(sheet => sheet.Name is not ("Read me" or "reviews" or "deadlines")).ToDictionary(sheet => sheet.Name, Whole));
    }

    /// <summary>The rows of a sheet below its headings, by heading.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string sheet) =>
        [.. _sheets[sheet].Skip(1).Select(row => _sheets[sheet][0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];

    /// <summary>Fills cells of the only row for which this is so; tells its number as a spreadsheet has it.</summary>
    public int Fill(string sheet, Func<IReadOnlyDictionary<string, string>, bool> which, params (string Column, string Value)[] cells)
    {
        var rows = Rows(sheet);
        var at = Enumerable.Range(0, rows.Count).Where(row => which(rows[row])).ShouldHaveSingleItem();
        foreach (var (column, value) in cells)
        {
            var place = Array.IndexOf(_sheets[sheet][0], column);
            place.ShouldBeGreaterThanOrEqualTo(0, column);
            _sheets[sheet][at + 1][place] = value;
        }

        return at + 2;
    }

    /// <summary>Gives columns of a sheet other headings.</summary>
    public void Rename(string sheet, params (string From, string To)[] headings)
    {
        foreach (var (from, to) in headings)
        {
            _sheets[sheet][0][Array.IndexOf(_sheets[sheet][0], from)] = to;
        }
    }

    public void Save(string? path = null)
    {
        using var stream = File.Create(path ?? _path);
        WorkbookWriter.Write(new Workbook([.. _sheets.Select(sheet => Shown(sheet.Key, sheet.Value))]), stream);
    }

    private static WorkbookSheet Shown(string name, List<string[]> rows) => new()
    {
        Name = name,
        Columns = [.. rows[0].Select(heading => new WorkbookColumn(heading))],
        Rows = [.. rows.Skip(1).Select(row => new WorkbookRow([.. row]))],
    };

    private static List<string[]> Whole(RawSheet sheet)
    {
        var width = sheet.Rows.Max(row => row.Cells.Length);
        return [.. sheet.Rows.Select(row => row.Cells.Concat(Enumerable.Repeat("", width - row.Cells.Length)).ToArray())];
    }
}
