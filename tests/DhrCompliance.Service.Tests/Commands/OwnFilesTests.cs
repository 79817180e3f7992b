using System.Diagnostics;
using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>The program as it is started by a person, since what it makes for whom is the process's own setting.</summary>
public sealed class OwnFilesTests
{
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    [SkippableFact]
    public void Everything_that_a_demonstration_an_audit_and_an_export_make_is_closed_to_others()
    {
        Skip.If(OperatingSystem.IsWindows(), "A folder's own rights decide there.");
        using var program = new TestProgram();
        Start(program.Folder, "demo", "--out", "made/demo").ShouldBe(ExitCode.Done);
        Start(program.Folder, "audit", "--ledger", "made/demo/register.db", "--format", "json", "--out", "made/audit.json").ShouldBe(ExitCode.Found);
        Start(program.Folder, "export", "--ledger", "made/demo/register.db", "made/export", "--history").ShouldBe(ExitCode.Done);

        var made = new DirectoryInfo(program.Path("made"));
        var entries = made.GetFileSystemInfos("*", SearchOption.AllDirectories).Append(made).ToList();
        entries.Count(entry => entry.Name.EndsWith(".eml", StringComparison.Ordinal)).ShouldBeGreaterThan(10);
        entries.Where(entry => (entry.UnixFileMode & Others) != 0).Select(entry => entry.FullName).ShouldBeEmpty();
    }

    [SkippableFact]
    public void A_register_and_the_files_beside_it_are_closed_to_others_whatever_the_process_allows()
    {
        Skip.If(OperatingSystem.IsWindows(), "A folder's own rights decide there.");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var program = new TestProgram();
        program.Run("ledger", "migrate").Code.ShouldBe(ExitCode.Done);
        (File.GetUnixFileMode(program.Path("data/register.db")) & Others).ShouldBe(UnixFileMode.None);
        program.Run("doctor").Output.ShouldNotContain("read by everybody");

        File.SetUnixFileMode(program.Path("data/register.db"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        program.Run("doctor").Output.ShouldContain("can be read by everybody on this machine");
    }

    private static int Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dhr.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
