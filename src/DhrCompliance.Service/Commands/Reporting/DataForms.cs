using System.CommandLine;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Pages;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary>A report as its page, or all that the page shows as data: JSON and workbook whole, CSV a table at a time.</summary>
internal static class DataForms
{
    /// <summary>Writes it in the form that was asked for and gives the exit code; data are made only where they are asked for. Throws <see cref="UsageException"/> where there is no such table.</summary>
    public static int Write(ReportDesk desk, ParseResult parsed, ReportOptions options, object page, Func<ReportData> data)
    {
        var path = parsed.GetValue(options.Output);
        var asked = parsed.GetValue(options.Table);
        var form = TableForms.Of(parsed, options.Format, path, ReportOptions.Formats);
        if (asked is not null && form != "csv")
        {
            throw new UsageException($"--table goes with --format csv: {form} has all of it. The tables are {Named(data())}.");
        }

        return form switch
        {
            "html" => desk.Write(path, () => HousePages.RenderAsync(page)),
            "json" => desk.Write(path, () => Task.FromResult(ReportJson.Of(data()) + "\n")),
            "csv" => desk.WriteTable(path, form, Chosen(data(), asked).Flat()),
            _ => desk.WriteBook(path, () => ReportBook.Of(data())),
        };
    }

    private static ReportTable Chosen(ReportData data, string? asked) => asked is null
        ? data.Tables[0]
        : data.Sheets.FirstOrDefault(table => table.Id == asked)
            ?? throw new UsageException($"There is no table '{asked}'. The tables of this report are {Named(data)}.");

    private static string Named(ReportData data) => string.Join(", ", data.Sheets.Select(table => table.Id));
}
