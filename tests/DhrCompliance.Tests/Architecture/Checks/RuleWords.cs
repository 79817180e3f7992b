using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace DhrCompliance.Tests.Architecture.Checks;

/// <summary>The words that only rule files may know: names of the vocabulary and its hyphenated choices, ids of packs, of their series
/// and of what stands in them.</summary>
internal sealed partial class RuleWords(IReadOnlySet<string> words)
{
    private static readonly HashSet<string> ListsOfNames =
        ["facts", "events", "items", "roles", "conditions", "criteria", "timescales", "checks", "escalation-paths"];

    public int Count => words.Count;

    /// <summary>Reads every rule file below a folder, whatever its kind.</summary>
    public static RuleWords Below(string folder) =>
        From(Repository.Files(folder, ".yaml", ".yml").Select(path => File.ReadAllText(Path.Combine(Repository.Root, path))));

    public static RuleWords From(IEnumerable<string> files)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(file));
            foreach (var mapping in yaml.Documents.Select(document => document.RootNode).OfType<YamlMappingNode>())
            {
                words.UnionWith(WordsOf(mapping));
            }
        }

        return new RuleWords(words);
    }

    /// <summary>The words a string of the code names: the whole string, or a hyphenated word anywhere in it.</summary>
    /// <remarks>A single plain word inside a sentence is English; alone it is a name.</remarks>
    public IEnumerable<string> In(string text) =>
        HyphenatedWord().Matches(text).Select(match => match.Value)
            .Append(text.Trim())
            .Where(words.Contains)
            .Distinct();

    private static IEnumerable<string> WordsOf(YamlMappingNode file) =>
        Scalars(file, "pack", "edition-of")
            .Concat(file.Children
                .Where(pair => pair.Key is YamlScalarNode { Value: { } key } && ListsOfNames.Contains(key))
                .SelectMany(pair => (pair.Value as YamlSequenceNode)?.Children.OfType<YamlMappingNode>() ?? [])
                .SelectMany(entry => Scalars(entry, "name", "id")))
            .Concat(file.AllNodes.OfType<YamlMappingNode>()
                .SelectMany(mapping => mapping.Children)
                .Where(pair => pair.Key is YamlScalarNode { Value: "choices" or "of" })
                .SelectMany(pair => (pair.Value as YamlSequenceNode)?.Children ?? [])
                .Select(choice => (choice as YamlScalarNode)?.Value ?? "")
                .Where(choice => choice.Contains('-', StringComparison.Ordinal)));

    private static IEnumerable<string> Scalars(YamlMappingNode mapping, params string[] keys) =>
        from pair in mapping.Children
        where pair.Key is YamlScalarNode key && keys.Contains(key.Value)
        let value = (pair.Value as YamlScalarNode)?.Value
        where value is not null
        select value;

    [GeneratedRegex("[a-z0-9]+(-[a-z0-9]+)+")]
    private static partial Regex HyphenatedWord();
}
