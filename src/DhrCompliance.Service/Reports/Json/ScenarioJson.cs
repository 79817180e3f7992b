using System.Collections.Immutable;
using System.Text.Json;
using DhrCompliance.Rulebooks;
using DhrCompliance.Scenarios;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>Scenarios that were run, as JSON.</summary>
public static class ScenarioJson
{
    /// <summary>Every scenario with what is not as expected.</summary>
    /// <param name="results">The results.</param>
    /// <param name="rulebook">The rules they were run under.</param>
    /// <param name="folder">The rules folder as it is to be shown before each path.</param>
    public static string Of(ImmutableArray<ScenarioResult> results, Rulebook rulebook, string folder)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(folder);
        return JsonValues.Document(json =>
        {
            json.WriteStartObject();
            json.WriteString("rulebook", rulebook.Hash);
            json.WriteNumber("passed", results.Count(result => result.Passed));
            json.WriteNumber("failed", results.Count(result => !result.Passed));
            json.WriteStartArray("scenarios");
            foreach (var result in results)
            {
                Write(json, result, folder.TrimEnd('/', '\\'));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, ScenarioResult result, string folder)
    {
        json.WriteStartObject();
        json.WriteString("pack", result.Scenario.Pack);
        json.WriteString("name", result.Scenario.Name);
        json.WriteString("path", $"{folder}/{result.Scenario.Path}");
        json.WriteNumber("line", result.Scenario.Line);
        json.WriteBoolean("passed", result.Passed);
        json.WriteStartArray("failures");
        foreach (var failure in result.Failures)
        {
            json.WriteStartObject();
            json.WriteString("day", JsonValues.Day(failure.Day));
            json.WriteNumber("line", failure.Line);
            json.WriteString("about", failure.About);
            json.WriteString("expected", failure.Expected);
            json.WriteString("found", failure.Found);
            json.WriteTexts("because", failure.Why.SelectMany(why => why.Paragraphs.Prepend(why.Heading)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
