using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Journal;
using DhrCompliance.Service.Tests.Faults;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Post.Journal;

/// <summary>What was told stays told, although the register forgot it.</summary>
public sealed class JournalDrainTests : IDisposable
{
    private const string Address = "somebody@example.org";

    private readonly TemporaryRegister _register = new();

    private string Backup => Path.Combine(_register.Folder, "backup.db");

    private string Journal => Path.Combine(_register.Folder, "outbox.journal");

    public void Dispose() => _register.Dispose();

    [Fact]
    public async Task A_register_that_was_restored_tells_nobody_again_and_what_is_new_goes()
    {
        Plan("a", "b");
        File.Copy(_register.Path, Backup);
        (await Drain()).Accepted.ShouldBe(2);

        Restore();
        Plan("c");
        var report = await Drain();

        (report.Accepted, report.ToldBefore).ShouldBe((1, 2));
        States().ShouldBe(["planned accepted", "planned accepted", "planned reserved accepted"]);
        Answers()[0].ShouldBe($"not sent: told before, by the journal, at {_register.Clock.Now:yyyy-MM-dd HH:mm} UTC");
    }

    [Fact]
    public async Task It_knows_by_notice_and_address_and_not_by_the_mail()
    {
        using (var database = Begin())
        {
            TemporaryRegister.Write(database, writer => Array.ForEach(["a", "b", "c"], name => writer.AppendNotice(Notice(name))));
        }

        File.Copy(_register.Path, Backup);
        Mail("1", Address, "a", "b");
        Mail("2", "other@example.org", "a");
        (await Drain()).Accepted.ShouldBe(2);

        Restore();
        Mail("3", Address.ToUpperInvariant(), "a");
        Mail("4", Address, "b", "a");
        Mail("5", Address, "a", "c");
        Mail("6", "other@example.org", "b");
        var transport = new Interfering(0, () => { });
        var report = await Drain(transport);

        report.ToldBefore.ShouldBe(2);
        transport.Taken.ShouldBe(["<5@example.org>", "<6@example.org>"]);
    }

    [Fact]
    public async Task What_a_crash_left_between_acceptance_and_record_is_settled_and_in_no_doubt()
    {
        Plan("a", "b", "c");
        using (var other = _register.Connect())
        {
            Microsoft.Data.Sqlite.SqliteTransaction? held = null;
            await Should.ThrowAsync<LedgerException>(() => Drain(new Interfering(2, () => held = other.BeginTransaction(deferred: false))));
            held!.Rollback();
        }

        var second = new Interfering(0, () => { });
        var report = await Drain(second);

        (report.Accepted, report.ToldBefore, report.Unknown.Length).ShouldBe((1, 1, 0));
        second.Taken.ShouldHaveSingleItem();
        States().ShouldBe(["planned reserved accepted", "planned reserved accepted", "planned reserved accepted"]);
    }

    [Fact]
    public async Task What_came_back_may_be_sent_again()
    {
        Plan("a");
        await Drain();
        using var database = _register.Open(OpenMode.Write);
        using (var journal = SentJournal.Open(new JournalPlace(Journal), database))
        {
            journal.ToldAt(database.Delivery("a")!).ShouldNotBeNull();
            journal.CameBack(database.Delivery("a")!, _register.Clock.Now);
            journal.ToldAt(database.Delivery("a")!).ShouldBeNull();
        }

        using var again = SentJournal.Open(new JournalPlace(Journal), database);
        again.ToldAt(database.Delivery("a")!).ShouldBeNull();
    }

    [Fact]
    public async Task Another_register_in_the_same_place_is_another_matter()
    {
        Plan("a");
        await Drain();
        using var other = new TemporaryRegister();
        using (var database = other.Open())
        {
            TemporaryRegister.Write(database, writer =>
            {
                Sample.Start(writer);
                writer.AppendNotice(Notice("a"));
                writer.AppendDelivery(Deliveries.One("a", Address) with { Notices = [Notice("a").Key] });
            });
            var drain = new Drain(database, new Interfering(0, () => { }), new DrainLimits(), other.Clock) { Journal = new JournalPlace(Journal) };

            (await drain.Run(PostOffice.Act)).Accepted.ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_trial_tells_those_nothing_whom_its_mails_are_for()
    {
        Plan("a");
        File.Copy(_register.Path, Backup);
        (await Drain(place: new JournalPlace(Journal, "trial@example.net"))).Accepted.ShouldBe(1);

        Restore();
        (await Drain(place: new JournalPlace(Journal, "trial@example.net"))).ToldBefore.ShouldBe(1);

        Restore();
        (await Drain()).Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task A_journal_that_is_not_there_is_made_from_what_the_register_knows()
    {
        Plan("a", "b");
        File.Copy(_register.Path, Backup);
        await Drain();
        File.Delete(Journal);
        Plan("c");
        await Drain();

        Restore();
        (await Drain()).ToldBefore.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_journal_that_can_be_read_nothing_is_sent()
    {
        Plan("a");
        File.WriteAllText(Journal, "dhr-outbox-journal 1 00000000000000000000000000000000\nnonsense\n");
        var transport = new Interfering(0, () => { });

        var error = await Should.ThrowAsync<PostException>(() => Drain(transport));

        error.Message.ShouldContain(Journal);
        error.Message.ShouldContain("line 2");
        error.Message.ShouldContain("Post:Journal");
        transport.Taken.ShouldBeEmpty();
        States().ShouldBe(["planned"]);
    }

    [Fact]
    public async Task A_journal_in_a_folder_that_is_not_there_is_named_and_nothing_is_sent()
    {
        Plan("a");

        var error = await Should.ThrowAsync<PostException>(() => Drain(place: new JournalPlace(Path.Combine(_register.Folder, "gone", "j"))));

        error.Message.ShouldContain("Nothing is sent without it");
        States().ShouldBe(["planned"]);
    }

    [SkippableFact]
    public async Task A_journal_whose_disk_is_full_stops_after_the_mail_that_was_on_its_way_and_the_register_has_that()
    {
        using var disk = SmallDisk.Make(Directory.CreateDirectory(Path.Combine(_register.Folder, "small")).FullName, 1);
        Skip.If(disk is null, "a small disk needs root, and a container that lets it mount one");
        Plan([.. Enumerable.Range(0, 40).Select(number => $"{number:00}")]);
        var place = new JournalPlace(Path.Combine(disk!.Folder, "j"));
        var transport = new Interfering(2, () => disk.Fill());

        // What is left of the block that it has takes some more lines.
        var error = await Should.ThrowAsync<PostException>(() => Drain(transport, place));

        transport.Taken.Count.ShouldBeInRange(2, 39);
        error.Before.Accepted.ShouldBe(transport.Taken.Count);
        error.Message.ShouldContain("that there is room");
        States().Count(states => states == "planned").ShouldBe(40 - transport.Taken.Count);
        disk.Empty();
        (await Drain(place: place)).Accepted.ShouldBe(40 - transport.Taken.Count);
    }

    [Fact]
    public async Task It_names_nobody_and_no_case()
    {
        Plan("a");
        await Drain();

        var text = File.ReadAllText(Journal);
        text.ShouldContain(" sent a <a@example.org> ");
        foreach (var word in new[] { "somebody", "BEX", "overdue", "report", "team" })
        {
            text.ShouldNotContain(word);
        }
    }

    private static NoticeRow Notice(string name) => new()
    {
        Key = $"BEX-1|report|once|overdue|0|{name}|0",
        Subject = "BEX-1",
        Partnership = "bexley",
        Rule = "guidance/report",
        Kind = "overdue",
        Role = name,
        Step = "overdue",
        PlannedOn = new DateOnly(2026, 11, 20),
    };

    private LedgerDatabase Begin()
    {
        var isNew = !File.Exists(_register.Path);
        var database = LedgerDatabase.Open(_register.Path, OpenMode.Create, _register.Clock);
        if (isNew)
        {
            TemporaryRegister.Write(database, Sample.Start);
        }

        return database;
    }

    private void Plan(params string[] names)
    {
        using var database = Begin();
        TemporaryRegister.Write(database, writer =>
        {
            foreach (var name in names)
            {
                writer.AppendNotice(Notice(name));
                writer.AppendDelivery(Deliveries.One(name, Address) with { Notices = [Notice(name).Key] });
            }
        });
    }

    private void Mail(string id, string address, params string[] names)
    {
        using var database = Begin();
        TemporaryRegister.Write(database, writer => writer.AppendDelivery(Deliveries.One(id, address) with { Notices = [.. names.Select(name => Notice(name).Key)] }));
    }

    private void Restore()
    {
        File.Delete($"{_register.Path}-wal");
        File.Delete($"{_register.Path}-shm");
        File.Copy(Backup, _register.Path, overwrite: true);
    }

    private async Task<DrainReport> Drain(ITransport? transport = null, JournalPlace? place = null)
    {
        using var database = LedgerDatabase.Open(_register.Path, OpenMode.Write, _register.Clock, OpenOptions.Default with { Patience = TimeSpan.FromMilliseconds(200) });
        return await new Drain(database, transport ?? new Interfering(0, () => { }), new DrainLimits(), _register.Clock) { Journal = place ?? new JournalPlace(Journal) }.Run(PostOffice.Act);
    }

    private IReadOnlyList<DeliveryHistory> Histories()
    {
        using var database = _register.Open(OpenMode.ReadOnly);
        return database.HistoriesOf([.. database.Deliveries(DeliveryFilter.All).Select(delivery => delivery.Id)]);
    }

    private IEnumerable<string> States() => Histories().Select(history => string.Join(' ', history.States.Select(state => state.State)));

    private IReadOnlyList<string?> Answers() => [.. Histories().Select(history => history.Latest.Answer)];
}
