using System.Text.Json;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>What is written at the end of every report over cases: each case that could not be assessed whole, and why.</summary>
internal static class FailuresJson
{
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
