using DhrCompliance.Service.Commands.Serving.Health;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps.Scheduling;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Commands.Serving;

/// <summary>The facts of real files: what is there, what is gone, what is held and what is broken.</summary>
public sealed class HealthGatheringTests : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly TemporaryRegister _register = new();
    private readonly string _rules;
    private readonly ServeState _state;
    private readonly HealthGathering _gathering;

    public HealthGatheringTests()
    {
        _register.Open().Dispose();
        _rules = Path.Combine(_register.Folder, "rules");
        Copy(PathsAlone.Rules, _rules);
        _state = new ServeState(_register.Clock.Now.AddMinutes(-5));
        var settings = new ServiceSettings(
            null, At(_register.Path), At(_rules), At(Path.Combine(_register.Folder, "not", "yet", "made")), new PostSettings(), new ServeSettings());
        var timetable = new Timetable(new SweepSchedule("0 30 6 * * ?"), new SweepSchedule("0 0 3 ? * SUN"));
        _gathering = new HealthGathering(settings, timetable, _state, _register.Clock);
    }

    public void Dispose() => _register.Dispose();

    [Fact]
    public void All_is_known_of_a_new_register()
    {
        var facts = _gathering.Gather();

        facts.GatheredAt.ShouldBe(_register.Clock.Now);
        facts.Ledger.Fault.ShouldBeNull();
        (facts.Service!.LastSweep, facts.WithoutAddress, facts.PostDownSince).ShouldBe((null, 0, null));
        facts.SweepDue.ShouldBe(_register.Clock.Now.AddMinutes(-5));
        facts.Rules!.Hash!.ShouldStartWith("sha256:");
        facts.Rules.Holidays.ShouldNotBeEmpty();
        facts.Disks.Select(disk => disk.Of).ShouldBe(["the register", "the mails' folder"]);
        facts.Disks.ShouldAllBe(disk => disk.FreeBytes > 0);
        SpinWait.SpinUntil(() => _gathering.Gather().Ledger.IsSound is not null, Guard).ShouldBeTrue();
        _gathering.Gather().Ledger.IsSound.ShouldBe(true);
    }

    [Fact]
    public void After_a_sweep_the_next_of_the_schedule_is_due()
    {
        using (var ledger = _register.Open(OpenMode.Write))
        {
            TemporaryRegister.Write(ledger, writer =>
            {
                writer.AppendRulebook("sha256:one", [], []);
                writer.Journal(new DateOnly(2026, 11, 20), "sha256:one", new SweepCounts(0, 0, 0, 0));
            });
        }

        // Friday the 20th, 09:30; London is at UTC in winter.
        _gathering.Gather().SweepDue.ShouldBe(new DateTimeOffset(2026, 11, 21, 6, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_register_that_is_gone_is_told_and_not_made()
    {
        File.Delete(_register.Path);
        var facts = _gathering.Gather();

        (facts.Ledger.Fault, facts.Service, facts.WithoutAddress).ShouldBe((LedgerFault.Missing, null, null));
        facts.Rules!.Hash.ShouldNotBeNull();
        File.Exists(_register.Path).ShouldBeFalse();
    }

    [Fact]
    public void A_register_that_another_lets_nobody_read_is_told()
    {
        using (var other = _register.Connect())
        using (var command = other.CreateCommand())
        {
            command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE held (id);";
            command.ExecuteNonQuery();
            _gathering.Gather().Ledger.Fault.ShouldBe(LedgerFault.Locked);
        }

        _gathering.Gather().Ledger.Fault.ShouldBeNull();
    }

    [Fact]
    public void A_register_that_somebody_writes_to_can_be_read_and_counts_as_writable()
    {
        using var other = _register.Open(OpenMode.Write);
        using var writing = other.Write(new Act("test", "tester", "here", "0"));

        _gathering.Gather().Ledger.Fault.ShouldBeNull();
    }

    [Fact]
    public void A_page_that_is_overwritten_is_found()
    {
        using (var file = new FileStream(_register.Path, FileMode.Open, FileAccess.ReadWrite))
        {
            // The last pages, which no ordinary reading of a new register comes to.
            file.Seek(-8192, SeekOrigin.End);
            file.Write(new byte[8192].Select(_ => (byte)0x5A).ToArray());
        }

        SpinWait.SpinUntil(() => _gathering.Gather().Ledger is { IsSound: not null } or { Fault: not null }, Guard).ShouldBeTrue();
        HealthReport.Of(_gathering.Gather(), _register.Clock.Now).Findings.Single(finding => finding.Name == "ledger").Level.ShouldBe(HealthLevel.Unhealthy);
    }

    [Fact]
    public void Rules_are_looked_at_again_when_a_file_has_changed()
    {
        var before = _gathering.Gather().Rules!;
        _gathering.Gather().Rules.ShouldBeSameAs(before);

        File.WriteAllText(Path.Combine(_rules, "national", "broken.yaml"), "pack: [");
        var broken = _gathering.Gather().Rules!;
        broken.Hash.ShouldBeNull();
        broken.Mistakes.ShouldBeGreaterThan(0);

        File.Delete(Path.Combine(_rules, "national", "broken.yaml"));
        _gathering.Gather().Rules!.Hash.ShouldBe(before.Hash);
        Directory.Delete(_rules, recursive: true);
        var gone = _gathering.Gather().Rules!;
        (gone.Hash, gone.Mistakes).ShouldBe((null, 0));
    }

    private static Located At(string path) => new(path, "test");

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
