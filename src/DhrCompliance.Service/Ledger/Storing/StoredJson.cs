using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;

namespace DhrCompliance.Service.Ledger.Storing;

/// <summary>Writes the parts that assessments are made of; gathers what follows from the day alone to be written apart.</summary>
internal sealed class StoredJson : IDisposable
{
    private const int DayLength = 10;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> bytes = new(16 * 1024);
    private readonly Utf8JsonWriter json;

    public StoredJson() => json = new Utf8JsonWriter(bytes, Options);

    public Utf8JsonWriter Json => json;

    public List<int> Counters { get; } = [];

    /// <summary>What was written since the start.</summary>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            json.Flush();
            return bytes.WrittenSpan;
        }
    }

    public void Start()
    {
        bytes.ResetWrittenCount();
        json.Reset();
        Counters.Clear();
    }

    public void Dispose() => json.Dispose();

    public void Instance(string instance, string? item)
    {
        json.WriteString("instance"u8, instance);
        if (item is not null)
        {
            json.WriteString("item"u8, item);
        }
    }

    public void Texts(ReadOnlySpan<byte> name, ImmutableArray<string> words)
    {
        if (words.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    public void Because(ImmutableArray<Reason> because)
    {
        if (because.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartArray("because"u8);
        foreach (var reason in because)
        {
            Because(reason);
        }

        json.WriteEndArray();
    }

    /// <summary>Template, word, other, first, second, number, number 2; what is left out at the end is not given.</summary>
    public void Because(Reason reason)
    {
        var isDaily = StoredForm.IsDaily(reason.Template);
        if (isDaily)
        {
            Counters.Add(reason.Number);
            Counters.Add(reason.Number2);
        }

        var number = isDaily ? 0 : reason.Number;
        var number2 = isDaily ? 0 : reason.Number2;
        var last = number2 != 0 ? 6 : number != 0 ? 5 : reason.Second != default ? 4 : reason.First != default ? 3
            : reason.Other is not null ? 2 : reason.Word is not null ? 1 : 0;
        json.WriteStartArray();
        json.WriteNumberValue((int)reason.Template);
        if (last >= 1)
        {
            json.WriteStringValue(reason.Word);
        }

        if (last >= 2)
        {
            json.WriteStringValue(reason.Other);
        }

        if (last >= 3)
        {
            Days(reason.First);
        }

        if (last >= 4)
        {
            Days(reason.Second);
        }

        if (last >= 5)
        {
            json.WriteNumberValue(number);
        }

        if (last >= 6)
        {
            json.WriteNumberValue(number2);
        }

        json.WriteEndArray();
    }

    public void Days(ReadOnlySpan<byte> name, DateInterval? days)
    {
        if (days is { } given)
        {
            json.WritePropertyName(name);
            Days(given);
        }
    }

    private void Days(DateInterval days)
    {
        if (days == default)
        {
            json.WriteNullValue();
            return;
        }

        Span<byte> text = stackalloc byte[DayLength + 1 + DayLength];
        var length = Day(days.Earliest, days.HasEarliest, text);
        if (!days.IsDay)
        {
            text[length++] = (byte)'/';
            length += Day(days.Latest, days.HasLatest, text[length..]);
        }

        json.WriteStringValue(text[..length]);
    }

    private static int Day(DateOnly day, bool isKnown, Span<byte> text)
    {
        if (!isKnown)
        {
            ".."u8.CopyTo(text);
            return 2;
        }

        day.TryFormat(text, out var length, "o", CultureInfo.InvariantCulture);
        return length;
    }
}
