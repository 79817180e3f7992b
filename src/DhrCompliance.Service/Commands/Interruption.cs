using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace DhrCompliance.Service.Commands;

/// <summary>
/// What an interrupted run leaves behind: nothing. The register takes an act whole or not at all; files that were begun beside
/// their place are removed here. A command that winds down by itself says so (<see cref="Heeded"/>) and is given a moment; any other ends at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    // A supervisor that asks for an end commonly kills after ten seconds, an impatient one after five.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4.5);

    private static readonly ConcurrentDictionary<string, bool> Unfinished = new(StringComparer.Ordinal);

    private static int _heeding;
    private static volatile bool _byPerson;

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly TextWriter _errors;
    private readonly TimeProvider _clock;
    private ITimer? _end;

    private Interruption(TextWriter errors, TimeProvider clock)
    {
        (_errors, _clock) = (errors, clock);
        _signals = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Asked), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Asked)];
    }

    /// <summary>Cancelled when the process is asked to end.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Whether it was Ctrl-C that asked, and not a supervisor.</summary>
    public static bool IsByPerson => _byPerson;

    /// <summary>From now on Ctrl-C and a request to end lead to an end of the program's own.</summary>
    public static Interruption Watch(TextWriter errors, TimeProvider clock) => new(errors, clock);

    /// <summary>Until disposed: what runs ends by itself, soon after it is asked to.</summary>
    public static IDisposable Heeded() => new Heeding();

    public static void Begun(string path) => Unfinished[path] = true;

    public static void Ended(string path) => Unfinished.TryRemove(path, out _);

    /// <summary>Removes what was begun and not ended.</summary>
    public static void CleanUp()
    {
        foreach (var path in Unfinished.Keys)
        {
            try
            {
                if (Directory.Exists(path))
                {
                    Directory.Delete(path, recursive: true);
                }
                else
                {
                    File.Delete(path);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It goes by a name that nothing reads.
            }
        }
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _end?.Dispose();
        _stop.Dispose();
    }

    private void Asked(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _byPerson |= signal.Signal == PosixSignal.SIGINT;
        if (_stop.IsCancellationRequested && signal.Signal == PosixSignal.SIGTERM)
        {
            // Some who ask for an end ask the process and then its whole group.
            return;
        }

        if (_stop.IsCancellationRequested || Volatile.Read(ref _heeding) == 0)
        {
            End();
        }

        _end = _clock.CreateTimer(_ => End(), null, Grace, Timeout.InfiniteTimeSpan);
        _stop.Cancel();
    }

    private void End()
    {
        CleanUp();
        _errors.WriteLine($"dhr: {Message}");
        Environment.Exit(ExitCode.Interrupted);
    }

    /// <summary>What the person reads who ended it.</summary>
    public const string Message = "interrupted. What was finished stands; nothing was half written.";

    private sealed class Heeding : IDisposable
    {
        private int _ended;

        public Heeding() => Interlocked.Increment(ref _heeding);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                Interlocked.Decrement(ref _heeding);
            }
        }
    }
}
