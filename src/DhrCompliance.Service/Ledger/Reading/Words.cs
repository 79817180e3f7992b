using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using DhrCompliance.Service.Ledger.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Texts and JSON objects of texts as columns hold them, each repeated one made once.</summary>
internal sealed class Words
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Utf8Cache<string> texts = new(Encoding.UTF8.GetString);
    private readonly Utf8Cache<ImmutableDictionary<string, string>?> objects;
    private readonly Utf8Cache<DateTimeOffset> moments = new(bytes => Instants.Read(Encoding.ASCII.GetString(bytes)));

    public Words() => objects = new(Parse);

    public string this[ReadOnlySpan<byte> bytes] => texts[bytes];

    public string Of(Statement row, int column) => texts[row.Bytes(column)];

    public string? OfOrNull(Statement row, int column) => row.IsNull(column) ? null : texts[row.Bytes(column)];

    /// <summary>Null: the column holds no object of texts, or one whose texts cannot be read.</summary>
    public ImmutableDictionary<string, string>? ObjectOf(Statement row, int column)
    {
        var bytes = row.Bytes(column);
        return bytes.IsEmpty || bytes.SequenceEqual("{}"u8) ? ImmutableDictionary<string, string>.Empty : objects[bytes];
    }

    public DateTimeOffset MomentOf(Statement row, int column) => moments[row.Bytes(column)];

    /// <summary>The object as it is written: names in ordinal order; an empty value is none.</summary>
    public static string Write(ImmutableDictionary<string, string> values)
    {
        if (values.IsEmpty)
        {
            return "{}";
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Relaxed))
        {
            json.WriteStartObject();
            foreach (var (name, value) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                if (!string.IsNullOrEmpty(value))
                {
                    json.WriteString(name, value);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Constraints see to it that the column holds an object of texts, if not that each text is one: SQLite takes half of a character for one.</summary>
    private ImmutableDictionary<string, string>? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Texts(bytes);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private ImmutableDictionary<string, string>? Texts(ReadOnlySpan<byte> bytes)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 4 });
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.HasValueSequence || json.ValueIsEscaped ? json.GetString()! : texts[json.ValueSpan];
            if (!json.Read() || json.TokenType != JsonTokenType.String)
            {
                return null;
            }

            var value = json.ValueIsEscaped ? json.GetString()! : texts[json.ValueSpan];
            if (value.Length > 0)
            {
                values[name] = value;
            }
        }

        return values.ToImmutable();
    }
}
