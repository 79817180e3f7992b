using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;

namespace DhrCompliance.Assessments.Explaining.Glossaries;

/// <summary>What a word of the vocabulary is.</summary>
public enum WordSort
{
    /// <summary>Who acts and who is written to.</summary>
    Role,

    /// <summary>What a review has several of.</summary>
    Item,

    /// <summary>What is asked about a review, or about an item of it.</summary>
    Fact,

    /// <summary>What can happen.</summary>
    Event,

    /// <summary>A condition with a name.</summary>
    Condition,
}

/// <summary>A word of the vocabulary and what it means, in sentences.</summary>
public sealed record GlossaryEntry
{
    /// <summary>What it is.</summary>
    public required WordSort Sort { get; init; }

    /// <summary>The word, as rule files and registers write it.</summary>
    public required string Word { get; init; }

    /// <summary>The item kind it belongs to; null: the review itself.</summary>
    public string? Of { get; init; }

    /// <summary>What a person calls it; of a fact its question.</summary>
    public required string Title { get; init; }

    /// <summary>True: it never leaves in mail, calendars, board reports or the site.</summary>
    public bool Sensitive { get; init; }

    /// <summary>What is so of it, told apart by what each sentence is about.</summary>
    public required ImmutableArray<RulePoint> Says { get; init; }

    /// <summary>Of an event: what a record of others says about it. Each of those says the same from its side.</summary>
    public ImmutableArray<RulePoint> ImpliedBy { get; init; } = [];
}
