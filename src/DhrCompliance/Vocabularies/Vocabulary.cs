using System.Collections.Immutable;

namespace DhrCompliance.Vocabularies;

/// <summary>Every word that a rule, a register row or a notice may use. Words are compared ordinally, in lower case with hyphens.</summary>
public sealed record Vocabulary
{
    /// <summary>Facts of a case or of an item.</summary>
    public ImmutableArray<FactType> Facts { get; init; } = [];

    /// <summary>What can happen, in the order in which a review usually goes.</summary>
    public ImmutableArray<EventKind> Events { get; init; } = [];

    /// <summary>What a review has several of.</summary>
    public ImmutableArray<ItemKind> Items { get; init; } = [];

    /// <summary>Who acts and who is written to.</summary>
    public ImmutableArray<RoleType> Roles { get; init; } = [];

    /// <summary>Conditions with a name, for use wherever a condition stands.</summary>
    public ImmutableArray<NamedCondition> Conditions { get; init; } = [];
}

/// <summary>What values a fact or attribute takes.</summary>
public enum ValueKind
{
    /// <summary>yes or no.</summary>
    YesNo,

    /// <summary>A whole or decimal number.</summary>
    Number,

    /// <summary>A day, possibly known in part.</summary>
    Date,

    /// <summary>One of the declared choices.</summary>
    Choice,

    /// <summary>Several of the declared choices, separated by <c>;</c> where one cell holds them.</summary>
    Choices,

    /// <summary>Free text. Never compared by a rule except for being known or missing.</summary>
    Text,

    /// <summary>The id of a rule (short, or pack/id).</summary>
    Rule,
}

/// <summary>A fact of a case, or of the items of one kind.</summary>
public sealed record FactType
{
    /// <summary>The word.</summary>
    public required string Name { get; init; }

    /// <summary>The words it had before; a register that holds one of them means this.</summary>
    public ImmutableArray<string> Was { get; init; } = [];

    /// <summary>The question whose answer it is, asked when the fact is missing.</summary>
    public required string Question { get; init; }

    /// <summary>The item kind it belongs to; null for a fact of the case.</summary>
    public string? Of { get; init; }

    /// <summary>What values it takes.</summary>
    public required ValueKind Type { get; init; }

    /// <summary>The choices, where the type is choice or choices.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>True: never leaves in mail, calendars, board reports or the site.</summary>
    public bool Sensitive { get; init; }

    /// <summary>
    /// The event that a number of an item counts: with 2 the item belongs to the second of its kind, and is not there before that one
    /// happened. Null for every other fact.
    /// </summary>
    public string? Counts { get; init; }

    /// <summary>The pages that count or tell items by it.</summary>
    public ImmutableArray<Concern> Concerns { get; init; } = [];
}

/// <summary>A kind of thing a review has several of (deceased, agency-review, action, ...).</summary>
public sealed record ItemKind
{
    /// <summary>The word.</summary>
    public required string Name { get; init; }

    /// <summary>The words it had before; a register that holds one of them means this.</summary>
    public ImmutableArray<string> Was { get; init; } = [];

    /// <summary>What a person calls it.</summary>
    public required string Title { get; init; }

    /// <summary>The pages that tell of it beside those that tell of all.</summary>
    public ImmutableArray<Concern> Concerns { get; init; } = [];
}

/// <summary>Whom a contact in a role belongs to.</summary>
public enum RoleBinding
{
    /// <summary>One case (its review chair).</summary>
    Case,

    /// <summary>An agency.</summary>
    Agency,

    /// <summary>A partnership.</summary>
    Partnership,

    /// <summary>Everywhere (the Home Office, the operator).</summary>
    Everywhere,
}

/// <summary>A role that acts or is written to.</summary>
public sealed record RoleType
{
    /// <summary>The word.</summary>
    public required string Name { get; init; }

    /// <summary>The words it had before; a register that holds one of them means this.</summary>
    public ImmutableArray<string> Was { get; init; } = [];

    /// <summary>What a person calls it.</summary>
    public required string Title { get; init; }

    /// <summary>Whom a contact in this role belongs to.</summary>
    public required RoleBinding BoundTo { get; init; }
}

/// <summary>A condition with a name.</summary>
public sealed record NamedCondition
{
    /// <summary>The word.</summary>
    public required string Name { get; init; }

    /// <summary>What a person calls it; shown in reasons.</summary>
    public required string Title { get; init; }

    /// <summary>When it is so.</summary>
    public required Condition When { get; init; }
}
