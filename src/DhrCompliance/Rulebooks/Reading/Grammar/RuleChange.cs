using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Changes of single rules: <c>rule:</c> with the keys that differ. What differs has a source of its own.</summary>
internal sealed class RuleChange(Desk desk)
{
    /// <summary>Where one of these is given, the others of its line are no longer meant.</summary>
    private static readonly ImmutableArray<(string Key, ImmutableArray<string> Instead)> InPlaceOf =
    [
        ("within", ["date", "next", "promptly"]),
        ("date", ["within", "next", "beginning-with", "round", "roll"]),
        ("next", ["within", "date", "beginning-with", "round", "roll"]),
        ("promptly", ["within", "beginning-with", "round", "roll"]),
        ("require", ["order"]),
        ("order", ["require"]),
        ("at", ["from"]),
        ("from", ["at"]),
        ("basis", ["cite"]),
    ];

    /// <summary>The changes by the id of their rule.</summary>
    public IReadOnlyDictionary<string, MappingNode> ReadAll(Node? list, MappingNode other, ImmutableArray<string> ruleKeys)
    {
        var changes = new Dictionary<string, MappingNode>(StringComparer.Ordinal);
        if (list is null)
        {
            return changes;
        }

        var rules = ruleKeys.SelectMany(key => other.Find(key) is SequenceNode all ? all.Items : []).OfType<MappingNode>()
            .Where(rule => rule.Find("id") is ScalarNode).GroupBy(rule => ((ScalarNode)rule.Find("id")!).Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        foreach (var node in desk.Values.List(list, "changes, each with its 'rule:'"))
        {
            if (node is not MappingNode change)
            {
                desk.Values.WrongShape(node, "'rule:' and the keys that differ");
            }
            else if (Rule(change) is { } name)
            {
                Take(change, name, rules, changes);
            }
        }

        return changes;
    }

    /// <summary>The rule as it is changed; one that is not changed, as it is. Its former names are not this pack's.</summary>
    public static MappingNode Apply(MappingNode rule, IReadOnlyDictionary<string, MappingNode> changes)
    {
        var own = rule.Entries.RemoveAll(entry => entry.Key.Value == "was");
        if (rule.Find("id") is not ScalarNode id || !changes.TryGetValue(id.Value, out var change))
        {
            return new MappingNode(rule.Place, own);
        }

        var given = change.Entries.RemoveAll(entry => entry.Key.Value == "rule");
        var gone = InPlaceOf.Where(line => change.Find(line.Key) is not null).SelectMany(line => line.Instead).ToHashSet(StringComparer.Ordinal);
        return new MappingNode(rule.Place,
        [
            .. own.Where(entry => !gone.Contains(entry.Key.Value) && change.Find(entry.Key.Value) is null),
            .. given,
        ]);
    }

    private ScalarNode? Rule(MappingNode change)
    {
        // Its other keys are looked at where the changed rule is read.
        var fields = new Fields(change, RuleForms.Change, "the change", desk.Mistakes);
        fields.Require("rule");
        return desk.Values.Scalar(fields.Value("rule"), "the id of a rule");
    }

    private void Take(MappingNode change, ScalarNode name, Dictionary<string, MappingNode> rules, Dictionary<string, MappingNode> changes)
    {
        if (!rules.TryGetValue(name.Value, out var rule))
        {
            if (!desk.Lexicon.IsExcused(name.Value))
            {
                Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownRule, "rule of that pack:", name, rules.Keys);
            }

            return;
        }

        if (!changes.TryAdd(name.Value, change))
        {
            desk.Names.Twice(name, "change of", ((ScalarNode)changes[name.Value].Find("rule")!).Place, Codes.DuplicateId);
            return;
        }

        if (change.Entries.FirstOrDefault(entry => entry.Key.Value is "id" or "was") is { } renamed)
        {
            desk.Mistakes.Error(renamed.Key.Place, Codes.UnknownKey, $"a change gives no '{renamed.Key.Value}': the rule keeps its id in every edition");
        }

        if (!change.Entries.Any(entry => entry.Key.Value is not ("rule" or "cite")))
        {
            desk.Mistakes.Error(change.Place, Codes.MissingKey, $"the change of '{name.Value}' changes nothing", hint: "Name what differs: 'within: 2 months'.");
        }
        else if (change.Find("cite") is null && change.Find("basis") is not ScalarNode { Value: "proposed" })
        {
            desk.Mistakes.Error(change.Place, Codes.MissingKey, $"the change of '{name.Value}' has no 'cite'", hint: "Say where what differs is from; only what is 'basis: proposed' needs no source.");
        }

        foreach (var (key, value) in change.Entries)
        {
            if (value is ScalarNode now && rule.Find(key.Value) is ScalarNode before && before.Value == now.Value)
            {
                desk.Mistakes.Warning(key.Place, Codes.ChangesNothing, $"'{key.Value}' of '{name.Value}' is what it was", "Leave it out.");
            }
        }
    }
}
