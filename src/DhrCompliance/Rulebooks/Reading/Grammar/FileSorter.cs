using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Tells by its keys at the top, and not by its name, what a file is.</summary>
internal sealed class FileSorter(DiagnosticList mistakes)
{
    private readonly List<MappingNode> _vocabulary = [];
    private readonly List<MappingNode> _packs = [];
    private readonly List<MappingNode> _paths = [];
    private readonly List<MappingNode> _scenarios = [];
    private readonly List<MappingNode> _notices = [];

    public IReadOnlyList<MappingNode> Vocabulary => _vocabulary;

    public IReadOnlyList<MappingNode> Packs => _packs;

    public IReadOnlyList<MappingNode> Paths => _paths;

    /// <summary>Files of what mails say.</summary>
    public IReadOnlyList<MappingNode> Notices => _notices;

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

        (List<MappingNode> Files, Form Form, int Count)[] kinds =
        [
            (_packs, PackForms.File, Count(file, PackForms.File)),
            (_vocabulary, VocabularyForms.File, Count(file, VocabularyForms.File)),
            (_paths, PathForms.File, Count(file, PathForms.File)),
            (_scenarios, ScenarioForms.File, Count(file, ScenarioForms.File)),
            (_notices, NoticeForms.File, Count(file, NoticeForms.File)),
        ];
        var best = kinds.MaxBy(kind => kind.Count);
        if (best.Count == 0)
        {
            var key = file.Entries.Length > 0 ? file.Entries[0].Key : null;
            mistakes.Error(
                file.Place,
                Codes.FileKind,
                key is null ? "the file is empty" : $"a file that begins with {Quote.Of(key.Value)} is neither a pack, nor part of the vocabulary, nor escalation paths, nor scenarios, nor what mails say",
                key is null ? null : Nearest.To(key.Value, kinds.SelectMany(kind => kind.Form.Names)),
                "At its top stands 'pack:', or 'events:', 'facts:', 'items:', 'roles:' or 'conditions:', or 'escalation-paths:', or 'scenarios-of:', or 'notices:'.");
            return;
        }

        best.Files.Add(file);
        if (best.Files == _vocabulary)
        {
            // Its readers take its lists one by one, file by file.
            Fields.Open(file, VocabularyForms.File, "the vocabulary", mistakes);
        }
    }

    private static int Count(MappingNode file, Form form) => file.Entries.Count(entry => form.Find(entry.Key.Value) is not null);
}
