using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Faults;

/// <summary>One of the register's three files is taken away or replaced while a process uses it.</summary>
public sealed class LostFileTests : IDisposable
{
    private static readonly Act Act = new("run", "me", "here", "1");

    private readonly TemporaryRegister register = new();

    public void Dispose() => register.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public void Nothing_is_written_to_a_register_that_lost_a_file(string which)
    {
        using (var database = Begun())
        {
            File.Delete(register.Path + which);

            ShouldBeReplaced(() => database.Write(Act));
        }

        if (which.Length > 0)
        {
            // The process that held the lost file brought its contents home when it closed.
            ShouldHold(1);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public void An_act_that_was_open_when_a_file_was_lost_is_not_finished(string which)
    {
        using var database = Begun();
        using var writer = database.Write(Act);
        writer.Append(Sample.Event("E2"));
        File.Delete(register.Path + which);

        ShouldBeReplaced(writer.Commit);
    }

    [Fact]
    public void A_backup_moved_over_a_register_in_use_is_noticed_and_stays_as_it_is()
    {
        using (var database = Begun())
        {
            var backup = Path.Combine(register.Folder, "backup.db");
            register.Ask($"VACUUM INTO '{backup}'");
            TemporaryRegister.Write(database, writer => writer.Append(Sample.Event("E2")));
            File.Move(backup, register.Path, overwrite: true);

            ShouldBeReplaced(() => database.Write(Act)).ShouldContain("register.db-wal");
        }

        File.Delete($"{register.Path}-wal");
        File.Delete($"{register.Path}-shm");
        ShouldHold(1);
    }

    [Fact]
    public void A_register_that_is_gone_when_it_is_read_is_told_so()
    {
        using var database = Begun();
        File.Delete(register.Path);

        ShouldBeReplaced(() => database.Rows());
    }

    private LedgerDatabase Begun()
    {
        var database = register.Open();
        TemporaryRegister.Write(database, writer =>
        {
            Sample.Start(writer);
            writer.Append(Sample.Event("E1"));
        });
        return database;
    }

    private static string ShouldBeReplaced(Action act)
    {
        var fault = Should.Throw<LedgerException>(act);
        fault.Fault.ShouldBe(LedgerFault.Replaced, fault.Message);
        fault.Message.ShouldContain("deleted, moved or replaced");
        fault.Message.ShouldContain("latest backup");
        return fault.Message;
    }

    private void ShouldHold(int events)
    {
        using var database = register.Open(OpenMode.Write);
        database.Rows().Events.Length.ShouldBe(events);
        database.Verify().Problems.ShouldBeEmpty();
        TemporaryRegister.Write(database, writer => writer.Append(Sample.Event("E3")));
        database.Verify().Problems.ShouldBeEmpty();
    }
}
