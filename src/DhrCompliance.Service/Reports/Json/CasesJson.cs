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

    private static readonly int AtOnce = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Writes the elements of the array; tells whether there was any.</summary>
    public static bool Write(Stream output, Rulebook rulebook, JsonWriterOptions options, IEnumerable<(CaseFile File, Assessment Assessment)> cases)
    {
        var (citations, running, isFirst) = (new Citations(options), new Queue<Task<byte[]>>(), true);
        try
        {
            foreach (var some in cases.Chunk(Together))
            {
                if (running.Count > AtOnce)
                {
                    Put(running.Dequeue());
                }

                running.Enqueue(Task.Run(() => Worded(some, rulebook, options, citations)));
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

        void Put(Task<byte[]> worded)
        {
            var bytes = worded.GetAwaiter().GetResult();
            if (!isFirst)
            {
                output.Write(","u8);
            }

            isFirst = false;
            output.Write(bytes);
        }
    }

    private static byte[] Worded((CaseFile File, Assessment Assessment)[] cases, Rulebook rulebook, JsonWriterOptions options, Citations citations)
    {
        var buffer = new ArrayBufferWriter<byte>(cases.Length * 32 * 1024);
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
        return buffer.WrittenSpan[before..].ToArray();
    }
}
