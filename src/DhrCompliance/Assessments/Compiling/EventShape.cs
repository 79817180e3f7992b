using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>An event kind by slot: attributes in an array, and what it implies.</summary>
internal sealed class EventShape
{
    private readonly string[] _attributes;

    public EventShape(int slot, EventKind kind, int itemKind)
    {
        Slot = slot;
        Kind = kind;
        ItemKind = itemKind;
        _attributes = [.. kind.Attributes.Select(attribute => attribute.Name)];
        Reason = Meaning(AttributeMeaning.Reason);
        About = Meaning(AttributeMeaning.Rule);
        Until = Meaning(AttributeMeaning.Until);
        ReviewBy = Meaning(AttributeMeaning.ReviewBy);
        AgreedBy = Meaning(AttributeMeaning.AgreedBy);
    }

    public int Slot { get; }

    public EventKind Kind { get; }

    /// <summary>The slot of the item kind it happens to; -1 for an event of the case.</summary>
    public int ItemKind { get; }

    public int Reason { get; }

    public int About { get; }

    public int Until { get; }

    public int ReviewBy { get; }

    public int AgreedBy { get; }

    public string Name => Kind.Name;

    public int AttributeCount => _attributes.Length;

    /// <summary>What could not have happened before it, certain implications only.</summary>
    public ImmutableArray<CompiledImplication> ImpliedBy { get; set; } = [];

    /// <summary>What it raises only a question about.</summary>
    public ImmutableArray<CompiledImplication> SuggestedBy { get; set; } = [];

    /// <summary>What it is not expected after, compiled; null: nothing.</summary>
    public CompiledPattern? NotAfter { get; set; }

    /// <summary>The kind that it ends; null: it ends nothing.</summary>
    public EventShape? Ends { get; set; }

    /// <summary>Whether an event of the kind can be odd by itself, so that it is worth a look.</summary>
    public bool MayBeOdd => Kind.ExpectedOnWorkingDay || NotAfter is not null || Ends is not null || Kind.Means is EventMeaning.PauseStart or EventMeaning.PauseEnd;

    /// <summary>The attribute's place, or -1 when the kind has none of that name.</summary>
    public int AttributeAt(string name) => Array.IndexOf(_attributes, name);

    private int Meaning(AttributeMeaning meaning)
    {
        for (var i = 0; i < Kind.Attributes.Length; i++)
        {
            if (Kind.Attributes[i].Means == meaning)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <summary>Events that could not have happened before an event of <see cref="Kind"/>.</summary>
internal sealed record CompiledImplication(
    EventShape Kind,
    ImmutableArray<CompiledPattern> By,
    ImmutableArray<KeyValuePair<int, string>> With,
    bool Each);
