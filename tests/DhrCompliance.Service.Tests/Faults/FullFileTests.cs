using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Tests.Commands;

namespace DhrCompliance.Service.Tests.Faults;

/// <summary>A file may not grow any more, as on a disk that answers with an error: what any user can try, on any disk.</summary>
public sealed class FullFileTests : IDisposable
{
    private readonly FaultyPlace place = new();

    public void Dispose() => place.Dispose();

    [SkippableTheory]
    [InlineData(64)]
    [InlineData(400)]
    [InlineData(1000)]
    public async Task A_file_that_cannot_grow_stops_a_sweep_with_nothing_written_and_the_next_one_does_it(int kilobytes)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "a shell's limits of the size of files");
        var run = await Limited(kilobytes, "run", "--as-of", FaultyPlace.Day);

        run.Code.ShouldBe(ExitCode.Ledger, run.Output + run.Errors);
        run.Errors.ShouldContain("the disk answered with an error");
        run.Errors.ShouldContain("nothing of this act was written");
        place.Accepted().ShouldBeEmpty();
        place.ShouldRecover();
    }

    [SkippableFact]
    public async Task A_file_that_cannot_grow_stops_an_import_with_none_of_its_rows()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "a shell's limits of the size of files");
        var run = await Limited(64, "import", Timelines.Folder);

        run.Code.ShouldBe(ExitCode.Ledger, run.Output + run.Errors);
        place.Program.Run("import", Timelines.Folder).Output.ShouldContain(" 0 unchanged");
        place.ShouldBeSound();
    }

    /// <summary>The runtime maps memory of its own from a file unless it is told not to; the shell counts in blocks of 512 bytes.</summary>
    private async Task<ProgramRun> Limited(int kilobytes, params string[] arguments)
    {
        place.Program.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using var process = DhrProcess.Start(place.Program, FormattableString.Invariant($"trap '' XFSZ; ulimit -f {kilobytes * 2};"), arguments);
        return await process.Ended();
    }
}
