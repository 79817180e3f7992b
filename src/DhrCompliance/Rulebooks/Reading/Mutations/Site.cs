using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>A key of a rule, a path or a pack, whose value is changed in several ways.</summary>
/// <param name="Pack">The pack; null for what all packs share.</param>
/// <param name="Of">The rule, path, condition or pack.</param>
/// <param name="Key">The key.</param>
internal sealed record Site(string? Pack, string Of, string Key)
{
    /// <summary>One node in place of another.</summary>
    public Mutation Replaced(MutationKind kind, Node target, Node replacement, Place place, string was, string became, string advice) =>
        Made(kind, target, replacement, place, was, became, advice);

    /// <summary>One text in place of another.</summary>
    public Mutation Reworded(MutationKind kind, ScalarNode target, string became, string advice) =>
        Made(kind, target, new ScalarNode(target.Place, became, target.IsPlain, target.End), target.Place, target.Value, became, advice);

    /// <summary>A piece of a text in place of another.</summary>
    public Mutation Reworded(MutationKind kind, ScalarNode target, int start, int length, string became, string advice) => Made(
        kind,
        target,
        new ScalarNode(target.Place, string.Concat(target.Value.AsSpan(0, start), became, target.Value.AsSpan(start + length)), target.IsPlain, target.End),
        target.Part(start, length).Place,
        target.Value.Substring(start, length),
        became,
        advice);

    /// <summary>An item of a list, or a key with its value (which is named by the value), left out.</summary>
    /// <param name="kind">What sort of thing it is.</param>
    /// <param name="target">The item or value.</param>
    /// <param name="was">What stands there.</param>
    /// <param name="advice">What a scenario would show.</param>
    /// <param name="place">Where it begins; null: with the item or value.</param>
    public Mutation LeftOut(MutationKind kind, Node target, string was, string advice, Place? place = null) =>
        Made(kind, target, null, place ?? (target is SequenceNode { Items: [var one] } ? one : target).Place, was, null, advice);

    private Mutation Made(MutationKind kind, Node target, Node? replacement, Place place, string was, string? became, string advice) => new(target, replacement)
    {
        Path = place.Source.Path,
        Line = place.Line,
        Column = place.Column,
        Pack = Pack,
        Of = Of,
        Key = Key,
        Kind = kind,
        Was = was,
        Became = became,
        Advice = advice,
    };
}
