using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>A value, or several of which any will do: each left out, or the one that stands alone changed for another.</summary>
internal static class ValueMutations
{
    private static readonly ImmutableArray<string> YesOrNo = ["yes", "no"];

    /// <param name="site">Where.</param>
    /// <param name="node">The value or the list.</param>
    /// <param name="choices">The values there are; none where they are not declared.</param>
    /// <param name="advice">What a scenario would show of a value.</param>
    public static IEnumerable<Mutation> Of(Site site, Node? node, ImmutableArray<string> choices, Func<string, string> advice)
    {
        if (node is SequenceNode { Items.Length: > 1 } list)
        {
            return ListMutations.EachLeftOut(site, MutationKind.Value, list, advice);
        }

        return ListMutations.Items(node).OfType<ScalarNode>()
            .Select(value => (value, Other: ListMutations.Next(value.Value, choices.IsEmpty && YesOrNo.Contains(value.Value) ? YesOrNo : choices, [])))
            .Where(pair => pair.Other is not null)
            .Select(pair => site.Reworded(MutationKind.Value, pair.value, pair.Other!, advice(pair.value.Value)));
    }
}
