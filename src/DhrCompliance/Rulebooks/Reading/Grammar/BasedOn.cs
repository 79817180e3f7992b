using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Packs that are made from another by changes, written out: what the other has, with the changes put in, as if it stood in the file.</summary>
internal sealed class BasedOn(Desk desk)
{
    private static readonly ImmutableArray<string> RuleKeys = ["criteria", "timescales", "checks", "checklists"];
    private static readonly ImmutableArray<string> Inherited = ["edition-of", "names"];

    private readonly Dictionary<string, MappingNode> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<MappingNode, MappingNode> _done = [];
    private readonly List<MappingNode> _open = [];
    private readonly RuleChange _change = new(desk);

    public IEnumerable<MappingNode> WriteOut(IReadOnlyList<MappingNode> packs)
    {
        foreach (var pack in packs)
        {
            if (pack.Find("pack") is ScalarNode name)
            {
                _byId.TryAdd(name.Value, pack);
            }
        }

        return packs.Select(WriteOut);
    }

    private MappingNode WriteOut(MappingNode pack)
    {
        if (_done.TryGetValue(pack, out var done))
        {
            return done;
        }

        _open.Add(pack);
        var whole = Other(pack) is { } other ? Merge(pack, WriteOut(other)) : pack;
        _open.Remove(pack);
        _done.TryAdd(pack, whole);
        return whole;
    }

    /// <summary>The pack it is based on; null: none, or one that cannot be found.</summary>
    private MappingNode? Other(MappingNode pack)
    {
        if (pack.Find("based-on") is not { } node)
        {
            if (pack.Entries.FirstOrDefault(entry => entry.Key.Value == "change") is { } change)
            {
                desk.Mistakes.Error(change.Key.Place, Codes.KeyAlone, "'change' stands here without 'based-on'", hint: "Say which pack is changed: 'based-on: PACK'.");
            }

            return null;
        }

        if (desk.Values.Scalar(node, "another pack") is not { } name)
        {
            return null;
        }

        if (!_byId.TryGetValue(name.Value, out var other))
        {
            if (!desk.Lexicon.IsExcused(name.Value))
            {
                Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownPack, "pack", name, _byId.Keys);
            }
        }
        else if (_open.Contains(other))
        {
            desk.Mistakes.Error(name.Place, Codes.Circle, $"a circle: the pack is based on '{name.Value}', and that on this one");
            return null;
        }

        return other;
    }

    private MappingNode Merge(MappingNode pack, MappingNode other)
    {
        var entries = pack.Entries.Where(entry => !RuleKeys.Contains(entry.Key.Value) && entry.Key.Value != "sources").ToList();
        entries.AddRange(Inherited.Where(key => pack.Find(key) is null).SelectMany(key => other.Entries.Where(entry => entry.Key.Value == key)));
        Add(entries, pack, other, "sources", (own, theirs) => own is MappingNode mine && theirs is MappingNode those
            ? new MappingNode(mine.Place, [.. mine.Entries, .. those.Entries.Where(entry => mine.Find(entry.Key.Value) is null)])
            : own);
        var changes = _change.ReadAll(pack.Find("change"), other, RuleKeys);
        foreach (var key in RuleKeys)
        {
            Add(entries, pack, other, key, (own, theirs) => Rules(own, theirs, changes));
        }

        return new MappingNode(pack.Place, [.. entries]);
    }

    private static void Add(List<MappingEntry> entries, MappingNode pack, MappingNode other, string key, Func<Node?, Node?, Node?> merge)
    {
        var (own, theirs) = (pack.Entries.FirstOrDefault(entry => entry.Key.Value == key), other.Entries.FirstOrDefault(entry => entry.Key.Value == key));
        if ((own ?? theirs) is { } any && (own is null ? merge(null, theirs!.Value) ?? theirs.Value : theirs is null ? own.Value : merge(own.Value, theirs.Value)) is { } value)
        {
            entries.Add(new MappingEntry(any.Key, value));
        }
    }

    private static Node? Rules(Node? own, Node? theirs, IReadOnlyDictionary<string, MappingNode> changes)
    {
        if (theirs is not SequenceNode those)
        {
            return own;
        }

        var rules = those.Items.Select(rule => rule is MappingNode mapping ? RuleChange.Apply(mapping, changes) : rule);
        return own is null or SequenceNode ? new SequenceNode(own?.Place ?? those.Place, [.. rules, .. own is SequenceNode mine ? mine.Items : []]) : own;
    }
}
