using Dapper;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Post.Smtp;
using DhrCompliance.Service.Tests.Sweeps.Scheduling;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Faults;

/// <summary>The register of a running service cannot be used for a while: the service lives on, says so, and goes on by itself once it can be used again.</summary>
public sealed class ServiceFaultTests
{
    /// <summary>Enough for a service that is well.</summary>
    private const int Megabytes = 64;

    private const string Day = "2026-10-05T05:00:00Z";
    private const string Before = "2026-10-06T05:00:00Z";

    [Fact]
    public Task A_register_that_is_deleted_and_put_back() => Through(
        LedgerFault.Missing,
        folder => Directory.Move(folder, $"{folder}.away"),
        folder => Directory.Move($"{folder}.away", folder),
        "There is no register where the settings say");

    [Fact]
    public Task A_register_that_another_program_holds()
    {
        SqliteConnection? other = null;
        return Through(
            LedgerFault.Locked,
            folder =>
            {
                other = new SqliteConnection($"Data Source={Path.Combine(folder, "register.db")};Pooling=False");
                other.Open();
                using var begin = other.CreateCommand();
                begin.CommandText = "BEGIN EXCLUSIVE";
                begin.ExecuteNonQuery();
            },
            _ => other!.Dispose(),
            "Another program holds the register");
    }

    [Fact]
    public Task A_register_that_is_damaged_and_replaced_by_a_copy() => Through(
        LedgerFault.NotADatabase,
        folder =>
        {
            File.Copy(Path.Combine(folder, "register.db"), Path.Combine(folder, "copy.db"));
            File.WriteAllText(Path.Combine(folder, "register.db"), new string('x', 10_000));
        },
        folder => File.Move(Path.Combine(folder, "copy.db"), Path.Combine(folder, "register.db"), overwrite: true),
        "is not a register");

    [SkippableFact]
    public async Task A_disk_that_is_full()
    {
        SmallDisk? disk = null;
        await Through(LedgerFault.Disk, _ => disk!.Fill(), _ => disk!.Empty(), "make room", folder => disk = SmallDisk.Make(folder, Megabytes));
    }

    [SkippableFact]
    public async Task A_disk_that_is_read_only()
    {
        SmallDisk? disk = null;
        await Through(LedgerFault.ReadOnly, _ => disk!.Write(allowed: false), _ => disk!.Write(allowed: true), "cannot be written", folder => disk = SmallDisk.Make(folder, Megabytes));
    }

    private static async Task Through(LedgerFault fault, Action<string> breaking, Action<string> mending, string said, Func<string, SmallDisk?>? on = null)
    {
        await using var service = new RunningService(Day, postAt: "0 * * * * ?");
        var folder = service.Program.Path("data");
        using var disk = on?.Invoke(folder);
        Skip.If(on is not null && disk is null, "a small disk needs root, and a container that lets it mount one");
        service.Program.Environment["DHR_Serve__Health"] = $"http://127.0.0.1:{ScriptedServer.ClosedPort()}";
        service.Program.Environment["DHR_Post__PickupFolder"] = service.Program.Path("outbox");

        await service.WithReview().Start();
        var outbox = service.Program.Path("outbox");
        await service.Until(() => Directory.Exists(outbox) && Directory.GetFiles(outbox, "*.eml").Length == 1 && IsClosed(folder));

        await service.StepTo(Before, TimeSpan.FromHours(1));
        await service.Until(() => IsClosed(folder));
        breaking(folder);
        await service.Step(TimeSpan.FromMinutes(31), TimeSpan.FromMinutes(31));
        await service.Until(() => service.Now.Sweep!.Failure is not null);
        service.Now.Sweep!.Failure.ShouldBeOfType<LedgerException>().Fault.ShouldBe(fault);
        service.Told.ShouldContain(said);
        if (fault != LedgerFault.Locked)
        {
            // A lock is no illness within the hour that a sweep may be late; it can be read meanwhile.
            // What is looked at outside the sweep, such as the disk, is found ill when it is looked at next.
            var ill = service.Program.Run("health");
            await service.Until(() => (ill = service.Program.Run("health")).Code == ExitCode.Found);
            ill.Output.ShouldContain(said);
        }

        mending(folder);
        await ShouldBeWell(service);
        service.Sweeps.Select(sweep => sweep.Day).ShouldContain("2026-10-06");
        (await service.Stop()).ShouldBe(ExitCode.Done);
        var verify = service.Program.Run("ledger", "verify");
        verify.Code.ShouldBe(ExitCode.Done, verify.Errors);
    }

    /// <summary>
    /// Nobody has the register open. Of two that close it at the same moment each may take the other for the last, and the log beside it stays until
    /// somebody opens and closes it again: so that is done here.
    /// </summary>
    private static bool IsClosed(string folder)
    {
        var log = Path.Combine(folder, "register.db-wal");
        if (File.Exists(log))
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "register.db")};Pooling=False");
            connection.Open();
            connection.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema");
        }

        return !File.Exists(log);
    }

    /// <summary>Within the pause that it makes after a failure, and a look or two.</summary>
    private static async Task ShouldBeWell(RunningService service)
    {
        for (var minute = 0; minute < 30; minute++)
        {
            await service.Step(TimeSpan.FromMinutes(1));
            if (service.Now.Sweep!.Failure is null && service.Program.Run("health").Code == ExitCode.Done)
            {
                return;
            }
        }

        service.Program.Run("health").Output.ShouldBeEmpty("it is not well again");
    }
}
