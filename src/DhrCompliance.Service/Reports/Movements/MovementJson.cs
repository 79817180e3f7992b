using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Movements;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Reports.Movements;

/// <summary>What moved, as JSON: each case with each row that did, and everything that was recorded.</summary>
public static class MovementJson
{
    /// <summary>Writes the report. The output is flushed and left open.</summary>
    public static void Write(Stream output, MovementReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var json = JsonValues.Writer(output);
        json.WriteStartObject();
        json.WriteString("since", JsonValues.Day(report.Since));
        json.WriteString("asOf", JsonValues.Day(report.AsOf));
        json.WriteString("rulebookBefore", report.RulesThen.Hash);
        json.WriteString("rulebook", report.RulesNow.Hash);
        json.WriteEach("cases", report.Cases, WriteCase);
        json.WriteFailures(report.Failures);
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteCase(Utf8JsonWriter json, CaseMovement one)
    {
        json.WriteStartObject();
        json.WriteString("reference", one.Reference);
        json.WriteBoolean("new", one.IsNew);
        if (one.LiveBefore is { } before)
        {
            json.WriteBoolean("liveBefore", before);
        }
        else
        {
            json.WriteNull("liveBefore");
        }

        json.WriteBoolean("live", one.LiveNow);
        json.WriteStartArray("rows");
        foreach (var moved in one.Rows)
        {
            json.WriteStartObject();
            json.WriteString("rule", moved.Row.Rule.FullName);
            json.WriteString("instance", moved.Row.Instance);
            json.WriteText("item", moved.Row.Item);
            WriteSide(json, "before", moved.Row.StateBefore, moved.Row.DueBefore, moved.Row.MetBefore);
            WriteSide(json, "now", moved.Row.StateNow, moved.Row.DueNow, moved.Row.MetNow);
            json.WriteStartArray("why");
            foreach (var cause in moved.Causes)
            {
                json.WriteStartObject();
                json.WriteString("kind", Words.Of(cause.Kind));
                json.WriteText("row", cause.Row);
                json.WriteString("text", cause.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("recorded");
        foreach (var change in one.Recorded)
        {
            json.WriteStartObject();
            json.WriteString("row", change.Row);
            json.WriteString("text", change.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, string? state, DateInterval? due, DateInterval? met)
    {
        if (state is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("state", state);
        json.WriteDate("due", due);
        json.WriteDate("metOn", met);
        json.WriteEndObject();
    }
}
