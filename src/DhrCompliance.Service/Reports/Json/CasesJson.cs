using System.Buffers;
using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>The cases of an audit, some dozens of them worded by other threads while the next are read and assessed. They come out in their order.</summary>
internal static class CasesJson
{
    private const int Together = 32;
    private const int BytesOfCase = 64 * 1024;

    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Writes the elements of the array; tells whether there was any.</summary>
    public static bool Write(Stream output, Rulebook rulebook, JsonWriterOptions options, IEnumerable<(CaseFile File, Assessment Assessment)> cases)
    {
        var (citations, running, isFirst) = (new Citations(options), new Queue<Task<Worded>>(), true);
        var empty = new Stack<ArrayBufferWriter<byte>>();
        try
        {
            foreach (var some in cases.Chunk(Together))
            {
                if (running.Count > AtOnce)
                {
                    Put(running.Dequeue());
                }

                var buffer = empty.TryPop(out var used) ? used : new ArrayBufferWriter<byte>(Together * BytesOfCase);
                running.Enqueue(Task.Run(() => Word(some, rulebook, options, citations, buffer)));
            }

            while (running.Count > 0)
            {
                Put(running.Dequeue());
            }
        }
        finally
        {
            foreach (var task in running)
            {
                // What went wrong first is told; the others only have to end.
                task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).GetAwaiter().GetResult();
            }
        }

        return !isFirst;

        void Put(Task<Worded> task)
        {
            var worded = task.GetAwaiter().GetResult();
            if (!isFirst)
            {
                output.Write(","u8);
            }

            isFirst = false;
            output.Write(worded.Buffer.WrittenSpan[worded.From..]);

            // Buffers of this size are dear to make: each new one brings a full collection nearer.
            worded.Buffer.ResetWrittenCount();
            empty.Push(worded.Buffer);
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
