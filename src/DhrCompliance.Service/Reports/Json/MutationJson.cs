using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;
using DhrCompliance.Scenarios;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>Mutations that were tried, as JSON.</summary>
public static class MutationJson
{
    /// <summary>The counts, and every mutation that no scenario noticed.</summary>
    /// <param name="tried">What was tried.</param>
    /// <param name="rulebook">The rules that were changed.</param>
    /// <param name="folder">The rules folder as it is to be shown before each path.</param>
    public static string Of(ImmutableArray<TriedMutation> tried, Rulebook rulebook, string folder)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(folder);
        return JsonValues.Document(json =>
        {
            json.WriteStartObject();
            json.WriteString("rulebook", rulebook.Hash);
            foreach (var fate in Enum.GetValues<MutationFate>())
            {
                json.WriteNumber(Words.Of(fate), tried.Count(one => one.Fate == fate));
            }

            json.WriteStartArray("mutations");
            foreach (var one in tried.Where(one => one.Fate == MutationFate.Unnoticed).Select(one => one.Mutation))
            {
                json.WriteStartObject();
                json.WriteString("path", $"{folder.TrimEnd('/', '\\')}/{one.Path}");
                json.WriteNumber("line", one.Line);
                json.WriteNumber("column", one.Column);
                json.WriteText("pack", one.Pack);
                json.WriteString("of", one.Of);
                json.WriteString("key", one.Key);
                json.WriteString("kind", Words.Of(one.Kind));
                json.WriteString("was", one.Was);
                json.WriteText("became", one.Became);
                json.WriteString("advice", one.Advice);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
