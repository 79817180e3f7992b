using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using DhrCompliance.Service.Commands.Reporting;
using DhrCompliance.Service.Tests.Reports.Pages;

namespace DhrCompliance.Service.Tests.Reports.Data;

/// <summary>The edition for other boards as data: nothing that its page would not tell.</summary>
public sealed partial class ShareSafeDataTests(DemoRegister register) : IClassFixture<DemoRegister>
{
    // HAR-06's death is on 27 June 2023 in the sample borough as of 20 November 2026.
    private const string Day = "2023-06-27";

    public static TheoryData<string> Reports => ["overview", "board"];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Of_a_death_only_the_month_is_told_in_every_form(string kind)
    {
        Json(kind).ShouldContain(Day);
        var json = Json(kind, "--share-safe");
        json.ShouldContain("\"shareSafe\": true");
        json.ShouldContain("2023-06-01/2023-06-30");
        Whole(json).ShouldNotContain(Day);

        foreach (var id in (kind == "board" ? ReportTables.Board : ReportTables.Overview).Fixed.Append("items-action").Where(id => kind == "board" || id != "items-action"))
        {
            Whole(Said(kind, "--share-safe", "--format", "csv", "--table", id)).ShouldNotContain(Day, customMessage: id);
        }

        register.Said(["report", kind, "--partnership", "harrowmere", "--share-safe", "--out", "safe.xlsx"]);
        using var zip = ZipFile.OpenRead(register.Path("safe.xlsx"));
        foreach (var sheet in zip.Entries.Where(entry => entry.FullName.Contains("sheet", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(sheet.Open());
            Whole(reader.ReadToEnd()).ShouldNotContain(Day, customMessage: sheet.FullName);
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void No_limit_that_runs_from_a_death_is_told_to_the_day(string kind)
    {
        var counted = FromDeaths();
        var (safe, whole) = (Dues(Json(kind, "--share-safe")).ToList(), Dues(Json(kind)).ToList());

        whole.Where(row => counted.Contains((row.Review, row.Rule)) && !row.Due.Contains('/')).ShouldNotBeEmpty("the whole edition tells them");
        safe.Where(row => counted.Contains((row.Review, row.Rule)) && !row.Due.Contains('/')).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void No_day_is_in_it_that_the_whole_edition_does_not_have(string kind)
    {
        var whole = IsoDay().Matches(Json(kind)).Select(match => match.Value).ToHashSet();

        IsoDay().Matches(Json(kind, "--share-safe")).Where(match => !Interval().IsMatch(match.Value)).Select(match => match.Value).Except(whole)
            .ShouldAllBe(day => day.EndsWith("-01", StringComparison.Ordinal) || DateOnly.Parse(day).AddDays(1).Day == 1, "the ends of months alone");
    }

    [Fact]
    public void Nothing_says_when_something_changes_next()
    {
        Json("board").ShouldContain("the next change comes on");
        Json("board", "--share-safe").ShouldNotContain("the next change comes on");
    }

    [Theory]
    [InlineData("report overview --partnership harrowmere --format json")]
    [InlineData("report board --partnership harrowmere --format json")]
    [InlineData("report case HAR-06 --format json")]
    [InlineData("report family HAR-02 --format json")]
    public void As_on_the_pages_there_are_no_notes_and_no_addresses(string command)
    {
        var said = register.Said(command.Split(' '));

        said.ShouldNotContain("@");
        said.ShouldNotContain("suicide");
        foreach (var note in Notes())
        {
            said.ShouldNotContain(note);
        }
    }

    private List<string> Notes()
    {
        register.Said("export", "notes-in");
        var notes = new List<string>();
        using var csv = CsvHelper.CsvReader.Create(new StreamReader(System.IO.Path.Combine(register.Path("notes-in"), "events.csv")));
        csv.Read();
        var at = Enumerable.Range(0, 20).First(column => csv.GetString(column) == "note");
        while (csv.Read())
        {
            if (csv.GetString(at) is { Length: > 0 } note)
            {
                notes.Add(note);
            }
        }

        notes.ShouldNotBeEmpty();
        return notes;
    }

    // By the audit: the rows whose clock began on the day of the death.
    private HashSet<(string Review, string Rule)> FromDeaths()
    {
        using var audit = JsonDocument.Parse(register.Said("audit", "--partnership", "harrowmere", "--format", "json"));
        using var board = JsonDocument.Parse(Json("board"));
        var deaths = board.RootElement.GetProperty("events").EnumerateArray().Where(row => row.GetProperty("event").GetString() == "death" && row.GetProperty("date").GetString()!.Length == 10)
            .ToDictionary(row => row.GetProperty("review").GetString()!, row => row.GetProperty("date").GetString());
        return
        [
            .. from review in audit.RootElement.GetProperty("cases").EnumerateArray()
               let reference = review.GetProperty("reference").GetString()!
               from row in review.GetProperty("timescales").EnumerateArray()
               where deaths.TryGetValue(reference, out var death) && row.GetProperty("started").GetString() == death
               select (reference, row.GetProperty("rule").GetString()!),
        ];
    }

    private static IEnumerable<(string Review, string Rule, string Due)> Dues(string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var row in document.RootElement.EnumerateObject().Where(table => table.Value.ValueKind is JsonValueKind.Array).SelectMany(table => table.Value.EnumerateArray()).Where(row => row.ValueKind is JsonValueKind.Object && row.TryGetProperty("rule", out _)))
        {
            foreach (var due in row.EnumerateObject().Where(cell => cell.Name.Contains("due", StringComparison.OrdinalIgnoreCase) && cell.Value.ValueKind is JsonValueKind.String))
            {
                yield return (row.GetProperty("review").GetString()!, row.GetProperty("rule").GetString()!, due.Value.GetString()!);
            }
        }
    }

    private string Json(string kind, params string[] more) => Said(kind, [.. more, "--format", "json"]);

    private string Said(string kind, params string[] more) => register.Said(["report", kind, "--partnership", "harrowmere", .. more]);

    // Without intervals, of which an end may be any day.
    private static string Whole(string text) => Interval().Replace(text, "");

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex IsoDay();

    [GeneratedRegex("[0-9.-]+/[0-9.-]+")]
    private static partial Regex Interval();
}
