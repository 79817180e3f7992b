using System.Collections.Immutable;
using DhrCompliance.Calendars;

namespace DhrCompliance.Vocabularies;

/// <summary>Events of one kind whose attributes are as named.</summary>
public sealed record EventPattern
{
    /// <summary>The event's word.</summary>
    public required string Event { get; init; }

    /// <summary>Each must hold; an attribute that is not recorded makes the match uncertain.</summary>
    public ImmutableArray<AttributeTest> Where { get; init; } = [];

    /// <summary>Only those that come after some event matching this; null for all.</summary>
    public EventPattern? After { get; init; }

    /// <summary>
    /// Only those that no event matching this comes after, or on the same day, by the moment at which a condition is asked; null for all. The event that a
    /// check is about is none of these. Of conditions alone.
    /// </summary>
    public EventPattern? Since { get; init; }
}

/// <summary>The attribute has one of the values.</summary>
public sealed record AttributeTest(string Attribute, ImmutableArray<string> OneOf);

/// <summary>A question with three answers: yes, no and cannot tell (Kleene's strong logic). A closed set of forms.</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }
}

/// <summary>Every one of them.</summary>
public sealed record AllOf(ImmutableArray<Condition> Parts) : Condition;

/// <summary>At least one of them.</summary>
public sealed record AnyOf(ImmutableArray<Condition> Parts) : Condition;

/// <summary>Not so.</summary>
public sealed record NotSo(Condition Inner) : Condition;

/// <summary>A condition of the vocabulary, by name.</summary>
public sealed record Named(string Name) : Condition;

/// <summary>How a fact is compared.</summary>
public enum Comparison
{
    /// <summary>Is one of the values (for choices: has at least one of them).</summary>
    OneOf,

    /// <summary>At least the number.</summary>
    AtLeast,

    /// <summary>At most the number.</summary>
    AtMost,

    /// <summary>More than the number.</summary>
    MoreThan,

    /// <summary>Less than the number.</summary>
    LessThan,

    /// <summary>Is recorded. Never cannot-tell.</summary>
    Known,

    /// <summary>Is not recorded. Never cannot-tell.</summary>
    Missing,

    /// <summary>Before the date.</summary>
    Before,

    /// <summary>On or after the date.</summary>
    OnOrAfter,
}

/// <summary>A fact of the case, or within <see cref="OverItems"/> of the item.</summary>
public sealed record FactTest : Condition
{
    /// <summary>The fact's word.</summary>
    public required string Fact { get; init; }

    /// <summary>How it is compared.</summary>
    public required Comparison Comparison { get; init; }

    /// <summary>For <see cref="Comparison.OneOf"/>: the values, typed by the vocabulary (yes/no as "yes"/"no").</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>For comparisons with a number.</summary>
    public decimal Number { get; init; }

    /// <summary>For comparisons with a date.</summary>
    public DateInterval Date { get; init; }
}

/// <summary>How many items must satisfy a condition.</summary>
public enum Quantifier
{
    /// <summary>At least one; over none: cannot tell.</summary>
    Any,

    /// <summary>All; over none: cannot tell.</summary>
    Every,
}

/// <summary><c>any-of: deceased</c> / <c>every-of: family-contact</c>: items of a kind that satisfy a condition on their own facts and events.</summary>
public sealed record OverItems(Quantifier Quantifier, string ItemKind, Condition Body) : Condition;

/// <summary>How an event is asked about.</summary>
public enum Occurrence
{
    /// <summary>Has happened by the day (recorded or implied).</summary>
    Happened,

    /// <summary>Has not happened by the day; before the register was kept: cannot tell.</summary>
    NotHappened,

    /// <summary>Happened, and each was ended by the event that the vocabulary says ends it.</summary>
    Concluded,
}

/// <summary>An event of the case; within <see cref="OverItems"/>, of the item where the event belongs to that item kind (<c>has:</c>).</summary>
public sealed record EventTest(EventPattern Event, Occurrence Occurrence) : Condition;
