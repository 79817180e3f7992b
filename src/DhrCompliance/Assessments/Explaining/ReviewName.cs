using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>What a review is called under the law that governs it: names change with the law, and so with the review's own dates.</summary>
/// <param name="Review">In full; null where the pack gives no such name.</param>
/// <param name="Abbreviation">Abbreviated; null where the pack gives none.</param>
public sealed record ReviewName(string? Review, string? Abbreviation)
{
    /// <summary>The names under the editions that govern or could govern a review, in their order, each once.</summary>
    public static ImmutableArray<ReviewName> Of(Assessment assessment, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(rulebook);
        return
        [
            .. assessment.Editions
                .Select(id => rulebook.Packs.FirstOrDefault(pack => string.Equals(pack.Id, id, StringComparison.Ordinal))?.Names)
                .Select(names => new ReviewName(names?.GetValueOrDefault("review"), names?.GetValueOrDefault("short")))
                .Where(name => name.Review is not null || name.Abbreviation is not null)
                .Distinct(),
        ];
    }

    /// <summary><c>domestic homicide review (DHR)</c>.</summary>
    public override string ToString() => (Review, Abbreviation) is ({ } review, { } abbreviated) ? $"{review} ({abbreviated})" : Review ?? Abbreviation ?? string.Empty;
}
