using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>Conditions: each part left out, each comparison moved and turned, all for any, every for any.</summary>
internal sealed class ConditionMutations(Vocabulary vocabulary, PatternMutations patterns)
{
    private readonly ComparisonMutations _comparisons = new(vocabulary);

    /// <summary>A condition that may be missing: also left out as a whole.</summary>
    public IEnumerable<Mutation> Optional(Site site, Node? node) => node is null
        ? []
        : [site.LeftOut(MutationKind.Condition, node, ListMutations.Name(node), $"Add one in which '{site.Key}' is so, and one in which it is not."), .. Of(site, node)];

    /// <summary>A condition that must be there. One that is a name is changed where it is declared.</summary>
    public IEnumerable<Mutation> Of(Site site, Node? node) => node is MappingNode mapping ? mapping.Entries.SelectMany(entry => Entry(site, mapping, entry)) : [];

    private IEnumerable<Mutation> Entry(Site site, MappingNode mapping, MappingEntry entry)
    {
        var (key, value) = entry;
        Mutation Turned(string other, string advice, Node? inner = null) =>
            site.Replaced(MutationKind.Condition, mapping, PatternMutations.WithKey(mapping, entry, other, inner), key.Place, key.Value, other, advice);
        IEnumerable<Mutation> own = key.Value switch
        {
            "any-of" or "any" when value is ScalarNode kind => [Turned("every-of", $"Add one with two of '{kind.Value}', of which one alone is so.")],
            "every-of" or "every" when value is ScalarNode kind => [Turned("any-of", $"Add one with two of '{kind.Value}', of which one alone is so.")],
            "all" => [.. Several(value) ? [Turned("any", "Add one in which one of them alone is so.")] : Array.Empty<Mutation>(), .. List(site, value)],
            "any" => [.. Several(value) ? [Turned("all", "Add one in which one of them alone is so.")] : Array.Empty<Mutation>(), .. List(site, value)],
            "not" => [Turned("all", "Add one in which it is so, and one in which it is not.", new SequenceNode(value.Place, [value])), .. Of(site, value)],
            "happened" => [Turned("not-happened", Happens(value)), .. patterns.Needed(site, value)],
            "not-happened" => [Turned("happened", Happens(value)), .. patterns.Needed(site, value)],
            "concluded" => [Turned("happened", $"Add one in which '{ListMutations.Name(value)}' has happened and has not ended."), .. patterns.Needed(site, value)],
            "has" => patterns.Needed(site, value),
            _ => _comparisons.Of(site, key.Value, value),
        };
        return mapping.Entries.Count(one => !IsQuantifier(one)) > 1 && !IsQuantifier(entry)
            ? own.Prepend(site.LeftOut(MutationKind.Condition, value, $"{key.Value}: {ListMutations.Name(value)}", Part, key.Place))
            : own;
    }

    private IEnumerable<Mutation> List(Site site, Node list) =>
    [
        .. ListMutations.EachLeftOut(site, MutationKind.Condition, list, _ => Part),
        .. ListMutations.Items(list).SelectMany(part => Of(site, part)),
    ];

    private const string Part = "Add one in which this part alone decides.";

    private static string Happens(Node event_) => $"Add one in which '{ListMutations.Name(event_)}' has happened, and one in which it has not.";

    private static bool Several(Node list) => list is SequenceNode { Items.Length: > 1 };

    private static bool IsQuantifier(MappingEntry entry) =>
        entry.Key.Value is "any-of" or "every-of" or "every" || (entry.Key.Value == "any" && entry.Value is ScalarNode);
}
