using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>The audit as JSON, written as it is assessed, so that any number of cases needs the memory of some dozens.</summary>
public static class AuditJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The JSON Schema of it, as it stands in the documentation.</summary>
    public static string Schema
    {
        get
        {
            using var reader = new StreamReader(typeof(AuditJson).Assembly.GetManifestResourceStream("audit.schema.json")!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>
    /// Writes the audit. The counts and the failures follow the cases, as they are known only then.
    /// </summary>
    /// <param name="output">Where to. It is flushed and left open.</param>
    /// <param name="header">What the audit was made of.</param>
    /// <param name="cases">Each case with its assessment; enumerated once.</param>
    /// <param name="failures">Cases that could not be assessed; read after the last case, so that they may be found on the way.</param>
    /// <returns>How many rows are in each state.</returns>
    public static StateCounts Write(
        Stream output, AuditHeader header, IEnumerable<(CaseFile File, Assessment Assessment)> cases, IReadOnlyCollection<AuditFailure>? failures = null)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(cases);
        var (counts, ruleFailures, rulebook) = (new StateCounts(), new List<AuditFailure>(), header.Rulebook);
        using var json = new Utf8JsonWriter(output, Indented);
        json.WriteStartObject();
        json.WriteString("asOf", JsonValues.Day(header.AsOf));
        json.WriteText("knownAt", header.KnownAt);
        json.WriteBoolean("claimed", header.Claimed);
        json.WriteStartObject("rulebook");
        json.WriteString("hash", rulebook.Hash);
        json.WriteTexts("packs", rulebook.Packs.Select(pack => pack.Id));
        json.WriteEndObject();
        json.WriteStartArray("cases");
        json.Flush();
        var written = CasesJson.Write(output, rulebook, Indented, cases.Select(one =>
        {
            counts.Add(one.Assessment);
            ruleFailures.AddRange(one.Assessment.Failures.Select(failure => new AuditFailure(one.Assessment.Reference, failure.Rule, failure.Error)));
            return one;
        }));
        if (written)
        {
            output.Write("\n  "u8);
        }

        json.WriteEndArray();
        Summary(json, counts);
        json.WriteFailures(ruleFailures.Concat(failures ?? []));
        json.WriteEndObject();
        json.Flush();
        return counts;
    }

    private static void Summary(Utf8JsonWriter json, StateCounts counts)
    {
        json.WriteStartObject("summary");
        foreach (var (name, states) in new[] { ("live", counts.Live), ("historic", counts.Historic) })
        {
            json.WriteStartObject(name);
            foreach (var (state, count) in states)
            {
                json.WriteNumber(state, count);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
