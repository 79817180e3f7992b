using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>Roles: each left out where there are several, else another in its place.</summary>
internal sealed class RoleMutations(Vocabulary vocabulary)
{
    private const string Told = "Add one that expects who is told on that day, with 'notices:'.";

    private readonly string[] _roles = [.. vocabulary.Roles.Select(role => role.Name)];

    /// <param name="site">Where.</param>
    /// <param name="node">The role or roles.</param>
    /// <param name="told">Roles that are told as well, so that one of them in place of another would not show.</param>
    public IEnumerable<Mutation> Of(Site site, Node? node, IEnumerable<string> told) => node is SequenceNode { Items.Length: > 1 }
        ? ListMutations.EachLeftOut(site, MutationKind.Recipient, node, _ => Told)
        : ListMutations.Items(node).OfType<ScalarNode>()
            .Select(role => (role, Other: ListMutations.Next(role.Value, _roles, told) ?? ListMutations.Next(role.Value, _roles, [])))
            .Where(pair => pair.Other is not null)
            .Select(pair => site.Reworded(MutationKind.Recipient, pair.role, pair.Other!, Told));

    /// <summary>A role within a phrase.</summary>
    public IEnumerable<Mutation> Within(Site site, ScalarNode phrase, int start, int length) =>
        ListMutations.Next(phrase.Value.Substring(start, length), _roles, []) is { } other
            ? [site.Reworded(MutationKind.Recipient, phrase, start, length, other, Told)]
            : [];
}
