using System.Collections.Immutable;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Commands;

namespace DhrCompliance.Service.Tests.Faults;

/// <summary>The sample borough's register in a place where things go wrong. The sweep that is due plans and sends some fifty mails.</summary>
internal sealed class FaultyPlace : IDisposable
{
    public const string Day = "2026-10-20";

    private const string Before = "2026-06-01";

    private static readonly Lazy<byte[]> Register = new(() =>
    {
        using var program = new TestProgram();
        program.Run("demo", "--as-of", Before, "--out", "demo").Code.ShouldBe(ExitCode.Done);
        return File.ReadAllBytes(program.Path("demo/register.db"));
    });

    private static readonly Lazy<ImmutableArray<string>> Faultless = new(() =>
    {
        using var place = new FaultyPlace();
        place.Sweep().Code.ShouldBe(ExitCode.Done);
        return place.Accepted();
    });

    private readonly List<SmallDisk> disks = [];

    public FaultyPlace()
    {
        Program.Environment["DHR_Ledger__Path"] = Path;
        Program.Environment["DHR_Post__PickupFolder"] = Outbox;
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path, Register.Value);
    }

    public TestProgram Program { get; } = new(Day);

    public string Folder => Program.Path("disk");

    public string Path => System.IO.Path.Combine(Folder, "register.db");

    /// <summary>Mails of the sweeps before are not in it.</summary>
    public string Outbox { get; } = Directory.CreateTempSubdirectory("dhr-faults-").FullName;

    /// <summary>The register lies on a disk of its own from now on. Skips the test where there can be none.</summary>
    public SmallDisk OnSmallDisk(int megabytes = 16)
    {
        var disk = Disk(Folder, megabytes);
        File.WriteAllBytes(Path, Register.Value);
        return disk;
    }

    /// <summary>The folder that mails are written to lies on a disk of its own from now on. Skips the test where there can be none.</summary>
    public SmallDisk OutboxOnSmallDisk() => Disk(Outbox, 8);

    public ProgramRun Sweep() => Program.Run("run", "--as-of", Day);

    /// <summary>Nothing is half written, and one more run does what is left: the mails of a faultless run, each once.</summary>
    public void ShouldRecover()
    {
        ShouldBeSound();
        var run = Sweep();
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        ShouldBeSound();
        Accepted().ShouldBe(Faultless.Value);
        Directory.GetFiles(Outbox).Select(file => System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal)
            .ShouldBe(Faultless.Value.Select(id => $"{id}.eml"));
        Program.Run("run", "--as-of", Day).Output.ShouldContain("0 mails sent");
    }

    public void ShouldBeSound()
    {
        var verify = Program.Run("ledger", "verify");
        verify.Code.ShouldBe(ExitCode.Done, verify.Errors);
    }

    /// <summary>Deliveries of the day that were accepted.</summary>
    public ImmutableArray<string> Accepted()
    {
        using var ledger = LedgerDatabase.Open(Path, OpenMode.ReadOnly, new Ledger.ManualClock());
        return [.. ledger.Deliveries(new DeliveryFilter { States = ["accepted"] })
            .Where(delivery => Invocation.Text(delivery.PlannedOn) == Day).Select(delivery => delivery.Id).Order(StringComparer.Ordinal)];
    }

    public void Dispose()
    {
        disks.ForEach(disk => disk.Dispose());
        Program.Dispose();
        if (Directory.Exists(Outbox))
        {
            Directory.Delete(Outbox, recursive: true);
        }
    }

    private SmallDisk Disk(string folder, int megabytes)
    {
        var disk = SmallDisk.Make(folder, megabytes);
        Skip.If(disk is null, "a small disk needs root, and a container that lets it mount one; FullFileTests stands in");
        disks.Add(disk!);
        return disk!;
    }
}
