using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Tells by its keys at the top, and not by its name, what a file is.</summary>
internal sealed class FileSorter(DiagnosticList mistakes)
{
    private static readonly string[] VocabularyKeys = ["conditions", "facts", "events", "items", "roles"];
    private static readonly string[] PackKeys =
        ["pack", "title", "edition-of", "status", "verified", "governs", "names", "sources", "criteria", "timescales", "checks", "checklists", "scenarios", "based-on", "change"];

    private static readonly string[] PathKeys = ["escalation-paths"];
    private static readonly string[] ScenarioKeys = [ScenarioReader.OfPack, ScenarioReader.List];

    private readonly List<MappingNode> _vocabulary = [];
    private readonly List<MappingNode> _packs = [];
    private readonly List<MappingNode> _paths = [];
    private readonly List<MappingNode> _scenarios = [];

    public IReadOnlyList<MappingNode> Vocabulary => _vocabulary;

    public IReadOnlyList<MappingNode> Packs => _packs;

    public IReadOnlyList<MappingNode> Paths => _paths;

    /// <summary>Files that hold scenarios alone.</summary>
    public IReadOnlyList<MappingNode> Scenarios => _scenarios;

    public void Take(Node root)
    {
        if (root is not MappingNode file)
        {
            if (root is not RefusedNode)
            {
                mistakes.Error(root.Place, Codes.FileKind, "a rule file begins with a key, such as 'pack:' or 'events:'");
            }

            return;
        }

        (List<MappingNode> Files, string[] Keys, int Count)[] kinds =
        [
            (_packs, PackKeys, Count(file, PackKeys)),
            (_vocabulary, VocabularyKeys, Count(file, VocabularyKeys)),
            (_paths, PathKeys, Count(file, PathKeys)),
            (_scenarios, ScenarioKeys, Count(file, ScenarioKeys)),
        ];
        var best = kinds.MaxBy(kind => kind.Count);
        if (best.Count == 0)
        {
            var key = file.Entries.Length > 0 ? file.Entries[0].Key : null;
            mistakes.Error(
                file.Place,
                Codes.FileKind,
                key is null ? "the file is empty" : $"a file that begins with {Quote.Of(key.Value)} is neither a pack, nor part of the vocabulary, nor escalation paths, nor scenarios",
                key is null ? null : Nearest.To(key.Value, [.. VocabularyKeys, .. PackKeys, .. PathKeys, .. ScenarioKeys]),
                "At its top stands 'pack:', or 'events:', 'facts:', 'items:', 'roles:' or 'conditions:', or 'escalation-paths:', or 'scenarios-of:'.");
            return;
        }

        best.Files.Add(file);
        if (best.Files == _vocabulary)
        {
            CloseVocabulary(file);
        }
    }

    /// <summary>The vocabulary's readers ask for their keys file by file, so that its other keys are looked for here.</summary>
    private void CloseVocabulary(MappingNode file)
    {
        var fields = new Fields(file, "the vocabulary", mistakes);
        foreach (var key in VocabularyKeys)
        {
            _ = fields.Optional(key);
        }

        fields.Close();
    }

    private static int Count(MappingNode file, string[] keys) => file.Entries.Count(entry => keys.Contains(entry.Key.Value));
}
