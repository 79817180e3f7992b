using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Reports.Data;

/// <summary>A report as the sheets of a workbook, a table each, for reading.</summary>
internal static class ReportBook
{
    public static IReadOnlyList<WorkbookSheet> Of(ReportData data)
    {
        var banner = $"{(data.Terms.Where.Length == 0 ? "" : $"{data.Terms.Where}, ")}as of {DateWords.Day(data.Terms.AsOf)}. {data.Terms.Marking}".TrimEnd();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. data.Sheets.Select(table => SheetTable.Of(table.Flat(), Name(table.Id, names), $"{table.Title}. {banner} For reading: what is typed on this sheet is not imported."))];
    }

    // Items are named by the vocabulary, at any length; a sheet is not.
    private static string Name(string id, HashSet<string> taken)
    {
        var name = id.Length > WorkbookSheet.LongestName ? id[..WorkbookSheet.LongestName] : id;
        for (var number = 2; !taken.Add(name); number++)
        {
            var ending = FormattableString.Invariant($"~{number}");
            name = id[..int.Min(id.Length, WorkbookSheet.LongestName - ending.Length)] + ending;
        }

        return name;
    }
}
