using System.Text.Json;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>What is written at the end of every report over cases: each case that could not be assessed whole, and why; and cases in their order, without holding all of them.</summary>
internal static class FailuresJson
{
    private const int FlushAt = 64 * 1024;

    /// <summary>Each of them by its writer, flushed every so often.</summary>
    public static void WriteEach<T>(this Utf8JsonWriter json, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(json, value);
            if (json.BytesPending > FlushAt)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
    }

    /// <summary>The cases, and the rules of theirs, that failed.</summary>
    public static void WriteFailures(this Utf8JsonWriter json, IEnumerable<AuditFailure> failures) =>
        json.WriteEach("failures", failures, (to, failure) =>
        {
            to.WriteStartObject();
            to.WriteString("case", failure.Case);
            to.WriteText("rule", failure.Rule);
            to.WriteString("error", failure.Error);
            to.WriteEndObject();
        });
}
