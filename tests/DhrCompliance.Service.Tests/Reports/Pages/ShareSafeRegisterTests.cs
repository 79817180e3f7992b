using System.Globalization;
using System.IO.Compression;
using DhrCompliance.Service.Tests.Commands;

namespace DhrCompliance.Service.Tests.Reports.Pages;

/// <summary>A review of which little is recorded: what cannot be told of it lies between the death and today, and every such bound would tell the day of the death.</summary>
public sealed class ShareSafeRegisterTests : IDisposable
{
    // Nothing else of the sample borough happens on that day, the day before or the day after.
    private static readonly DateOnly Death = new(2026, 8, 6);

    private readonly TestProgram _program = new();

    public ShareSafeRegisterTests()
    {
        _program.Run("demo", "--out", "demo").Code.ShouldBe(0);
        string[][] entries =
        [
            ["case", "open", "HAR-30", "--partnership", "harrowmere"],
            ["event", "add", "HAR-30", "death", Death.ToString("O", CultureInfo.InvariantCulture)],
            ["event", "add", "HAR-30", "csp-chair-notified", "unknown"],
            ["event", "add", "HAR-30", "notified", "2026-08-14"],
        ];
        foreach (var entry in entries)
        {
            _program.Run([.. entry, "--ledger", "demo/register.db"]).Code.ShouldBe(0);
        }
    }

    [Fact]
    public void No_span_of_days_in_the_register_ends_at_the_death()
    {
        Days(Made("register", "made.xlsx")).ShouldContain(Death);

        var safe = Made("register", "made.xlsx", "--share-safe");

        safe.ShouldContain("HAR-30");
        Days(safe).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("overview", "made.html")]
    [InlineData("overview", "made.json")]
    [InlineData("board", "made.html")]
    [InlineData("board", "made.json")]
    [InlineData("library", "made.csv")]
    public void Nor_does_any_in_the_reports(string kind, string file) => Days(Made(kind, file, "--share-safe")).ShouldBeEmpty();

    public void Dispose() => _program.Dispose();

    private static IEnumerable<DateOnly> Days(string text)
    {
        string[] forms = ["yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "dd/MM/yyyy"];
        return new[] { Death, Death.AddDays(1), Death.AddDays(-1) }.Where(day => forms.Any(form => text.Contains(day.ToString(form, CultureInfo.InvariantCulture), StringComparison.Ordinal)));
    }

    private string Made(string kind, string file, params string[] more)
    {
        var run = _program.Run(["report", kind, "--partnership", "harrowmere", "--ledger", "demo/register.db", "--out", file, .. more]);
        run.Code.ShouldBe(0, run.Errors);
        if (!file.EndsWith(".xlsx", StringComparison.Ordinal))
        {
            return File.ReadAllText(_program.Path(file)).Replace('\u00A0', ' ');
        }

        using var zip = ZipFile.OpenRead(_program.Path(file));
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
