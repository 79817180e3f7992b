using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger;

/// <summary>One mail to one address, with its latest state.</summary>
public sealed record DeliveryRow
{
    /// <summary>Stable: from the keys of its notices and the address.</summary>
    public required string Id { get; init; }

    /// <summary>Empty where it tells of several partnerships.</summary>
    public required string Partnership { get; init; }

    public required string Address { get; init; }

    public required string MessageId { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }

    /// <summary><c>planned</c>, <c>held</c>, <c>reserved</c>, <c>accepted</c>, <c>failed</c>, <c>unknown</c> or <c>discarded</c>.</summary>
    public required string State { get; init; }

    public required DateOnly PlannedOn { get; init; }

    /// <summary>Keys of the notices it carries.</summary>
    public required ImmutableArray<string> Notices { get; init; }

    /// <summary><c>digest</c>, <c>urgent</c>, <c>held</c>, <c>backlog</c> or <c>weekly</c>; null: of an earlier version, a mail about one thing.</summary>
    public string? Kind { get; init; }

    /// <summary>Calendar entries that come with it, as RFC 5545 has them; null: none.</summary>
    public string? Calendar { get; init; }

    /// <summary>What the transport answered last.</summary>
    public string? Answer { get; init; }

    /// <summary>When the latest state was recorded. Read only.</summary>
    public DateTimeOffset? At { get; init; }
}
