using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger;

/// <summary>Rows of the register, each table ordered by its key. Withdrawn events are there, flagged; a part that ended is there too.</summary>
public sealed record RegisterRows
{
    public ImmutableArray<PartnershipRow> Partnerships { get; init; } = [];

    public ImmutableArray<ProtocolRow> Protocols { get; init; } = [];

    public ImmutableArray<ContactRow> Contacts { get; init; } = [];

    public ImmutableArray<CaseRow> Cases { get; init; } = [];

    public ImmutableArray<CasePartnershipRow> CasePartnerships { get; init; } = [];

    public ImmutableArray<ItemRow> Items { get; init; } = [];

    public ImmutableArray<EventRow> Events { get; init; } = [];
}
