using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>All that is changed in a set of files.</summary>
internal sealed class PackMutations(RuleMutations rules, Rulebook rulebook)
{
    private static readonly ImmutableArray<string> RuleLists = ["criteria", "timescales", "checks", "checklists", "change"];

    public IEnumerable<Mutation> Of(FileSorter files) =>
    [
        .. files.Packs.SelectMany(Pack),
        .. files.Paths.SelectMany(file => Entries(file, "escalation-paths")).SelectMany(Steps),
        .. files.Vocabulary.SelectMany(file => Entries(file, "conditions"))
            .SelectMany(condition => rules.Conditions.Of(new Site(null, Text(condition, "name"), "when"), condition.Find("when"))),
    ];

    private IEnumerable<Mutation> Pack(MappingNode file)
    {
        var pack = Text(file, "pack");
        return
        [
            .. RuleMutations.Governs(new Site(pack, pack, "governs"), file.Find("governs"), IsLatest(pack)),
            .. RuleLists.SelectMany(key => Entries(file, key))
                .SelectMany(rule => rules.Of(pack, $"{pack}/{Text(rule, rule.Find("id") is null ? "rule" : "id")}", rule, Path(Text(rule, "escalation")))),
        ];
    }

    private bool IsLatest(string id)
    {
        var own = rulebook.Packs.First(pack => pack.Id == id);
        return own.Series is null || !rulebook.Packs.Any(pack =>
            pack.Series == own.Series && pack.Status == PackStatus.InForce && pack.Governs?.From?.Earliest > own.Governs?.From?.Earliest);
    }

    private IEnumerable<Mutation> Steps(MappingNode node) => Path(Text(node, "id")) is { } path
        ? new PathMutations(rules.Roles, path, [.. rulebook.Packs.SelectMany(pack => pack.Rules).Where(rule => rule.Escalation == path.Id).Select(rule => rule.Owner ?? "").Distinct()]).Of(node)
        : [];

    private EscalationPath? Path(string id) => rulebook.Paths.FirstOrDefault(path => path.Id == id);

    private static IEnumerable<MappingNode> Entries(MappingNode file, string key) => ListMutations.Items(file.Find(key)).OfType<MappingNode>();

    private static string Text(MappingNode node, string key) => (node.Find(key) as ScalarNode)?.Value ?? "";
}
