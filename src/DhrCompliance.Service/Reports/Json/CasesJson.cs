using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>
/// The cases of an audit: one thread reads and assesses them, others word some dozens each, and the caller's writes what is worded, in the order of the cases.
/// </summary>
internal static class CasesJson
{
    private const int Together = 32;
    private const int BytesOfCase = 64 * 1024;

    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Writes the elements of the array; tells whether there was any.</summary>
    public static bool Write(Stream output, Rulebook rulebook, JsonWriterOptions options, IEnumerable<(CaseFile File, Assessment Assessment)> cases)
    {
        using var waiting = new BlockingCollection<Task<Worded>>(AtOnce);
        using var stop = new CancellationTokenSource();
        var (citations, isFirst) = (new Citations(options), true);

        // Buffers of this size are dear to make: each new one brings a full collection nearer. So they are used again.
        var empty = new ConcurrentBag<ArrayBufferWriter<byte>>();
        var reading = Task.Run(Read);
        try
        {
            foreach (var worded in waiting.GetConsumingEnumerable())
            {
                Put(worded.GetAwaiter().GetResult());
            }
        }
        finally
        {
            // If writing or wording failed, that is told; what is read meanwhile only has to end before the register is closed below it.
            stop.Cancel();
            reading.ContinueWith(_ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        }

        reading.GetAwaiter().GetResult();
        return !isFirst;

        void Read()
        {
            try
            {
                foreach (var some in cases.Chunk(Together))
                {
                    var buffer = empty.TryTake(out var used) ? used : new ArrayBufferWriter<byte>(Together * BytesOfCase);
                    waiting.Add(Task.Run(() => Word(some, rulebook, options, citations, buffer)), stop.Token);
                }
            }
            finally
            {
                waiting.CompleteAdding();
            }
        }

        void Put(Worded worded)
        {
            if (!isFirst)
            {
                output.Write(","u8);
            }

            isFirst = false;
            output.Write(worded.Buffer.WrittenSpan[worded.From..]);
            worded.Buffer.ResetWrittenCount();
            empty.Add(worded.Buffer);
        }
    }

    private static Worded Word(
        (CaseFile File, Assessment Assessment)[] cases, Rulebook rulebook, JsonWriterOptions options, Citations citations, ArrayBufferWriter<byte> buffer)
    {
        using var json = new Utf8JsonWriter(buffer, options);

        // So that what follows is indented for its place.
        json.WriteStartObject();
        json.WriteStartArray("cases");
        json.Flush();
        var before = buffer.WrittenCount;
        var rows = new CaseJson(json, rulebook, citations);
        foreach (var (file, assessment) in cases)
        {
            rows.Write(file, assessment);
        }

        json.Flush();
        return new Worded(buffer, before);
    }

    private sealed record Worded(ArrayBufferWriter<byte> Buffer, int From);
}
