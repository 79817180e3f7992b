using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>The program as a person calls it: in a folder of its own, with the rules that ship, on a day of the test's.</summary>
internal sealed class TestProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dhr-program-").FullName;
    private readonly DateOnly _today;

    public TestProgram(string today = "2026-11-20") => _today = DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public string Folder => _folder;

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>As the signal that asks the program to end.</summary>
    public CancellationToken Stop { get; set; }

    public string Path(string relative) => System.IO.Path.Combine(_folder, relative);

    public ProgramRun Run(params string[] arguments) => RunOn(_today, arguments);

    public ProgramRun RunOn(DateOnly day, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var surroundings = new Surroundings(Environment, _folder, AppContext.BaseDirectory);
        var code = Entry.Run(arguments, new Invocation(output, errors, surroundings, new DayClock(day), "tester", "bench") { Stop = Stop });
        return new ProgramRun(code, output.ToString(), errors.ToString());
    }

    public void Write(string relative, string text)
    {
        var path = Path(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class DayClock(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, new TimeOnly(12, 0), TimeSpan.Zero);
    }
}

/// <summary>What a run gave.</summary>
internal sealed record ProgramRun(int Code, string Output, string Errors);
