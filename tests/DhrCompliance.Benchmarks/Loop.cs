using System.Diagnostics;
using System.Globalization;
using DhrCompliance.Benchmarks.HandWritten;

namespace DhrCompliance.Benchmarks;

/// <summary>scratch</summary>
internal static class Loop
{
    public const string Verb = "loop";

    public static int Run(TextWriter output, TimeProvider clock)
    {
        var typical = TypicalCase.Find(clock);
        var bound = typical.Rulebook.Bind(typical.File);
        var calendar = typical.Rulebook.Rulebook.Calendars.Values.First();
        var a = typical.Rulebook.Assess(bound, TypicalCase.AsOf);
        output.WriteLine($"{typical.File.Reference} events {typical.File.Events.Length} timescales {a.Timescales.Length} checks {a.Checks.Length} reasons {a.Timescales.Sum(t => t.Because.Length)} questions {a.Questions.Length}");
        output.WriteLine(string.Join(",", a.Timescales.Select(t => t.Rule.Id + ":" + t.State)));
        var seconds = Environment.GetEnvironmentVariable("SECS") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        const int N = 20000;
        for (var round = 0; round < 8 + seconds; round++)
        {
            var hand = Time(() => HandAssessor.Assess(typical.Hand, TypicalCase.AsOf, calendar), N);
            var real = Time(() => typical.Rulebook.Assess(bound, TypicalCase.AsOf), N);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hand {hand.Us:f2} us {hand.Bytes} B, real {real.Us:f2} us {real.Bytes} B, ratio {real.Us / hand.Us:f2}"));
        }

        return 0;
    }

    private static (double Us, long Bytes) Time(Func<object> work, int n)
    {
        var process = Process.GetCurrentProcess();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        process.Refresh();
        var from = process.UserProcessorTime;
        for (var i = 0; i < n; i++)
        {
            work();
        }

        process.Refresh();
        return ((process.UserProcessorTime - from).TotalMicroseconds / n, (GC.GetAllocatedBytesForCurrentThread() - bytes) / n);
    }
}
