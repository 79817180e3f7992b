using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Texts;

/// <summary>One text of the mails: where it stands in the files, when it is used, and what may be filled in.</summary>
/// <param name="Notice">The key that it stands below: a kind of notice, or <c>common</c>.</param>
/// <param name="Key">Its own key.</param>
/// <param name="Says">When it is used, for whoever writes it.</param>
/// <param name="Fields">The fields it may have, besides those that every text may have.</param>
public sealed record TextId(string Notice, string Key, string Says, params ImmutableArray<string> Fields)
{
    /// <summary>What every text may have: what the review is called by the edition that governs, in full and for short.</summary>
    public static ImmutableArray<string> Names { get; } = ["review", "short"];

    /// <summary>The field that stands in it once; null: none has to.</summary>
    public string? Needs { get; init; }

    /// <summary>All that may be filled in.</summary>
    public IEnumerable<string> Allowed => Fields.Concat(Names);

    /// <inheritdoc/>
    public bool Equals(TextId? other) => other is not null && other.Notice == Notice && other.Key == Key;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Notice, Key);
}
