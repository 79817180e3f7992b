using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>An import while somebody else writes.</summary>
public sealed class ImportLockTests
{
    [Fact]
    public async Task What_is_recorded_while_an_import_waits_is_seen_by_it()
    {
        using var program = Timelines.Imported();
        program.Run("export", "register.xlsx").Code.ShouldBe(ExitCode.Done);
        var book = Forms.FilledWorkbook.Open(program.Path("register.xlsx"));
        book.Fill("events", row => row["id"] == "R03-E1", ("date", "2013-02-11"), ("note", "from memory"));
        book.Save();

        using var other = LedgerDatabase.Open(program.Path("data/register.db"), OpenMode.Write, new ManualClock());
        using var writer = other.Write(new Act("event correct", "B. Other", "bench", "1"));
        var import = Task.Run(() => program.Run("import", "register.xlsx"));
        await Task.Delay(TimeSpan.FromSeconds(2), Post.Smtp.RunningClock.Instance);
        import.IsCompleted.ShouldBeFalse("it waits for whoever writes");
        writer.Append(other.Rows().Events.Single(row => row.Id == "R03-E1") with { Date = "2013-02-10", Note = "the letter says so" });
        writer.Commit();

        var run = await import;
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("'2013-02-11': expected '2013-02-10', which stands there now: the row was changed by B. Other");
    }
}
