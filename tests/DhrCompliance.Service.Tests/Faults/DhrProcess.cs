using System.Diagnostics;
using System.Globalization;
using DhrCompliance.Service.Tests.Commands;

namespace DhrCompliance.Service.Tests.Faults;

/// <summary>The real program as a process of its own, that can be stopped and killed.</summary>
internal sealed class DhrProcess : IDisposable
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> errors;

    private DhrProcess(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Its settings come from the environment handed in alone; the working folder is the program's.</summary>
    /// <param name="program">Whose folder and settings it has.</param>
    /// <param name="shell">Said in a shell before it becomes the program, such as a limit; null: no shell.</param>
    /// <param name="arguments">The command.</param>
    public static DhrProcess Start(TestProgram program, string? shell, params string[] arguments)
    {
        var dll = Path.Combine(AppContext.BaseDirectory, "dhr.dll");
        var start = shell is null
            ? new ProcessStartInfo("dotnet", [dll, .. arguments])
            : new ProcessStartInfo("/bin/sh", ["-c", $"{shell} exec dotnet \"$@\"", "sh", dll, .. arguments]);
        start.WorkingDirectory = program.Folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["DHR_Rules__Folder"] = Directory.Exists(program.Path("rules")) ? "rules" : program.Rules;
        foreach (var (name, value) in program.Environment)
        {
            start.Environment[name] = value;
        }

        return new DhrProcess(start);
    }

    public bool HasEnded => process.HasExited;

    /// <summary>kill -9.</summary>
    public void Kill() => process.Kill();

    /// <summary>Asks it to stop, as a machine that shuts down does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it ends. The code of a killed one is 137.</summary>
    public async Task<ProgramRun> Ended()
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(HangGuard);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw new TimeoutException($"It did not end within {HangGuard}. It said:\n{await output}\n{await errors}");
        }

        return new ProgramRun(process.ExitCode, await output, await errors);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
