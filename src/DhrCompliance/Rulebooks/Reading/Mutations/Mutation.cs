using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>What sort of thing a mutation changes.</summary>
public enum MutationKind
{
    /// <summary>A number of days, months or times, or how they are counted.</summary>
    TimeLimit,

    /// <summary>The day from which a pack or rule governs, and by which event's date.</summary>
    Governance,

    /// <summary>A comparison with a number, a date or what is known.</summary>
    Comparison,

    /// <summary>An event, or where it stands among others.</summary>
    Event,

    /// <summary>A value that a fact, an attribute or the reason of a pause may have.</summary>
    Value,

    /// <summary>A part of a condition, or whether it is asked at all.</summary>
    Condition,

    /// <summary>Who is told, or whose duty it is.</summary>
    Recipient,
}

/// <summary>One small change of the rules, made to see whether a scenario notices it.</summary>
public sealed record Mutation
{
    internal Mutation(Node target, Node? replacement)
    {
        Target = target;
        Replacement = replacement;
    }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>The line of what is changed, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Its column, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The pack it stands in; null for what all packs share.</summary>
    public required string? Pack { get; init; }

    /// <summary>What is changed: the full name of a rule, or the id of a pack, an escalation path or a condition.</summary>
    public required string Of { get; init; }

    /// <summary>The key under which it stands: <c>within</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What sort of thing it is.</summary>
    public required MutationKind Kind { get; init; }

    /// <summary>What stands there.</summary>
    public required string Was { get; init; }

    /// <summary>What is put in its place; null: it is left out.</summary>
    public required string? Became { get; init; }

    /// <summary>What a scenario that notices it would show, as a sentence.</summary>
    public required string Advice { get; init; }

    /// <summary>What is replaced in the file's tree.</summary>
    internal Node Target { get; }

    /// <summary>Null: the target is left out.</summary>
    internal Node? Replacement { get; }
}
