using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Ledger;

public sealed class FaultTests : IDisposable
{
    private readonly TemporaryRegister register = new();

    public void Dispose() => register.Dispose();

    [Theory]
    [InlineData(OpenMode.ReadOnly)]
    [InlineData(OpenMode.Write)]
    public void A_missing_register_names_the_commands_that_create_one(OpenMode mode)
    {
        var fault = Fault(mode, LedgerFault.Missing);

        fault.Path.ShouldBe(register.Path);
        fault.Message.ShouldContain(register.Path);
        fault.Message.ShouldContain("dhr import");
        fault.Message.ShouldContain("dhr ledger migrate");
        File.Exists(register.Path).ShouldBeFalse();
    }

    [Fact]
    public void Creating_makes_the_folder_too()
    {
        using var database = LedgerDatabase.Open(Path.Combine(register.Folder, "a", "b", "register.db"), OpenMode.Create, register.Clock);

        database.IsDemo.ShouldBeFalse();
        TemporaryRegister.Write(database, writer => writer.MarkDemo());
        TemporaryRegister.Write(database, writer => writer.MarkDemo());
        database.IsDemo.ShouldBeTrue();
    }

    [Theory]
    [InlineData(OpenMode.ReadOnly)]
    [InlineData(OpenMode.Write)]
    [InlineData(OpenMode.Create)]
    public void A_file_that_is_no_database_is_left_as_it_is(OpenMode mode)
    {
        var text = string.Concat(Enumerable.Repeat("reference,partnership\n", 100));
        File.WriteAllText(register.Path, text);

        Fault(mode, LedgerFault.NotADatabase).Message.ShouldContain("not a SQLite database");
        File.ReadAllText(register.Path).ShouldBe(text);
    }

    [Theory]
    [InlineData(OpenMode.ReadOnly)]
    [InlineData(OpenMode.Write)]
    [InlineData(OpenMode.Create)]
    public void A_database_of_another_program_is_left_as_it_is(OpenMode mode)
    {
        register.Beside("CREATE TABLE events (id)");

        Fault(mode, LedgerFault.NotADatabase).Message.ShouldContain("not a register of this service");
        register.Ask("SELECT count(*) FROM sqlite_master").ShouldBe("1");
    }

    [Fact]
    public void A_folder_is_no_register()
    {
        Directory.CreateDirectory(register.Path);

        Fault(OpenMode.Create, LedgerFault.NotADatabase).Message.ShouldContain("folder");
    }

    [Fact]
    public void An_empty_file_becomes_a_register_only_where_one_may_be_created()
    {
        File.WriteAllBytes(register.Path, []);

        Fault(OpenMode.Write, LedgerFault.NotADatabase);
        Fault(OpenMode.ReadOnly, LedgerFault.NotADatabase);
        register.Open().Rows().Cases.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told()
    {
        var path = "/proc/dhr/register.db";
        var fault = Should.Throw<LedgerException>(() => LedgerDatabase.Open(path, OpenMode.Create, register.Clock));

        fault.Fault.ShouldBe(LedgerFault.ReadOnly);
        fault.Message.ShouldContain("folder");
    }

    [Fact]
    public void A_register_that_another_program_is_writing_to_is_told_after_waiting_and_nothing_is_written()
    {
        using var database = register.Open();
        using var other = register.Connect();
        using var transaction = other.BeginTransaction(deferred: false);

        var fault = Should.Throw<LedgerException>(() => database.Write(new Act("run", "me", "here", "1")));

        fault.Fault.ShouldBe(LedgerFault.Locked);
        fault.Message.ShouldContain("another program is writing");
        database.Rows().Cases.ShouldBeEmpty();
        transaction.Rollback();
        TemporaryRegister.Write(database, Sample.Start);
        database.Rows().Cases.Length.ShouldBe(1);
    }

    [Fact]
    public void A_damaged_register_is_told_with_what_to_do()
    {
        using (var database = register.Open())
        {
            TemporaryRegister.Write(database, writer =>
            {
                Sample.Start(writer);
                for (var number = 0; number < 2000; number++)
                {
                    writer.Append(Sample.Event($"E{number}") with { Note = new string('x', 100) });
                }
            });
        }

        using (var file = File.OpenWrite(register.Path))
        {
            file.Position = file.Length / 4;
            file.Write(new byte[file.Length / 2]);
        }

        using var damaged = register.Open(OpenMode.ReadOnly);
        var fault = Should.Throw<LedgerException>(() => damaged.Rows());
        fault.Fault.ShouldBe(LedgerFault.Damaged);
        fault.Message.ShouldContain("restore the latest backup");
    }

    [SkippableFact]
    public void A_register_that_may_not_be_written_is_told_before_anything_is_tried_and_can_be_read()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows keeps other permissions");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Skip.If(Environment.UserName == "root", "root may write everything");
        register.Open().Dispose();
        File.SetUnixFileMode(register.Path, UnixFileMode.UserRead);
        File.SetUnixFileMode(register.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Fault(OpenMode.Write, LedgerFault.ReadOnly).Message.ShouldContain("cannot be written");
            register.Open(OpenMode.ReadOnly).Rows().Cases.ShouldBeEmpty();
        }
        finally
        {
            File.SetUnixFileMode(register.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void A_register_opened_to_read_refuses_to_write()
    {
        register.Open().Dispose();
        using var database = register.Open(OpenMode.ReadOnly);

        Should.Throw<InvalidOperationException>(() => database.Write(new Act("audit", "me", "here", "1")));
    }

    [Fact]
    public void Writing_waits_for_the_disk_and_does_not_stop_readers()
    {
        using var database = register.Open();
        using var reader = register.Open(OpenMode.ReadOnly);
        register.Ask("PRAGMA journal_mode").ShouldBe("wal");
        using var writer = database.Write(new Act("run", "me", "here", "1"));
        Sample.Start(writer);

        reader.Rows().Cases.ShouldBeEmpty();
        writer.Commit();
        reader.Rows().Cases.Length.ShouldBe(1);
    }

    [Fact]
    public void The_library_in_use_is_named() => LedgerDatabase.Library.ShouldMatch(@"^SQLite 3\.\d+\.\d+ \((bundled|libsqlite3.*)\)$");

    private LedgerException Fault(OpenMode mode, LedgerFault expected)
    {
        var fault = Should.Throw<LedgerException>(() => register.Open(mode));
        fault.Fault.ShouldBe(expected, fault.Message);
        return fault;
    }
}
