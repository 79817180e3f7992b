using Dapper;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Ledger;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Faults;

/// <summary>Bytes of the register are other than they were written.</summary>
public sealed class DamageTests : IDisposable
{
    private const int Page = 4096;

    private const int Acts = 10;

    private readonly FaultyPlace place = new();

    public void Dispose() => place.Dispose();

    /// <summary>Wherever it is: a sweep that meets it stops with a word, and one that does not is still found out by verify.</summary>
    [Fact]
    public void A_damaged_page_is_never_a_fault_of_the_program_and_verify_finds_it()
    {
        var whole = File.ReadAllBytes(place.Path);
        var random = new Random(20261121);
        for (var round = 0; round < 12; round++)
        {
            var bytes = (byte[])whole.Clone();
            var page = random.Next(bytes.Length / Page);
            random.NextBytes(bytes.AsSpan(page * Page, Page));
            File.Delete($"{place.Path}-wal");
            File.Delete($"{place.Path}-shm");
            File.WriteAllBytes(place.Path, bytes);

            var verify = place.Program.Run("ledger", "verify");
            verify.Code.ShouldBeOneOf([ExitCode.Found, ExitCode.Ledger], $"page {page}");
            var run = place.Sweep();
            run.Code.ShouldBeOneOf([ExitCode.Done, ExitCode.Ledger, ExitCode.Partly], $"page {page}: {run.Errors}");
            if (run.Code == ExitCode.Ledger && page > 0)
            {
                run.Errors.ShouldContain("restore the latest backup", Case.Sensitive, $"page {page}");
            }
        }
    }

    /// <summary>Rules that are other than those that were adopted are no law, though they read as rules.</summary>
    [Fact]
    public void Rule_files_that_were_changed_in_the_register_judge_nothing()
    {
        using (var connection = new SqliteConnection($"Data Source={place.Path};Pooling=False"))
        {
            connection.Open();
            connection.Execute("DROP TRIGGER rulebook_files_no_update");
            connection.Execute("UPDATE rulebook_files SET text = text || char(10) || '# of no weight' WHERE path LIKE 'national/%'").ShouldBeGreaterThan(0);
        }

        foreach (var run in new[] { place.Sweep(), place.Program.Run("audit"), place.Program.Run("explain", "HAR-06") })
        {
            run.Code.ShouldBe(ExitCode.Ledger, run.Errors);
            run.Errors.ShouldContain("are not those that were stored");
            run.Errors.ShouldContain("restore the latest backup");
        }
    }

    /// <summary>What the file beside the register still held is lost from the damage on, whole acts at a time; what is left verifies, and the head that was noted tells.</summary>
    [Fact]
    public void A_damaged_or_lost_write_ahead_file_takes_whole_acts_and_a_noted_head_tells()
    {
        using var register = new TemporaryRegister();
        var database = register.Open();
        TemporaryRegister.Write(database, Sample.Start);
        for (var act = 0; act < Acts; act++)
        {
            TemporaryRegister.Write(database, writer =>
            {
                writer.Append(Sample.Event($"A{act}"));
                writer.Append(Sample.Event($"B{act}"));
            });
        }

        var heads = database.Heads();
        var (main, beside) = (Shared(register.Path), Shared($"{register.Path}-wal"));
        var random = new Random(20261121);
        for (var round = 0; round < 20; round++)
        {
            using var killed = new TemporaryRegister();
            File.WriteAllBytes(killed.Path, main);
            var damaged = (byte[])beside.Clone();
            if (round > 0)
            {
                damaged[random.Next(damaged.Length)] ^= 0xff;
                File.WriteAllBytes($"{killed.Path}-wal", damaged);
            }

            LedgerDatabase left;
            try
            {
                left = killed.Open(OpenMode.Write);
            }
            catch (LedgerException fault)
            {
                // Nothing that was ever written had reached the register itself.
                fault.Fault.ShouldBe(LedgerFault.NotADatabase);
                continue;
            }

            var events = left.Rows().Events.Select(row => row.Id).Order(StringComparer.Ordinal).ToList();
            events.ShouldBe([.. Enumerable.Range(0, events.Count / 2).SelectMany(act => new[] { $"A{act}", $"B{act}" }).Order(StringComparer.Ordinal)]);
            left.Verify().Problems.ShouldBeEmpty();
            left.Verify(heads).IsSound.ShouldBe(events.Count == 2 * Acts);
        }
    }

    private static byte[] Shared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
