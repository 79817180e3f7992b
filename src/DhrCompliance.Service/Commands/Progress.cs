using System.Globalization;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Commands;

/// <summary>
/// How far long work is, for a person who looks at it: one line on the error output that is written over and wiped at the end. Nothing in a pipe,
/// where quiet was asked for, on a terminal that cannot move its cursor, and for work that ends within a second.
/// </summary>
internal sealed class Progress
{
    private const int Width = 20;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly TextWriter _output;
    private readonly TimeProvider _clock;
    private readonly string _what;
    private readonly int? _total;
    private readonly long _begun;
    private long _shown;
    private int _longest;
    private bool _isOver;

    private Progress(TextWriter output, TimeProvider clock, string what, int? total)
    {
        (_output, _clock, _what, _total) = (output, clock, what, total);
        _begun = clock.GetTimestamp();
    }

    /// <summary>The things as they are taken, with a line that says how many were.</summary>
    /// <param name="invocation">Where it is shown, if it is.</param>
    /// <param name="what">What is done, such as <c>Assessing</c>.</param>
    /// <param name="total">How many there are, asked only where it is shown; null where that is not known.</param>
    /// <param name="things">The things.</param>
    public static IEnumerable<T> Over<T>(Invocation invocation, string what, Func<int?> total, IEnumerable<T> things) =>
        IsShown(invocation) ? Over(invocation.Errors, invocation.Clock, what, total(), things) : things;

    /// <summary>Work that cannot tell how far it is, with a line that says how long it has been at it.</summary>
    public static T While<T>(Invocation invocation, string what, Func<T> work)
    {
        if (!IsShown(invocation))
        {
            return work();
        }

        var progress = new Progress(invocation.Errors, invocation.Clock, what, null);
        using var timer = invocation.Clock.CreateTimer(_ => progress.Tick(), null, First, First);
        try
        {
            return work();
        }
        finally
        {
            progress.Wipe();
        }
    }

    /// <summary>As the other, always shown.</summary>
    internal static IEnumerable<T> Over<T>(TextWriter output, TimeProvider clock, string what, int? total, IEnumerable<T> things)
    {
        var progress = new Progress(output, clock, what, total);
        var done = 0;
        try
        {
            foreach (var thing in things)
            {
                progress.Show(done++);
                yield return thing;
            }
        }
        finally
        {
            progress.Wipe();
        }
    }

    private static bool IsShown(Invocation invocation) =>
        !invocation.IsQuiet
        && ReferenceEquals(invocation.Errors, Console.Error)
        && !Console.IsErrorRedirected
        && invocation.Surroundings.Environment.GetValueOrDefault("TERM") != "dumb";

    private void Show(int done)
    {
        var now = _clock.GetTimestamp();
        if (_clock.GetElapsedTime(_begun, now) < First || (_shown != 0 && _clock.GetElapsedTime(_shown, now) < Between))
        {
            return;
        }

        _shown = now;
        Write($"{_what} {Text(done)}");
    }

    private void Tick()
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                Write(string.Create(CultureInfo.InvariantCulture, $"{_what}, {_clock.GetElapsedTime(_begun).TotalSeconds:0} s"));
            }
        }
    }

    private void Write(string text)
    {
        var line = Cells.OneLine(text);
        _longest = Math.Max(_longest, line.Length);
        _output.Write($"\r{line.PadRight(_longest)}");
        _output.Flush();
    }

    private string Text(int done)
    {
        if (_total is not > 0 || done > _total)
        {
            return done.ToString("N0", CultureInfo.InvariantCulture);
        }

        var filled = (int)((long)Width * done / _total.Value);
        return string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', Width - filled)}] {done:N0} of {_total:N0}");
    }

    private void Wipe()
    {
        lock (_lock)
        {
            _isOver = true;
            if (_longest > 0)
            {
                _output.Write($"\r{new string(' ', _longest)}\r");
                _output.Flush();
            }
        }
    }
}
