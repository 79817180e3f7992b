using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>The passages that rules rest on, as they stand in a row of an audit: made once a rule. For several threads at once.</summary>
internal sealed class Citations(JsonWriterOptions options)
{
    private readonly ConcurrentDictionary<Rule, byte[]> _made = new(ReferenceEqualityComparer.Instance);

    /// <summary>The value of <c>cite</c>, indented for its place.</summary>
    public byte[] Of(Rule rule) => _made.GetOrAdd(rule, Make);

    private byte[] Make(Rule rule)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, options);
        json.WriteStartObject();
        json.WriteStartArray("cases");
        json.WriteStartObject();
        json.WriteStartArray("rows");
        json.WriteStartObject();
        json.WritePropertyName("cite");
        json.Flush();
        var before = buffer.WrittenCount;
        json.WriteStartArray();
        foreach (var citation in rule.Cite)
        {
            json.WriteStartObject();
            json.WriteString("source", citation.Source);
            json.WriteText("at", citation.At);
            json.WriteText("quote", citation.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenSpan[before..].ToArray();
    }
}
