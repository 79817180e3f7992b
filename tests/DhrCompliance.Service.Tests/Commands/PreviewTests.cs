using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class PreviewTests : IDisposable
{
    private const int Days = 30;

    private static readonly DateOnly Today = new(2026, 11, 20);

    private readonly TestProgram _program = new();

    public PreviewTests() => _program.Run("demo", "--quiet").Code.ShouldBe(ExitCode.Done);

    public void Dispose() => _program.Dispose();

    [Fact]
    public void What_is_previewed_is_what_the_sweeps_of_those_days_plan()
    {
        var before = Listed().Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var previewed = Rows(Run("preview", "--days", $"{Days}", "--format", "list"))
            .Select(row => (To: row[0], Day: row[1], State: row[2], Subject: row[4]))
            .ToList();

        for (var day = Today; day < Today.AddDays(Days); day = day.AddDays(1))
        {
            _program.RunOn(day, "run", "--ledger", "demo/register.db").Code.ShouldBe(ExitCode.Done);
        }

        var planned = Listed().Where(row => !before.Contains(row[0]))
            .Select(row => (To: row[4], Day: row[2], State: row[1] == "held" ? "held" : "sent", Subject: row[5]))
            .ToList();
        planned.Count.ShouldBeGreaterThan(20);
        planned.Select(mail => mail.Day).Distinct().Count().ShouldBeGreaterThan(5);
        previewed.ShouldBe(planned, ignoreOrder: true);
    }

    [Fact]
    public void It_is_told_by_person_and_day_and_nothing_is_written()
    {
        var before = Everything();
        var table = Run("preview", "--days", "14");
        var json = Run("preview", "--days", "14", "--format", "json", "--partnership", "thornbeck");
        Everything().ShouldBe(before);

        table.Output.ShouldContain("Until 2026-12-03, if nothing more is recorded: ");
        table.Output.ShouldContain("Nothing was written or sent.");
        using var document = JsonDocument.Parse(json.Output);
        document.RootElement.GetProperty("from").GetString().ShouldBe("2026-11-20");
        var mails = document.RootElement.GetProperty("mails").EnumerateArray().ToList();
        var people = mails.Select(mail => mail.GetProperty("to").GetString()!).ToList();
        people.ShouldBe(people.Order(StringComparer.OrdinalIgnoreCase));
        mails.ShouldAllBe(mail => mail.GetProperty("about").EnumerateArray().Any(about => about.GetString()!.StartsWith("TBK", StringComparison.Ordinal) || about.GetString() == "HAR-14" || about.GetString() == "thornbeck"));
        foreach (var mail in mails)
        {
            var day = DateOnly.Parse(mail.GetProperty("day").GetString()!, CultureInfo.InvariantCulture);
            day.ShouldBeInRange(Today, Today.AddDays(13));
        }
    }

    [Theory]
    [InlineData("--days", "0")]
    [InlineData("--days", "732")]
    [InlineData("--partnership", "nowhere")]
    public void What_is_asked_for_wrongly_is_told(params string[] arguments) =>
        _program.Run(["preview", .. arguments, "--ledger", "demo/register.db"]).Code.ShouldBe(ExitCode.Usage);

    private List<string[]> Listed() => Rows(Run("outbox", "list", "--format", "list"));

    private static List<string[]> Rows(ProgramRun run) => [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];

    private ProgramRun Run(params string[] arguments)
    {
        var run = _program.Run([.. arguments, "--ledger", "demo/register.db"]);
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        return run;
    }

    private string Everything() => string.Join('\n', Directory.GetFiles(_program.Folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith("-wal", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"));
}
