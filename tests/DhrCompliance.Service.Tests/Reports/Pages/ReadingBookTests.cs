using System.IO.Compression;
using System.Text.RegularExpressions;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Tests.Commands;

namespace DhrCompliance.Service.Tests.Reports.Pages;

/// <summary>The register as a workbook to read. HAR-06's death is on 27 June 2023 in the sample borough.</summary>
public sealed partial class ReadingBookTests : IDisposable
{
    private readonly TestProgram _program = new();

    public ReadingBookTests() => _program.Run("demo", "--out", "demo").Code.ShouldBe(ExitCode.Done);

    public void Dispose() => _program.Dispose();

    [Fact]
    public void It_holds_each_review_and_what_is_open_and_no_note()
    {
        _program.Write("more/events.csv", "id,reference,event,date,note\n,HAR-06,panel-meeting,2026-11-19,canary of a note\n");
        _program.Run("import", "more", "--ledger", "demo/register.db").Code.ShouldBe(ExitCode.Done);

        var text = Made();

        text.ShouldContain("<sheet name=\"Read me\"");
        text.ShouldContain("<sheet name=\"reviews\"");
        text.ShouldContain("<sheet name=\"deadlines\"");
        text.ShouldNotContain("<sheet name=\"events\"");
        Enumerable.Range(1, 9).ShouldAllBe(number => text.Contains($"HAR-0{number}", StringComparison.Ordinal));
        text.ShouldContain("2023-06-27");
        text.ShouldNotContain("canary");
        LeftOut().Match(text).Groups[1].Value.ShouldNotBeEmpty("the sample borough has something sensitive");
    }

    [Fact]
    public void The_edition_for_others_has_of_a_death_the_month()
    {
        var text = Made("--share-safe");

        text.ShouldNotContain("2023-06-27");
        text.ShouldContain("2023-06");
        text.ShouldContain("Edition for other boards");
    }

    [Fact]
    public void An_import_finds_nothing_of_ours_in_it()
    {
        Made();

        var run = _program.Run("import", "made.xlsx", "--ledger", "demo/register.db");
        run.Code.ShouldNotBe(ExitCode.Done);
        run.Errors.ShouldContain("made.xlsx");
    }

    [Theory]
    [InlineData]
    [InlineData("--out", "register.html")]
    public void It_is_written_to_a_file_of_its_own_kind(params string[] place)
    {
        var run = _program.Run(["report", "register", "--ledger", "demo/register.db", .. place]);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("give --out FILE.xlsx");
    }

    private string Made(params string[] more)
    {
        var run = _program.Run(["report", "register", "--partnership", "harrowmere", "--ledger", "demo/register.db", "--out", "made.xlsx", .. more]);
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        using var zip = ZipFile.OpenRead(_program.Path("made.xlsx"));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    [GeneratedRegex("leaves out what would tell a sensitive fact: ([1-9][0-9]*) entries")]
    private static partial Regex LeftOut();
}
