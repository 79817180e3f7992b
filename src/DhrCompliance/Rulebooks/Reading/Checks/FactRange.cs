using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>What a fact can still be where several tests of it must all be so. Wide where it is in doubt: what is empty is certainly empty.</summary>
internal sealed record FactRange
{
    private static readonly ImmutableArray<string> YesOrNo = ["yes", "no"];

    /// <summary>The values left; default: any.</summary>
    public ImmutableArray<string> Left { get; init; }

    /// <summary>Of several choices: those that it has not.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Of several choices: lists of which it has at least one each.</summary>
    public ImmutableArray<ImmutableArray<string>> OneOfEach { get; init; } = [];

    public (decimal Number, bool Included)? Least { get; init; }

    public (decimal Number, bool Included)? Most { get; init; }

    public DateOnly? NotBefore { get; init; }

    public DateOnly? Before { get; init; }

    public bool IsKnown { get; init; }

    public bool IsMissing { get; init; }

    public bool IsEmpty =>
        (IsKnown && IsMissing)
        || Left is { IsDefault: false, IsEmpty: true }
        || OneOfEach.Any(values => values.All(Without.Contains))
        || (Least is { } least && Most is { } most && (least.Number > most.Number || (least.Number == most.Number && !(least.Included && most.Included))))
        || (NotBefore is { } first && Before is { } end && first >= end);

    /// <summary>What is left where the test is so, or (<paramref name="isSo"/> false) certainly not so.</summary>
    public FactRange With(FactTest test, FactType fact, bool isSo)
    {
        if (test.Comparison is Comparison.Known or Comparison.Missing)
        {
            return test.Comparison == Comparison.Known == isSo ? this with { IsKnown = true } : this with { IsMissing = true };
        }

        var known = this with { IsKnown = true };
        return (test.Comparison, isSo) switch
        {
            (Comparison.OneOf, _) => known.OneOf(test.Values, fact, isSo),
            (Comparison.AtLeast, true) or (Comparison.LessThan, false) => known.From(test.Number, included: true),
            (Comparison.MoreThan, true) or (Comparison.AtMost, false) => known.From(test.Number, included: false),
            (Comparison.AtMost, true) or (Comparison.MoreThan, false) => known.To(test.Number, included: true),
            (Comparison.LessThan, true) or (Comparison.AtLeast, false) => known.To(test.Number, included: false),
            (Comparison.Before, true) or (Comparison.OnOrAfter, false) => known with { Before = Earlier(test.Date.Latest) },
            _ => known with { NotBefore = Later(test.Date.Earliest) },
        };
    }

    private FactRange OneOf(ImmutableArray<string> values, FactType fact, bool isSo)
    {
        if (fact.Type == ValueKind.Choices)
        {
            return isSo ? this with { OneOfEach = OneOfEach.Add(values) } : this with { Without = Without.AddRange(values) };
        }

        if (fact.Type is not (ValueKind.Choice or ValueKind.YesNo))
        {
            return this; // A number or text that is one of several is left wide.
        }

        var left = Left.IsDefault ? fact.Type == ValueKind.Choice ? fact.Choices : YesOrNo : Left;
        return this with { Left = [.. left.Where(value => values.Contains(value) == isSo)] };
    }

    private FactRange From(decimal number, bool included) =>
        Least is { } least && (least.Number > number || (least.Number == number && !least.Included)) ? this : this with { Least = (number, included) };

    private FactRange To(decimal number, bool included) =>
        Most is { } most && (most.Number < number || (most.Number == number && !most.Included)) ? this : this with { Most = (number, included) };

    private DateOnly Earlier(DateOnly day) => Before is { } before && before < day ? before : day;

    private DateOnly Later(DateOnly day) => NotBefore is { } first && first > day ? first : day;
}
