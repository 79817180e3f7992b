using System.Collections.Immutable;

namespace DhrCompliance.Assessments.Explaining.Changes;

/// <summary>What became of a part of a rulebook.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>It is not there any more.</summary>
    Withdrawn,

    /// <summary>It has another name, and nothing else of it differs.</summary>
    Renamed,

    /// <summary>It says something else, under the same name or another.</summary>
    Changed,
}

/// <summary>How much a change matters.</summary>
public enum ChangeWeight
{
    /// <summary>What is asked, of whom, by when, or who is told.</summary>
    Substance,

    /// <summary>What it rests on: sources, what makes it binding, whether that was verified. It asks the same.</summary>
    Grounds,

    /// <summary>Only how it is said.</summary>
    Wording,
}

/// <summary>One thing that is said otherwise.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Before">The sentence before; null: nothing was said of it.</param>
/// <param name="Now">The sentence now; null: nothing is said of it.</param>
public sealed record SentenceChange(string About, string? Before, string? Now);

/// <summary>What differs about one part of a rulebook: a rule, a path, a word, a calendar or a pack itself.</summary>
public sealed record RulebookChange
{
    /// <summary>What became of it.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>How much it matters. What was added or withdrawn is of substance.</summary>
    public required ChangeWeight Weight { get; init; }

    /// <summary>Its name now (of what was withdrawn, the one it had): <c>pack/id</c>, or a word.</summary>
    public required string Name { get; init; }

    /// <summary>The name it had before, where that was another.</summary>
    public string? Was { get; init; }

    /// <summary>What a person calls it now (of what was withdrawn, called it).</summary>
    public required string Title { get; init; }

    /// <summary>Of a rule that was added or withdrawn: what it asks, or asked, in one sentence. Null for anything else.</summary>
    public string? Brief { get; init; }

    /// <summary>What it says otherwise. Empty for what was added, withdrawn or only renamed.</summary>
    public ImmutableArray<SentenceChange> Sentences { get; init; } = [];
}

/// <summary>What differs about a pack and its rules.</summary>
public sealed record PackChanges
{
    /// <summary>The pack's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its title now (of one that was withdrawn, the one it had).</summary>
    public required string Title { get; init; }

    /// <summary>What became of the pack itself: whom it governs, its title and status. Null: nothing.</summary>
    public required RulebookChange? Pack { get; init; }

    /// <summary>What its rules are compared with, where that is not the pack as it was: the title of the edition that a new one takes the place of or takes over.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>What became of its rules.</summary>
    public required ImmutableArray<RulebookChange> Rules { get; init; }

    /// <summary>How many of its rules say the same as before.</summary>
    public required int Same { get; init; }
}
