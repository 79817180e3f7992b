using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DhrCompliance.Calendars;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>How days, intervals and lists are written: a day as it is, an interval as <c>earliest/latest</c>, what is not known as null.</summary>
internal static class JsonValues
{
    private const int FlushAt = 64 * 1024;
    private const string Range = "Range";

    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>A writer for people and programs: indented, with letters of every language as they are.</summary>
    public static Utf8JsonWriter Writer(Stream output) => new(output, Indented);

    /// <summary>A document for people and programs: indented, with letters of every language as they are.</summary>
    public static string Document(Action<Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Indented))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    public static void WriteDate(this Utf8JsonWriter json, string name, DateInterval? date) => json.WriteText(name, date?.ToString());

    public static void WriteDay(this Utf8JsonWriter json, string name, DateOnly? day) => json.WriteText(name, day is { } known ? Day(known) : null);

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>An array, each element by its writer. What is written is flushed every so often, so that a long one is never held whole.</summary>
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

    /// <summary>A count under its name and null under the name with "Range", or the other way round where it is not certain.</summary>
    public static void WriteCount(this Utf8JsonWriter json, string name, int atLeast, int atMost)
    {
        Span<char> range = stackalloc char[name.Length + Range.Length];
        name.CopyTo(range);
        Range.CopyTo(range[name.Length..]);
        if (atLeast == atMost)
        {
            json.WriteNumber(name, atLeast);
            json.WriteNull(range);
            return;
        }

        json.WriteNull(name);
        json.WriteStartArray(range);
        json.WriteNumberValue(atLeast);
        if (atMost == int.MaxValue)
        {
            json.WriteNullValue(); // no telling how many
        }
        else
        {
            json.WriteNumberValue(atMost);
        }

        json.WriteEndArray();
    }
}
