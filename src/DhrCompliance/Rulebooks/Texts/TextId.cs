using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Texts;

/// <summary>One text of the mails: where it stands in the files, when it is used, and what may be filled in.</summary>
/// <param name="Notice">The key that it stands below: a kind of notice, or <c>common</c>.</param>
/// <param name="Key">Its own key.</param>
/// <param name="Says">When it is used, for whoever writes it.</param>
/// <param name="Fields">The fields it may have, besides what a review is called.</param>
public sealed record TextId(string Notice, string Key, string Says, params ImmutableArray<string> Fields)
{
    /// <summary>What nearly every text may have: what the review is called by the edition that governs, in full and for short.</summary>
    public static ImmutableArray<string> Names { get; } = ["review", "short"];

    /// <summary>The field whose number tells one of several: a text that may have it may be written for one and for many.</summary>
    public const string Count = "count";

    /// <summary>The fields that stand in it, each once.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Whether it may have <see cref="Names"/> too.</summary>
    public bool HasNames { get; init; } = true;

    /// <summary>Whether it may be written for one and for many.</summary>
    public bool IsCounted => Fields.Contains(Count);

    /// <summary>All that may be filled in.</summary>
    public IEnumerable<string> Allowed => HasNames ? Fields.Concat(Names) : Fields;

    /// <inheritdoc/>
    public bool Equals(TextId? other) => other is not null && other.Notice == Notice && other.Key == Key;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Notice, Key);
}
