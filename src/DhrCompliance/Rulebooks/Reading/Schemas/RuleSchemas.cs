using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DhrCompliance.Rulebooks.Reading.Forms;

namespace DhrCompliance.Rulebooks.Reading.Schemas;

/// <summary>A schema as a file.</summary>
/// <param name="Name">The file's name: <c>pack.json</c>.</param>
/// <param name="Text">What it holds, with <c>\n</c> at each line's end.</param>
public sealed record SchemaFile(string Name, string Text);

/// <summary>
/// JSON Schemas (draft 7) of rule files, for editors: what keys there are, what they say, what may stand there, and the words
/// that the rules at hand declare. Made from the forms that the readers work with. What takes more than one file to know (whether a word is declared,
/// whether rules run in a circle) is the reader's: words are offered, and others are not refused.
/// </summary>
public static class RuleSchemas
{
    /// <summary>The file with the words of the rules at hand, which the others refer to.</summary>
    public const string Words = "words.json";

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ImmutableArray<Form> Files = [VocabularyForms.File, PackForms.File, PathForms.File, ScenarioForms.File, NoticeForms.File];

    /// <summary>One schema for each kind of rule file, and one with the words.</summary>
    /// <param name="rulebook">The rules whose words are offered.</param>
    public static ImmutableArray<SchemaFile> Of(Rulebook rulebook) =>
    [
        .. Files.Select(form => File($"{form.Id}.json", FormSchema.Of(form))),
        File(Words, WordSchema.Of(rulebook)),
    ];

    /// <summary>All of them in one JSON document, each under its file's name.</summary>
    public static string Together(IEnumerable<SchemaFile> schemas)
    {
        var all = new JsonObject();
        foreach (var schema in schemas)
        {
            all[schema.Name] = JsonNode.Parse(schema.Text);
        }

        return all.ToJsonString(Format) + "\n";
    }

    private static SchemaFile File(string name, JsonObject schema) => new(name, schema.ToJsonString(Format) + "\n");
}
