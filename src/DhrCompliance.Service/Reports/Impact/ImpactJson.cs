using System.Collections.Immutable;
using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Scenarios.Impact;
using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Reports.Impact;

/// <summary>The impact of a changed rulebook as JSON: the numbers, then every case that differs with every row and notice that does.</summary>
public static class ImpactJson
{
    /// <summary>Writes the report. The output is flushed and left open.</summary>
    public static void Write(Stream output, ImpactReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var json = JsonValues.Writer(output);
        json.WriteStartObject();
        json.WriteString("asOf", JsonValues.Day(report.AsOf));
        json.WriteText("draft", report.Draft);
        WriteRulebook(json, "before", report.Before);
        WriteRulebook(json, "now", report.Now);
        WriteSummary(json, report.Summary, report.Failures.Count);
        json.WriteEach("cases", report.Cases, WriteCase);
        json.WriteFailures(report.Failures);
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteRulebook(Utf8JsonWriter json, string name, Rulebook rulebook)
    {
        json.WriteStartObject(name);
        json.WriteString("hash", rulebook.Hash);
        json.WriteTexts("packs", rulebook.Packs.Select(pack => pack.Id));
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, ImpactSummary summary, int failures)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("cases", summary.Cases);
        json.WriteNumber("differing", summary.Differing);
        json.WriteNumber("states", summary.States);
        json.WriteNumber("dueDates", summary.DueDates);
        WriteCounts(json, "breachesAppearing", summary.Appearing);
        WriteCounts(json, "breachesVanishing", summary.Vanishing);
        WriteCounts(json, "newNotices", summary.NewNotices);
        WriteCounts(json, "goneNotices", summary.GoneNotices);
        json.WriteNumber("failures", failures);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, int> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }

    private static void WriteCase(Utf8JsonWriter json, CaseImpact one)
    {
        json.WriteStartObject();
        json.WriteString("reference", one.Reference);
        json.WriteString("partnership", one.Partnership);
        json.WriteStartObject("live");
        json.WriteBoolean("before", one.LiveBefore);
        json.WriteBoolean("now", one.LiveNow);
        json.WriteEndObject();
        json.WriteStartObject("editions");
        json.WriteTexts("before", one.EditionsBefore);
        json.WriteTexts("now", one.EditionsNow);
        json.WriteEndObject();
        json.WriteStartArray("rows");
        foreach (var row in one.Rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        WriteNotices(json, "newNotices", one.NewNotices);
        WriteNotices(json, "goneNotices", one.GoneNotices);
        json.WriteEndObject();
    }

    private static void WriteRow(Utf8JsonWriter json, ImpactRow row)
    {
        json.WriteStartObject();
        json.WriteString("rule", row.Rule.FullName);
        json.WriteText("was", row.RuleBefore?.FullName is { } was && was != row.Rule.FullName ? was : null);
        json.WriteString("instance", row.Instance);
        json.WriteText("item", row.Item);
        WritePair(json, "state", row.StateBefore, row.StateNow);
        WritePair(json, "due", row.DueBefore, row.DueNow);
        WritePair(json, "metOn", row.MetBefore, row.MetNow);
        WritePair(json, "askedFor", row.AskedForBefore, row.AskedForNow);
        json.WriteString("breach", Words.Of(row.Breach));
        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, string name, DateInterval? before, DateInterval? now) =>
        WritePair(json, name, before?.ToString(), now?.ToString());

    private static void WritePair(Utf8JsonWriter json, string name, string? before, string? now)
    {
        json.WriteStartObject(name);
        json.WriteText("before", before);
        json.WriteText("now", now);
        json.WriteEndObject();
    }

    private static void WriteNotices(Utf8JsonWriter json, string name, ImmutableArray<ImpactNotice> notices)
    {
        json.WriteStartArray(name);
        foreach (var notice in notices)
        {
            json.WriteStartObject();
            json.WriteString("role", notice.Key.Role);
            json.WriteString("rule", notice.Rule);
            json.WriteString("instance", notice.Key.Instance);
            json.WriteText("item", notice.Item);
            json.WriteString("step", notice.Key.Step);
            json.WriteNumber("repeat", notice.Key.Repeat);
            json.WriteString("kind", Words.Of(notice.Kind));
            json.WriteBoolean("held", notice.Held);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
