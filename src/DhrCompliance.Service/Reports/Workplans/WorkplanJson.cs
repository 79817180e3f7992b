using System.Collections.Immutable;
using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Reports.Workplans;

/// <summary>A plan as JSON. What is projected stands apart from what is due.</summary>
public static class WorkplanJson
{
    /// <summary>The document.</summary>
    public static string Of(WorkplanReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var plan = report.Plan;
        return JsonValues.Document(json =>
        {
            json.WriteStartObject();
            json.WriteString("case", plan.Reference);
            json.WriteString("asOf", JsonValues.Day(plan.AsOf));
            json.WriteStartObject("rulebook");
            json.WriteString("hash", report.Rulebook.Hash);
            json.WriteTexts("packs", plan.Packs);
            json.WriteEndObject();
            json.WriteNumber("leftOut", plan.LeftOut);
            Rows(json, "supposed", plan.Supposed, one =>
            {
                json.WriteString("day", JsonValues.Day(one.Day));
                json.WriteString("event", one.Event);
                json.WriteString("says", one.Says);
            });
            Rows(json, "stages", plan.Stages, stage =>
            {
                json.WriteText("after", stage.Event);
                json.WriteString("title", stage.Title);
                json.WriteDate("on", stage.On);
                json.WriteDay("projected", stage.Projected);
            });
            var words = new WorkplanWords(report);
            Rows(json, "steps", plan.Steps, step => Step(json, step, words, report));
            Rows(json, "assumed", plan.Assumed, one =>
            {
                json.WriteString("day", JsonValues.Day(one.Day));
                json.WriteString("event", one.Event);
                json.WriteString("says", one.Says);
                json.WriteString("meets", one.Rule);
                Attributes(json, one.Attributes);
            });
            Rows(json, "failures", plan.Failures, failure =>
            {
                json.WriteString("rule", failure.Rule);
                json.WriteString("error", failure.Error);
            });
            json.WriteEndObject();
        });
    }

    private static void Step(Utf8JsonWriter json, WorkStep step, WorkplanWords words, WorkplanReport report)
    {
        json.WriteNumber("step", step.Number);
        json.WriteText("stage", step.Stage);
        json.WriteString("kind", Words.Of(step.Kind));
        json.WriteString("standing", Words.Of(step.Standing));
        json.WriteString("rule", step.Rule.FullName);
        json.WriteString("title", step.Rule.Title);
        json.WriteText("instance", step.Instance);
        json.WriteText("item", step.Item);
        json.WriteText("each", step.Each);
        json.WriteText("owner", step.Rule.Owner);
        json.WriteString("force", Words.Of(step.Rule.Force));
        json.WriteString("basis", Words.Of(step.Rule.Basis));
        json.WriteBoolean("verified", step.Rule.Verified && report.Rulebook.Packs.All(pack => pack.Verified || pack.Id != step.Rule.Pack));
        json.WriteString("state", step.State);
        json.WriteDate("started", step.Started);
        json.WriteDate("due", step.Due);
        json.WriteDay("target", step.Target);
        json.WriteDate("askedFor", step.AskedFor);
        json.WriteDate("on", step.On);
        Projected(json, step.Projected);
        Rows(json, "waitsFor", step.Awaits, awaited =>
        {
            json.WriteText("event", awaited.Event);
            json.WriteString("says", awaited.Says);
            json.WriteStartArray("steps");
            foreach (var number in awaited.Steps)
            {
                json.WriteNumberValue(number);
            }

            json.WriteEndArray();
            json.WriteBoolean("otherwise", awaited.IsOtherwise);
        });
        json.WriteText("condition", step.Condition);
        json.WriteString("asks", step.Asks);
        Rows(json, "metBy", step.Meets, one =>
        {
            json.WriteString("event", one.Event);
            Attributes(json, one.Attributes);
            json.WriteBoolean("alternative", one.IsAlternative);
        });
        json.WriteTexts("toRecord", words.Record(step));
        json.WriteTexts("missing", step.Missing);
        Rows(json, "cite", step.Rule.Cite, citation =>
        {
            json.WriteString("source", citation.Source);
            json.WriteText("at", citation.At);
            json.WriteText("quote", citation.Quote);
        });
    }

    private static void Projected(Utf8JsonWriter json, ProjectedDates? dates)
    {
        if (dates is null)
        {
            json.WriteNull("projected");
            return;
        }

        json.WriteStartObject("projected");
        json.WriteString("start", JsonValues.Day(dates.Start));
        json.WriteDay("due", dates.Due);
        json.WriteDay("target", dates.Target);
        json.WriteDay("askedFor", dates.AskedFor);
        json.WriteEndObject();
    }

    private static void Attributes(Utf8JsonWriter json, ImmutableSortedDictionary<string, string> attributes)
    {
        json.WriteStartObject("attributes");
        foreach (var (name, value) in attributes)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void Rows<T>(Utf8JsonWriter json, string name, ImmutableArray<T> rows, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            write(row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
