using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Service.Tests.Post;
using DhrCompliance.Service.Tests.Post.Smtp;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Faults;

/// <summary>The register cannot be written while a mail is on its way: what went out and could not be recorded is marked, and never sent again by itself.</summary>
public sealed class MidDrainTests : IDisposable
{
    private const int Mails = 6;

    private static readonly NoticeRow Notice = new()
    {
        Key = "BEX-1|report|once|overdue|0|team|0",
        Subject = "BEX-1",
        Partnership = "bexley",
        Rule = "guidance/report",
        Kind = "overdue",
        Role = "team",
        Step = "overdue",
        PlannedOn = new DateOnly(2026, 11, 20),
    };

    private readonly TemporaryRegister register = new();

    public void Dispose() => register.Dispose();

    [Fact]
    public async Task A_lock_that_ends_in_time_is_waited_for_after_a_mail_has_gone_out()
    {
        using var other = Planned();
        SqliteTransaction? held = null;
        var transport = new Interfering(3, () =>
        {
            held = other.BeginTransaction(deferred: false);
            _ = Task.Run(async () =>
            {
                // Longer than the register's patience in these tests, and shorter than the drain's.
                await Task.Delay(TimeSpan.FromMilliseconds(500), RunningClock.Instance);
                held.Rollback();
            });
        });

        (await Drain(transport)).Accepted.ShouldBe(Mails);

        States().ShouldAllBe(state => state == "accepted");
    }

    [Fact]
    public async Task A_lock_that_stays_leaves_one_mail_in_doubt_and_a_person_decides()
    {
        using var other = Planned();
        SqliteTransaction? held = null;
        var first = new Interfering(3, () => held = other.BeginTransaction(deferred: false));

        (await Should.ThrowAsync<LedgerException>(() => Drain(first))).Fault.ShouldBe(LedgerFault.Locked);

        held!.Rollback();
        await ShouldGoOn(first);
    }

    [SkippableFact]
    public async Task A_disk_that_fills_up_leaves_one_mail_in_doubt_and_a_person_decides()
    {
        using var disk = SmallDisk.Make(register.Folder, 4);
        Skip.If(disk is null, "a small disk needs root, and a container that lets it mount one");
        Planned().Dispose();
        var first = new Interfering(3, () => disk!.Fill());

        (await Should.ThrowAsync<LedgerException>(() => Drain(first))).Fault.ShouldBe(LedgerFault.Disk);

        disk!.Empty();
        await ShouldGoOn(first);
    }

    [Theory]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public async Task A_file_beside_the_register_that_is_lost_leaves_one_mail_in_doubt_and_a_person_decides(string which)
    {
        Planned().Dispose();
        var first = new Interfering(3, () => File.Delete(register.Path + which));

        (await Should.ThrowAsync<LedgerException>(() => Drain(first))).Fault.ShouldBe(LedgerFault.Replaced);

        await ShouldGoOn(first);
    }

    [Fact]
    public async Task A_register_that_is_deleted_stops_the_mails_at_once()
    {
        Planned().Dispose();
        var transport = new Interfering(3, () => File.Delete(register.Path));

        (await Should.ThrowAsync<LedgerException>(() => Drain(transport))).Fault.ShouldBe(LedgerFault.Replaced);

        transport.Taken.Count.ShouldBe(3);
    }

    /// <summary>The next drain marks the mail that had gone out, sends the others, and none twice.</summary>
    private async Task ShouldGoOn(Interfering first)
    {
        var second = new Interfering(0, () => { });
        var report = await Drain(second);

        report.Unknown.Length.ShouldBe(1);
        second.Taken.Intersect(first.Taken).ShouldBeEmpty();
        first.Taken.Concat(second.Taken).Distinct().Count().ShouldBe(Mails);
        using var database = register.Open(OpenMode.Write);
        database.Deliveries(DeliveryFilter.All).Single(delivery => delivery.State == "unknown").MessageId.ShouldBe(first.Taken[^1]);
        database.Verify().Problems.ShouldBeEmpty();
    }

    private async Task<DrainReport> Drain(ITransport transport)
    {
        using var database = LedgerDatabase.Open(register.Path, OpenMode.Write, register.Clock, OpenOptions.Default with { Patience = TimeSpan.FromMilliseconds(200) });
        return await new Drain(database, transport, new DrainLimits(), register.Clock).Run(PostOffice.Act);
    }

    private IEnumerable<string> States()
    {
        using var database = register.Open(OpenMode.ReadOnly);
        return [.. database.Deliveries(DeliveryFilter.All).Select(delivery => delivery.State)];
    }

    /// <summary>A register with mails that wait, and a connection of another program to it.</summary>
    private SqliteConnection Planned()
    {
        using (var database = LedgerDatabase.Open(register.Path, OpenMode.Create, register.Clock))
        {
            TemporaryRegister.Write(database, writer =>
            {
                Sample.Start(writer);
                writer.AppendNotice(Notice);
                foreach (var number in Enumerable.Range(0, Mails))
                {
                    writer.AppendDelivery(Deliveries.One(FormattableString.Invariant($"{number:x24}")) with { Notices = [Notice.Key] });
                }
            });
        }

        return register.Connect();
    }
}
