using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks;

/// <summary>Rules that a rule names.</summary>
public static class RuleReferences
{
    /// <summary>
    /// The rules meant by a name: <c>pack/id</c> is that one; an id alone is the pack's own rule, and where it has none, the duty of that id in
    /// every pack (the editions of a series). Empty: there is none.
    /// </summary>
    /// <param name="packs">All packs.</param>
    /// <param name="pack">The id of the pack in which the name stands.</param>
    /// <param name="name">The name.</param>
    public static ImmutableArray<Rule> Resolve(IEnumerable<Pack> packs, string pack, string name)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ImmutableArray<Rule> all = [.. packs.SelectMany(each => each.Rules).Where(rule => rule.FullName == name || rule.Id == name)];
        ImmutableArray<Rule> one = [.. all.Where(rule => rule.FullName == name || rule.Pack == pack)];
        return one.IsEmpty ? all : one;
    }
}
