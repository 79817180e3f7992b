using System.Text;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Schemas;

/// <summary>What the reader takes, the schema takes: as text, and as an editor sees it.</summary>
public sealed class AcceptedFilesTests
{
    private static IEnumerable<Document> Files =>
    [
        .. FilesOf.Folder("rules").Where(IsYaml).Select(Of),
        .. BrokenFiles.Set(BrokenFiles.Names.First(name => name.EndsWith("-is-fine.yaml", StringComparison.Ordinal))).Where(IsYaml).Select(Of),
        .. SmallSet.With("", "").Where(IsYaml).Select(Of),
        .. new[] { "guidance-2016.yaml", "paths.yaml", "statute.yaml", "three-boroughs.yaml", "vocabulary.yaml" }.Select(FilesOf.Example).Select(Of),
    ];

    [SkippableFact]
    public void Files_without_a_mistake_are_valid_however_plain_values_are_taken()
    {
        var verdicts = Validator.Validate(Files);

        verdicts.Count.ShouldBeGreaterThan(20);
        verdicts.Where(verdict => (verdict.AsText ?? verdict.Yaml12 ?? verdict.Yaml11) is not null).ShouldBeEmpty();
    }

    internal static bool IsYaml(RuleFile file) => file.Path.EndsWith(".yaml", StringComparison.Ordinal);

    internal static Document Of(RuleFile file)
    {
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        return new Document(file.Path, SchemaOf(file.Path, text), text);
    }

    /// <summary>The schema of a file: by its keys, as the reader tells it, or (where there are none) by its name.</summary>
    private static string SchemaOf(string path, string text)
    {
        return Has("scenarios-of") ? "scenarios.json"
            : Has("pack", "timescales") ? "pack.json"
            : Has("notices") ? "notices.json"
            : Has("escalation-paths") || path.StartsWith("paths/", StringComparison.Ordinal) ? "escalation-paths.json"
            : Has("events", "facts", "conditions", "roles") || path.StartsWith("vocabulary/", StringComparison.Ordinal) ? "vocabulary.json"
            : "pack.json";

        bool Has(params string[] keys) => text.Split('\n').Any(line => keys.Any(key => line.StartsWith($"{key}:", StringComparison.Ordinal)));
    }
}
