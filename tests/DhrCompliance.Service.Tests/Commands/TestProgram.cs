using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>
/// The program as a person calls it: in a folder of its own, with the rules that ship, on a day of the test's. Unless the test asks for them, without
/// the summary of what was late already and the mail of the week, so that what a path tells is told alone.
/// </summary>
internal sealed class TestProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dhr-program-").FullName;
    private readonly DateOnly _today;
    private readonly string _rules;

    public TestProgram(string today = "2026-11-20", bool withPost = false)
    {
        _rules = withPost ? AppContext.BaseDirectory : PathsAlone.Folder;
        _today = DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    public string Folder => _folder;

    /// <summary>The rules, unless there are others in the folder.</summary>
    public string Rules => System.IO.Path.Combine(_rules, "rules");

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>As the signal that asks the program to end.</summary>
    public CancellationToken Stop { get; set; }

    public string Path(string relative) => System.IO.Path.Combine(_folder, relative);

    public ProgramRun Run(params string[] arguments) => RunOn(_today, arguments);

    public ProgramRun RunOn(DateOnly day, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var surroundings = new Surroundings(Environment, _folder, _rules);
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
