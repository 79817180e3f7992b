using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using DhrCompliance.Service.Ledger.Evidence;

namespace DhrCompliance.Service.Commands.Evidence;

/// <summary>The parts of a pack as JSON, written and read.</summary>
internal static class PackJson
{
    private const string LeftOut = "leftOut";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write<T>(Stream output, T value) => JsonSerializer.Serialize(output, value, Options);

    /// <summary>Throws <see cref="InvalidDataException"/>, naming the part, where it is not what it should be.</summary>
    public static T Read<T>(string name, Stream input) => Guarded(name, () => JsonSerializer.Deserialize<T>(input, Options) ?? throw new JsonException("it is empty"));

    /// <summary>A table, a row a line.</summary>
    public static void Write(Stream output, EvidenceTable table) => Lines(
        output, $$"""{"table":{{Text(table.Name)}},"columns":[{{string.Join(",", table.Columns.Select(Text))}}],"rows":[""", table.Rows, Write);

    /// <summary>A chain, an entry a line.</summary>
    public static void Write(Stream output, EvidenceChain chain) => Lines(
        output, $$"""{"partnership":{{Text(chain.Partnership)}},"hash":{{Text(chain.Hash)}},"columns":["sequence","act","kind","source","row","digest","hash","salt"],"entries":[""",
        chain.Entries, Write);

    public static EvidenceTable ReadTable(string name, Stream input) => Guarded(name, () =>
    {
        using var document = JsonDocument.Parse(input);
        var columns = document.RootElement.GetProperty("columns").EnumerateArray().Select(column => column.GetString()!).ToImmutableArray();
        return new EvidenceTable(
            document.RootElement.GetProperty("table").GetString()!, columns,
            [.. document.RootElement.GetProperty("rows").EnumerateArray().Select(row => Row(row, columns.Length))]);
    });

    public static EvidenceChain ReadChain(string name, Stream input) => Guarded(name, () =>
    {
        using var document = JsonDocument.Parse(input);
        var root = document.RootElement;
        return new EvidenceChain(
            root.GetProperty("partnership").GetString()!,
            [
                .. root.GetProperty("entries").EnumerateArray().Select(entry => new EvidenceEntry(
                    entry[0].GetInt64(), entry[1].GetInt64(), entry[2].GetString()!, entry[3].GetString()!, entry[4].GetInt64(),
                    entry[5].GetString()!, entry[6].GetString()!, entry[7].GetString())),
            ],
            root.GetProperty("hash").GetString()!);
    });

    private static EvidenceRow Row(JsonElement row, int columns)
    {
        var values = row.EnumerateArray().Select(Value).ToImmutableArray();
        return values.Length == columns && values[0] is long number
            ? new EvidenceRow(number, values)
            : throw new JsonException("a row has another number of values than there are columns, or no number");
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetInt64(),
        JsonValueKind.Object when value.TryGetProperty(LeftOut, out _) => EvidenceRow.Withheld,
        _ => throw new JsonException("a value is neither text nor a whole number"),
    };

    private static T Guarded<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException or NotSupportedException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException($"{name} is not what it should be ({error.Message.Split('.')[0]})", error);
        }
    }

    private static string Text(string text) => JsonSerializer.Serialize(text, Options);

    private static void Lines<T>(Stream output, string head, ImmutableArray<T> rows, Action<Utf8JsonWriter, T> write)
    {
        output.Write(System.Text.Encoding.UTF8.GetBytes(head));
        using var json = new Utf8JsonWriter(output, Compact);
        for (var at = 0; at < rows.Length; at++)
        {
            output.Write(at == 0 ? "\n"u8 : ",\n"u8);
            json.Reset();
            write(json, rows[at]);
            json.Flush();
        }

        output.Write("\n]}\n"u8);
    }

    private static void Write(Utf8JsonWriter json, EvidenceRow row)
    {
        json.WriteStartArray();
        foreach (var value in row.Values)
        {
            switch (value)
            {
                case null:
                    json.WriteNullValue();
                    break;
                case long number:
                    json.WriteNumberValue(number);
                    break;
                case string text:
                    json.WriteStringValue(text);
                    break;
                default:
                    json.WriteStartObject();
                    json.WriteBoolean(LeftOut, true);
                    json.WriteEndObject();
                    break;
            }
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, EvidenceEntry entry)
    {
        json.WriteStartArray();
        json.WriteNumberValue(entry.Sequence);
        json.WriteNumberValue(entry.Act);
        json.WriteStringValue(entry.Kind);
        json.WriteStringValue(entry.Source);
        json.WriteNumberValue(entry.Row);
        json.WriteStringValue(entry.Digest);
        json.WriteStringValue(entry.Hash);
        json.WriteStringValue(entry.Salt);
        json.WriteEndArray();
    }
}
