using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>What a fact is compared with: the number or date moved, the comparison turned, the value changed.</summary>
internal sealed class ComparisonMutations(Vocabulary vocabulary)
{
    /// <summary>Words of a comparison, and those that differ from them at the edge alone or in their direction.</summary>
    private static readonly ImmutableArray<(string Words, string Other)> Turned =
    [
        ("at least ", "more than "),
        ("more than ", "at least "),
        ("at most ", "less than "),
        ("less than ", "at most "),
        ("on or after ", "before "),
        ("before ", "on or after "),
    ];

    public IEnumerable<Mutation> Of(Site site, string fact, Node value)
    {
        if (value is ScalarNode { Value: "known" or "missing" } asked)
        {
            return [site.Reworded(MutationKind.Comparison, asked, asked.Value == "known" ? "missing" : "known", $"Add one in which '{fact}' is recorded, and one in which it is not.")];
        }

        if (value is ScalarNode text && Turned.FirstOrDefault(pair => text.Value.StartsWith(pair.Words, StringComparison.Ordinal)) is { Words: not null } turned)
        {
            var limit = text.Value[turned.Words.Length..].Trim();
            var advice = $"Add one in which '{fact}' is {limit} itself, and one just beside it.";
            return
            [
                site.Reworded(MutationKind.Comparison, text, 0, turned.Words.Length - 1, turned.Other.Trim(), advice),
                .. Numbers(site, text, turned.Words.Length, advice),
                .. NumberMutations.OfDate(site, MutationKind.Comparison, decimal.TryParse(limit, CultureInfo.InvariantCulture, out _) ? null : text, advice),
            ];
        }

        var type = vocabulary.Facts.FirstOrDefault(one => one.Name == fact);
        return type?.Type == ValueKind.Number && value is ScalarNode number
            ? Numbers(site, number, 0, $"Add one in which '{fact}' is {number.Value}, and one just beside it.")
            : ValueMutations.Of(site, value, type?.Choices ?? [], one => $"Add one in which '{fact}' is {one}, with what follows from it.");
    }

    private static IEnumerable<Mutation> Numbers(Site site, ScalarNode text, int start, string advice) =>
        decimal.TryParse(text.Value.AsSpan(start), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new[] { number - 1, number + 1 }.Select(other =>
                site.Reworded(MutationKind.Comparison, text, start, text.Value.Length - start, other.ToString(CultureInfo.InvariantCulture), advice))
            : [];
}
