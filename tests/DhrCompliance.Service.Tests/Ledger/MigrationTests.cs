using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Ledger.Migrations;

namespace DhrCompliance.Service.Tests.Ledger;

public sealed class MigrationTests : IDisposable
{
    private static readonly MigrationScript Later = new("20991231-01-later.sql", "CREATE TABLE later (id INTEGER PRIMARY KEY);\n");

    private readonly TemporaryRegister register = new();

    public void Dispose() => register.Dispose();

    [Fact]
    public void The_scripts_make_the_register_that_the_golden_file_shows()
    {
        register.Open().Dispose();
        var schema = register.Ask("SELECT group_concat(sql || ';', char(10) || char(10)) FROM (SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, name)");
        var golden = Path.Combine(AppContext.BaseDirectory, "Ledger", "schema.golden.sql");
        var expected = File.ReadAllText(golden).ReplaceLineEndings("\n").TrimEnd();

        expected.ShouldContain("CREATE TABLE events");
        (schema!.ReplaceLineEndings("\n").TrimEnd() == expected).ShouldBeTrue(
            $"The scripts make another register than schema.golden.sql shows. If that is meant, replace it by:\n{schema}");
    }

    [Fact]
    public void Scripts_are_journalled_with_the_hash_of_their_text_whatever_its_line_ends()
    {
        register.Open().SchemaVersion.ShouldBe(MigrationScript.Embedded.Count);

        register.Ask("SELECT group_concat(name || sha256) FROM (SELECT name, sha256 FROM migrations ORDER BY name)")
            .ShouldBe(string.Join(',', MigrationScript.Embedded.Select(script => script.Name + script.Hash)));
        new MigrationScript("x", "a\r\nb\r").Hash.ShouldBe(new MigrationScript("x", "a\nb\n").Hash);
        new MigrationScript("x", "a\nb ").Hash.ShouldNotBe(new MigrationScript("x", "a\nb").Hash);
    }

    [Fact]
    public void An_older_register_is_copied_beside_itself_and_migrated_when_it_is_to_be_written()
    {
        using (var old = register.Open())
        {
            TemporaryRegister.Write(old, Sample.Start);
        }

        using var database = register.Open(OpenMode.Write, With(Later));

        database.Backup.ShouldBe($"{register.Path}.before-20991231-01-later");
        database.Rows().Cases.Length.ShouldBe(1);
        database.Verify().Problems.ShouldBeEmpty();
        register.Ask("SELECT count(*) FROM later").ShouldBe("0");
        using var backup = LedgerDatabase.Open(database.Backup!, OpenMode.ReadOnly, register.Clock);
        backup.Rows().Cases.Length.ShouldBe(1);
        backup.Verify().Problems.ShouldBeEmpty();
        register.Open(OpenMode.Write, With(Later)).Backup.ShouldBeNull();
    }

    [Fact]
    public void A_backup_never_overwrites_an_earlier_one()
    {
        register.Open().Dispose();
        var first = $"{register.Path}.before-20991231-01-later";
        File.WriteAllText(first, "kept");

        register.Open(OpenMode.Write, With(Later)).Backup.ShouldBe($"{first}-2");
        File.ReadAllText(first).ShouldBe("kept");
    }

    [Fact]
    public void An_older_register_is_not_migrated_to_be_read()
    {
        register.Open().Dispose();

        var fault = Should.Throw<LedgerException>(() => register.Open(OpenMode.ReadOnly, With(Later)));

        fault.Fault.ShouldBe(LedgerFault.OlderVersion);
        fault.Message.ShouldContain("dhr ledger migrate");
        fault.Message.ShouldContain("20991231-01-later.sql");
        Directory.GetFiles(register.Folder).Where(file => file.Contains("before", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(OpenMode.ReadOnly)]
    [InlineData(OpenMode.Write)]
    [InlineData(OpenMode.Create)]
    public void A_newer_register_is_left_as_it_is(OpenMode mode)
    {
        register.Open(OpenMode.Create, With(Later)).Dispose();

        var fault = Should.Throw<LedgerException>(() => register.Open(mode));

        fault.Fault.ShouldBe(LedgerFault.NewerVersion);
        fault.Message.ShouldContain("20991231-01-later.sql");
    }

    [Theory]
    [InlineData(OpenMode.ReadOnly)]
    [InlineData(OpenMode.Write)]
    public void A_script_that_was_changed_after_it_was_applied_is_refused(OpenMode mode)
    {
        register.Open(OpenMode.Create, With(Later)).Dispose();

        var fault = Should.Throw<LedgerException>(() => register.Open(mode, With(Later with { Text = Later.Text + "-- more\n" })));

        fault.Fault.ShouldBe(LedgerFault.ScriptChanged);
        fault.Message.ShouldContain("20991231-01-later.sql");
    }

    [Fact]
    public void A_script_that_fails_leaves_the_register_as_it_was()
    {
        register.Open().Dispose();
        var broken = new MigrationScript("20991231-02-broken.sql", "CREATE TABLE half (id);\nCREATE TABLE events (id);\n");

        Should.Throw<LedgerException>(() => register.Open(OpenMode.Write, With(Later, broken)));

        register.Ask("SELECT count(*) FROM sqlite_master WHERE name IN ('later', 'half')").ShouldBe("0");
        register.Open(OpenMode.ReadOnly).Rows().Cases.ShouldBeEmpty();
    }

    private static OpenOptions With(params MigrationScript[] more) =>
        OpenOptions.Default with { Scripts = [.. MigrationScript.Embedded, .. more], Patience = TimeSpan.FromMilliseconds(200) };
}
