using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>All that is changed in a set of files.</summary>
internal sealed class PackMutations(RuleMutations rules, ImmutableArray<EscalationPath> paths)
{
    private static readonly ImmutableArray<string> RuleLists = ["criteria", "timescales", "checks", "checklists", "change"];

    public IEnumerable<Mutation> Of(FileSorter files) =>
    [
        .. files.Packs.SelectMany(Pack),
        .. files.Paths.SelectMany(file => Entries(file, "escalation-paths")).SelectMany(path => new PathMutations(rules.Roles).Of(Text(path, "id"), path)),
        .. files.Vocabulary.SelectMany(file => Entries(file, "conditions"))
            .SelectMany(condition => rules.Conditions.Of(new Site(null, Text(condition, "name"), "when"), condition.Find("when"))),
    ];

    private IEnumerable<Mutation> Pack(MappingNode file)
    {
        var pack = Text(file, "pack");
        return
        [
            .. RuleMutations.Governs(new Site(pack, pack, "governs"), file.Find("governs")),
            .. RuleLists.SelectMany(key => Entries(file, key))
                .SelectMany(rule => rules.Of(pack, $"{pack}/{Text(rule, rule.Find("id") is null ? "rule" : "id")}", rule, IsOwnerTold(rule))),
        ];
    }

    private bool IsOwnerTold(MappingNode rule) =>
        paths.Any(path => path.Id == Text(rule, "escalation") && path.Steps.Any(step => step.To.Contains(Names.OwnerWord)));

    private static IEnumerable<MappingNode> Entries(MappingNode file, string key) => ListMutations.Items(file.Find(key)).OfType<MappingNode>();

    private static string Text(MappingNode node, string key) => (node.Find(key) as ScalarNode)?.Value ?? "";
}
