using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>What <c>dhr rules check</c> finds, as JSON. Its shape is documented in <c>docs/rule-diagnostics.md</c>; keys may be added, none changes its meaning.</summary>
public static class DiagnosticsJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Writes all that was found.</summary>
    /// <param name="output">Where to. It is flushed and left open.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="diagnostics">Its diagnostics, with the paths to show.</param>
    public static void Write(Stream output, RulebookReading reading, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(diagnostics);
        using var json = new Utf8JsonWriter(output, Indented);
        json.WriteStartObject();
        json.WriteText("rulebook", reading.Rulebook?.Hash);
        json.WriteStartObject("summary");
        foreach (var severity in (ReadOnlySpan<Severity>)[Severity.Error, Severity.Warning, Severity.Information])
        {
            json.WriteNumber(Word(severity), diagnostics.Count(found => found.Severity == severity));
        }

        json.WriteEndObject();
        json.WriteStartArray("diagnostics");
        foreach (var found in diagnostics)
        {
            Write(json, found);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    // What is about no line, or about no file, has null for it.
    private static void Write(Utf8JsonWriter json, Diagnostic found)
    {
        json.WriteStartObject();
        json.WriteString("severity", Word(found.Severity));
        json.WriteString("code", found.Code);
        json.WriteText("file", found.Path.Length == 0 ? null : found.Path);
        Number(json, "line", found.Line);
        Number(json, "column", found.Column);
        json.WriteString("message", found.Message);
        json.WriteText("suggestion", found.Suggestion);
        json.WriteText("hint", found.Hint);
        json.WriteText("source", found.SourceLine);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, int value)
    {
        if (value > 0)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
