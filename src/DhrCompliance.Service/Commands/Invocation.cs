using System.Collections;
using System.Globalization;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary>Everything from outside that a run of the program rests on: where it writes, its surroundings, the clock, and who runs it.</summary>
internal sealed record Invocation(
    TextWriter Output, TextWriter Errors, Surroundings Surroundings, TimeProvider Clock, string User, string Host)
{
    /// <summary>The run that a person or a schedule starts.</summary>
    public static Invocation Of(TextWriter output, TextWriter errors, TimeProvider clock, CancellationToken stop) => new(
        output,
        errors,
        new Surroundings(
            Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(
                entry => (string)entry.Key, entry => entry.Value as string ?? "", StringComparer.Ordinal),
            Directory.GetCurrentDirectory(),
            AppContext.BaseDirectory),
        clock,
        Environment.UserName,
        Environment.MachineName)
    {
        Stop = stop,
    };

    /// <summary>Today in Europe/London.</summary>
    public DateOnly Today => Instants.LondonDay(Clock.GetUtcNow());

    /// <summary>The tool's version, as the ledger records it.</summary>
    public static string Version { get; } =
        typeof(Invocation).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>Cancelled when the run is asked to end. What winds down by it says so to <see cref="Interruption.Heeded"/>.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>True: only what was asked for and what went wrong is told.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>A line about what was done; none where quiet was asked for.</summary>
    public void Say(string line = "")
    {
        if (!IsQuiet)
        {
            Output.WriteLine(Lines(line));
        }
    }

    /// <summary>A line of what was asked for.</summary>
    public void Show(string line = "") => Output.WriteLine(Lines(line));

    /// <summary>A line about what went wrong.</summary>
    public void Complain(string line) => Errors.WriteLine(Lines(line));

    // A reference or an answer of a server may hold characters that move the cursor or turn the direction of writing.
    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => Cells.OneLine(line.TrimEnd('\r'))));

    /// <summary>A moment for a person who runs the service: to the minute, UTC.</summary>
    public static string Text(DateTimeOffset moment) => FormattableString.Invariant($"{moment.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    /// <summary>A day as the contract writes it.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
