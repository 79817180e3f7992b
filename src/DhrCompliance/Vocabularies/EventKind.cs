using System.Collections.Immutable;

namespace DhrCompliance.Vocabularies;

/// <summary>What the engine must understand of an event, so that no event is named in code.</summary>
public enum EventMeaning
{
    /// <summary>Nothing more than that it happened.</summary>
    None,

    /// <summary>Nothing of a review comes before it.</summary>
    Beginning,

    /// <summary>A pause begins; its reason is the attribute that means <see cref="AttributeMeaning.Reason"/>.</summary>
    PauseStart,

    /// <summary>A pause ends.</summary>
    PauseEnd,

    /// <summary>Another date was agreed for a rule.</summary>
    Extension,

    /// <summary>A departure from a rule was recorded with its reason.</summary>
    Departure,

    /// <summary>A review that had ended, or was not to be, is open again.</summary>
    Reopening,

    /// <summary>A dated next step was agreed.</summary>
    NextStep,

    /// <summary>The review is closed.</summary>
    Closing,

    /// <summary>A checklist was signed.</summary>
    Signing,
}

/// <summary>What the engine must understand of an attribute.</summary>
public enum AttributeMeaning
{
    /// <summary>Nothing more than its value.</summary>
    None,

    /// <summary>The reason of a pause.</summary>
    Reason,

    /// <summary>The rule that an extension or a departure is about.</summary>
    Rule,

    /// <summary>The day that an extension or a next step names.</summary>
    Until,

    /// <summary>When a pause will be looked at again.</summary>
    ReviewBy,

    /// <summary>Who agreed or signed it.</summary>
    AgreedBy,

    /// <summary>The stage of a review whose checklist was signed.</summary>
    Stage,

    /// <summary>The day on which the partnership learned of it: until then the time is still that of whoever holds the event.</summary>
    Told,
}

/// <summary>An attribute of an event.</summary>
public sealed record AttributeType
{
    /// <summary>The word, unique within its event.</summary>
    public required string Name { get; init; }

    /// <summary>What values it takes.</summary>
    public required ValueKind Type { get; init; }

    /// <summary>The choices, where the type is choice or choices.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>What the engine must understand of it.</summary>
    public AttributeMeaning Means { get; init; }
}

/// <summary>A kind of event.</summary>
public sealed record EventKind
{
    /// <summary>The word.</summary>
    public required string Name { get; init; }

    /// <summary>The words it had before; a register that holds one of them means this.</summary>
    public ImmutableArray<string> Was { get; init; } = [];

    /// <summary>What a person calls it, in a sentence: "the decision whether to hold a review".</summary>
    public required string Title { get; init; }

    /// <summary>What the engine must understand of it.</summary>
    public EventMeaning Means { get; init; }

    /// <summary>The item kind it happens to; null for an event of the case (or of a partnership).</summary>
    public string? Of { get; init; }

    /// <summary>False: it happens once a case (or once an item); a second one is a correction or is refused.</summary>
    public bool Repeats { get; init; }

    /// <summary>True: may lie in the future.</summary>
    public bool Plannable { get; init; }

    /// <summary>True: a day that is not a working day raises a question.</summary>
    public bool ExpectedOnWorkingDay { get; init; }

    /// <summary>Whose time runs until it happens: a role; null where nobody is said to hold it.</summary>
    public string? HeldBy { get; init; }

    /// <summary>True: the time from the milestone before it is reported.</summary>
    public bool Milestone { get; init; }

    /// <summary>The event that this one ends (proceedings-ended ends proceedings-started); null where it ends none.</summary>
    public string? Ends { get; init; }

    /// <summary>A date after the first event that matches this raises a question.</summary>
    public EventPattern? NotAfter { get; init; }

    /// <summary>What is recorded with it.</summary>
    public ImmutableArray<AttributeType> Attributes { get; init; } = [];

    /// <summary>The pages that tell of it beside those that tell of all.</summary>
    public ImmutableArray<Concern> Concerns { get; init; } = [];

    /// <summary>What could not have happened before it.</summary>
    public ImmutableArray<Implication> ImpliedBy { get; init; } = [];
}

/// <summary>Events that could not have happened before the one that declares this.</summary>
public sealed record Implication
{
    /// <summary>Any of these, recorded, implies the declaring event.</summary>
    public required ImmutableArray<EventPattern> By { get; init; }

    /// <summary>What the implied event carries; other attributes are unknown.</summary>
    public ImmutableDictionary<string, string> With { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>False: raises a question, bounds nothing and supplies nothing.</summary>
    public bool Certain { get; init; } = true;

    /// <summary>True: the declaring event repeats in step with <see cref="By"/>; each implies one after the previous.</summary>
    public bool Each { get; init; }
}
