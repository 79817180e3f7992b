using System.Diagnostics;
using System.Globalization;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>The program as a process of its own, in the folder and with the settings of a test's program.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    public ProgramProcess(TestProgram program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dhr.dll"), .. arguments])
        {
            WorkingDirectory = program.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in program.Environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    /// <summary>Sends it a signal, such as TERM, and says how long it took to end and with which code.</summary>
    public async Task<(int Code, TimeSpan Took)> Signal(string name)
    {
        var began = TimeProvider.GetTimestamp();
        using (var kill = Process.Start("kill", [$"-{name}", Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        return (await End(), TimeProvider.GetElapsedTime(began));
    }

    public async Task<int> End()
    {
        await _process.WaitForExitAsync().WaitAsync(Hang);
        return _process.ExitCode;
    }

    public async Task<string> Told() => await _output + await _errors;

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static TimeProvider TimeProvider => Post.Smtp.RunningClock.Instance;
}
