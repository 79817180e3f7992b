using System.Text.Json;
using DhrCompliance.Service.Commands.Reporting;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Tests.Goldens;
using DhrCompliance.Service.Tests.Reports.Pages;

namespace DhrCompliance.Service.Tests.Reports.Data;

/// <summary>The forms of the reports that have several tables, as they are asked for.</summary>
public sealed class ReportFormsTests(DemoRegister register) : IClassFixture<DemoRegister>
{
    private const string Overview = "report overview --partnership harrowmere";

    /// <summary>Each report, and a word that only its own data have.</summary>
    public static TheoryData<string, string> Reports => new()
    {
        { Overview, "\"report\": \"overview\"" },
        { "report board --partnership harrowmere", "\"quarter\": \"2026-Q4\"" },
        { "report case HAR-06", "\"case\": \"HAR-06\"" },
        { "report family HAR-02", "\"report\": \"family\"" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_tables_are_those_that_help_and_completion_name(string command, string own)
    {
        var text = register.Said([.. command.Split(' '), "--format", "json"]);
        using var json = JsonDocument.Parse(text);

        text.ShouldContain(own);
        var names = json.RootElement.EnumerateObject().SkipWhile(property => property.Name != "restsOn").Skip(1).Select(property => property.Name).ToList();
        var tables = Tables(command);
        names.Where(name => !name.StartsWith("items", StringComparison.Ordinal)).ShouldBe(tables.Fixed.SkipLast(1).Select(ReportJson.Property));
        names.Any(name => name.StartsWith("items", StringComparison.Ordinal)).ShouldBe(tables.HasItems);
        foreach (var table in names.Select(name => json.RootElement.GetProperty(name)))
        {
            table.EnumerateArray().Select(row => string.Join(' ', row.EnumerateObject().Select(cell => cell.Name))).Distinct().Count().ShouldBeLessThan(2);
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_ending_of_the_file_says_the_form(string command, string own)
    {
        register.Said([.. command.Split(' '), "--out", "by-ending.json"]);
        File.ReadAllText(register.Path("by-ending.json")).ShouldContain(own);

        register.Said([.. command.Split(' '), "--out", "by-ending.csv"]);
        File.ReadAllText(register.Path("by-ending.csv")).ShouldBe(register.Said([.. command.Split(' '), "--format", "csv", "--table", Tables(command).Fixed[0]]).ReplaceLineEndings("\r\n"));

        register.Said([.. command.Split(' '), "--out", "by-ending.xlsx"]);
        Readable.Book(register.Path("by-ending.xlsx"), 1).ShouldContain($"== {ReportData.About}: ");

        register.Made(command.Split(' ')).ShouldStartWith("<!DOCTYPE html>");
    }

    [Fact]
    public void Every_table_of_a_workbook_is_to_be_had_as_CSV()
    {
        foreach (var id in Tables(Overview).Fixed)
        {
            register.Said([.. Overview.Split(' '), "--format", "csv", "--table", id]).ShouldNotBeEmpty(id);
        }

        register.Said("report", "case", "HAR-06", "--format", "csv", "--table", "items-action").ShouldStartWith("review,item,");
    }

    [Fact]
    public void Of_an_unknown_table_it_says_which_there_are()
    {
        var errors = register.Fails([.. Overview.Split(' '), "--format", "csv", "--table", "overdew"]);

        errors.ShouldContain("There is no table 'overdew'. The tables of this report are reviews, milestones,");
        errors.ShouldContain(", failures, about.");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("html")]
    [InlineData("xlsx")]
    public void A_table_is_chosen_of_a_CSV_alone(string form)
    {
        var errors = register.Fails([.. Overview.Split(' '), "--format", form, "--table", "overdue"]);

        errors.ShouldContain($"--table goes with --format csv: {form} has all of it. The tables are reviews, milestones,");
    }

    [Fact]
    public void A_workbook_needs_a_file() =>
        register.Fails([.. Overview.Split(' '), "--format", "xlsx"]).ShouldContain("name the file to write");

    [Fact]
    public void What_is_read_by_programs_is_no_sentence()
    {
        using var json = JsonDocument.Parse(register.Said([.. Overview.Split(' '), "--format", "json"]));
        var late = json.RootElement.GetProperty("overdue").EnumerateArray().First();

        late.GetProperty("state").GetString().ShouldBe("overdue");
        late.GetProperty("daysLate").ValueKind.ShouldBe(JsonValueKind.Number);
        DateOnly.TryParseExact(late.GetProperty("due").GetString(), "yyyy-MM-dd", out _).ShouldBeTrue();
        late.GetProperty("rule").GetString()!.ShouldContain("/");
        json.RootElement.GetProperty("reviews").EnumerateArray().First().GetProperty("live").ValueKind.ShouldBe(JsonValueKind.True);
        json.RootElement.GetRawText().ShouldNotContain("\u00A0");
    }

    [Fact]
    public void What_was_known_at_the_end_of_a_past_quarter_says_so()
    {
        using var json = JsonDocument.Parse(register.Said("report", "board", "--partnership", "harrowmere", "--quarter", "2026-Q3", "--format", "json"));

        json.RootElement.GetProperty("asOf").GetString().ShouldBe("2026-09-30");
        json.RootElement.GetProperty("knownAt").GetString().ShouldBe("2026-09-30");
    }

    private static ReportTables Tables(string command) => command.Split(' ')[1] switch
    {
        "overview" => ReportTables.Overview,
        "board" => ReportTables.Board,
        "case" => ReportTables.Case,
        _ => ReportTables.Family,
    };
}
