using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Cases;

/// <summary>What a register says of one subject (a review, or a partnership with events of its own) at one moment of knowledge, by word. Holds no withdrawn or superseded row.</summary>
public sealed record CaseFile
{
    /// <summary>The case reference, or the partnership's id.</summary>
    public required string Reference { get; init; }

    /// <summary>What kind of subject.</summary>
    public SubjectKind Kind { get; init; }

    /// <summary>The partnership that commissioned the review.</summary>
    public required string Partnership { get; init; }

    /// <summary>The jurisdiction word of that partnership (england, wales).</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Other partnerships with a part in the review.</summary>
    public ImmutableArray<CasePartnership> OtherPartnerships { get; init; } = [];

    /// <summary>The day from which the register is kept, of the case or else of its partnership; null for loaded history.</summary>
    public DateOnly? KeptSince { get; init; }

    /// <summary>Facts of the case that are known, as text typed by the vocabulary (several choices are separated by <c>;</c>).</summary>
    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What happened or is planned, in no particular order.</summary>
    public ImmutableArray<CaseEvent> Events { get; init; } = [];

    /// <summary>What the review has several of.</summary>
    public ImmutableArray<CaseItem> Items { get; init; } = [];

    /// <summary>Of a review: what is recorded of that partnership itself, such as the meetings of its board; null where nothing is.</summary>
    public CaseFile? OfPartnership { get; init; }

    /// <summary>The local packs the partnership adopted.</summary>
    public ImmutableArray<Adoption> Adopted { get; init; } = [];
}

/// <summary>A partnership with a part in a review (joint, lead, contributing, administering).</summary>
public sealed record CasePartnership(string Partnership, string Part);

/// <summary>A local pack adopted from a day (inclusive) until a day (inclusive; null: until now).</summary>
public sealed record Adoption(string Pack, DateOnly From, DateOnly? Until);

/// <summary>Something that happened, or is planned.</summary>
public sealed record CaseEvent
{
    /// <summary>Its id in the register; never reused.</summary>
    public required string Id { get; init; }

    /// <summary>The event's word.</summary>
    public required string Event { get; init; }

    /// <summary>The id of the item it happened to; null for the case itself.</summary>
    public string? Item { get; init; }

    /// <summary>When.</summary>
    public required DateInterval Date { get; init; }

    /// <summary>What is recorded with it, as text typed by the vocabulary. An empty value is never present.</summary>
    public ImmutableDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The day on which the service first saw it (Europe/London): what is not plannable had happened by then. Null where it is not known.</summary>
    public DateOnly? RecordedOn { get; init; }
}

/// <summary>One of the things a review has several of.</summary>
public sealed record CaseItem
{
    /// <summary>Its id in the register.</summary>
    public required string Id { get; init; }

    /// <summary>The item kind's word.</summary>
    public required string Kind { get; init; }

    /// <summary>Its facts that are known, as text typed by the vocabulary.</summary>
    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;
}
