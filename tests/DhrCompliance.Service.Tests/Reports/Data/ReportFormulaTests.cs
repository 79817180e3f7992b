using System.Text.Json;
using CsvHelper;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Pages;
using DhrCompliance.Service.Reports.Pages.Boards;
using DhrCompliance.Service.Reports.Pages.Cases;
using DhrCompliance.Service.Reports.Pages.Overviews;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Tests.Reports.Pages;

namespace DhrCompliance.Service.Tests.Reports.Data;

/// <summary>What somebody typed stays text in every form of a report.</summary>
public sealed class ReportFormulaTests
{
    private const string Formula = "=+-@\t\r\n";

    public static TheoryData<string, string> Hostile
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in new[] { "overview", "case", "board", "family" })
            {
                foreach (var text in new[] { "=HYPERLINK(\"http://example.org\",\"click\")", "@SUM(1)", "-2+3+cmd|' /C calc'!A0", "\t=1" })
                {
                    data.Add(kind, text);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_cell_of_a_CSV_is_a_formula(string kind, string text)
    {
        var found = 0;
        foreach (var table in Data(kind, text).Sheets)
        {
            using var output = new StringWriter();
            CsvTable.Write(output, table.Flat());
            using var csv = CsvReader.Create(new StringReader(output.ToString()));
            while (csv.Read())
            {
                for (var at = 0; at < table.Fields.Length; at++)
                {
                    var cell = csv.GetString(at);
                    Formula.ShouldNotContain(cell.FirstOrDefault('x'), cell);
                    found += Cells.Restore(cell) == text ? 1 : 0;
                }
            }
        }

        found.ShouldBePositive();
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void No_cell_of_a_workbook_is_a_formula(string kind, string text)
    {
        var cells = ReportBook.Of(Data(kind, text)).SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells).ToList();

        cells.ShouldAllBe(cell => cell.Length == 0 || !Formula.Contains(cell[0], StringComparison.Ordinal));
        cells.ShouldContain(cell => Cells.Restore(cell) == text);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void JSON_holds_the_text_itself(string kind, string text)
    {
        using var json = JsonDocument.Parse(ReportJson.Of(Data(kind, text)));

        Texts(json.RootElement).ShouldContain(text);
    }

    [Fact]
    public void Sheets_of_long_names_have_names_that_differ_and_fit()
    {
        var data = Data("family", "plain");
        var table = data.Tables[0];
        var long1 = new string('a', 40);

        var sheets = ReportBook.Of(data with { Tables = [table with { Id = long1 }, table with { Id = $"{long1}b" }] });

        sheets.Select(sheet => sheet.Name).ShouldBe([new string('a', 31), $"{new string('a', 29)}~2", "about"]);
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static ReportData Data(string kind, string text)
    {
        var scope = new ReportScope(kind, text, text, null, null, IsShareSafe: false);
        return SampleReports.Of(kind, text, text) switch
        {
            OverviewReport report => new(scope, report.Terms, report.Headline, report.Remarks, [.. report.Data]),
            QuarterReport report => new(scope, report.Terms, report.Headline, report.Remarks, [.. report.Data]),
            CaseReport report => new(scope, report.Terms, report.Headline, report.Standing, [.. report.Data]),
            ListReport report => new(scope, report.Terms, report.Headline, report.Remarks, [.. report.Data]),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }
}
