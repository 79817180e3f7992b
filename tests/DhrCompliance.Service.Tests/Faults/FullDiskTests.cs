using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Tests.Commands;

namespace DhrCompliance.Service.Tests.Faults;

/// <summary>The disk that the register lies on is full, or read only.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly FaultyPlace place = new();

    public void Dispose() => place.Dispose();

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(150)]
    public void A_full_disk_stops_a_sweep_with_nothing_written_and_the_next_one_does_it(int blocks)
    {
        var disk = place.OnSmallDisk();
        disk.Fill(sparing: blocks);

        var run = place.Sweep();

        run.Code.ShouldBe(ExitCode.Ledger, run.Output);
        run.Errors.ShouldContain("the disk is full");
        run.Errors.ShouldContain("Free space there");
        place.Accepted().ShouldBeEmpty();
        disk.Empty();
        place.ShouldRecover();
    }

    [SkippableFact]
    public void On_a_full_disk_the_register_can_be_read()
    {
        var disk = place.OnSmallDisk();
        disk.Fill();

        place.Program.Run("audit").Code.ShouldBe(ExitCode.Found);
        place.Program.Run("ledger", "verify").Code.ShouldBe(ExitCode.Done);
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(30)]
    [InlineData(60)]
    public void A_full_disk_stops_an_import_that_makes_the_register_and_the_next_one_does_it(int blocks)
    {
        var disk = place.OnSmallDisk();
        File.Delete(place.Path);
        disk.Fill(sparing: blocks);

        var run = place.Program.Run("import", Timelines.Folder);

        run.Code.ShouldBe(ExitCode.Ledger, run.Output);
        run.Errors.ShouldContain("the disk is full");
        disk.Empty();
        var again = place.Program.Run("import", Timelines.Folder);
        again.Code.ShouldBe(ExitCode.Done, again.Errors);
        again.Output.ShouldContain(" 0 unchanged");
        place.ShouldBeSound();
    }

    [SkippableFact]
    public void A_full_disk_stops_an_import_into_a_register_with_none_of_its_rows()
    {
        var disk = place.OnSmallDisk();
        disk.Fill(sparing: 40);

        var run = place.Program.Run("import", Timelines.Folder);

        run.Code.ShouldBe(ExitCode.Ledger, run.Output);
        run.Errors.ShouldContain("nothing of this act was written");
        disk.Empty();
        place.Program.Run("import", Timelines.Folder).Output.ShouldContain(" 0 unchanged");
        place.ShouldBeSound();
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(40)]
    public void A_full_outbox_is_told_once_and_the_next_run_sends_the_rest(int blocks)
    {
        var disk = place.OutboxOnSmallDisk();
        disk.Fill(sparing: blocks);

        var run = place.Sweep();

        run.Code.ShouldBe(ExitCode.Partly, run.Errors);
        run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line.Contains("cannot be written", StringComparison.Ordinal)).ShouldBe(1);
        run.Errors.ShouldContain("See that there is room");
        run.Errors.ShouldContain("it waits in the outbox for the next run");
        Directory.GetFiles(place.Outbox, "*.tmp").ShouldBeEmpty();
        disk.Empty();
        place.ShouldRecover();
    }

    [SkippableFact]
    public void A_disk_made_read_only_is_told_and_the_register_can_be_read()
    {
        var disk = place.OnSmallDisk();
        disk.Write(allowed: false);

        var run = place.Sweep();

        run.Code.ShouldBe(ExitCode.Ledger);
        run.Errors.ShouldContain("the disk is mounted to be read only");
        place.Program.Run("audit").Code.ShouldBe(ExitCode.Found);
        disk.Write(allowed: true);
        place.ShouldRecover();
    }
}
