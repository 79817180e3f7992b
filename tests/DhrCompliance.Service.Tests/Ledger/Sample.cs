using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Ledger;

/// <summary>Rows that most tests start from.</summary>
internal static class Sample
{
    public static PartnershipRow Partnership(string id = "bexley", string? keptSince = null) =>
        new() { Id = id, Name = $"{id} partnership", Jurisdiction = "england", KeptSince = keptSince };

    public static CaseRow Case(string reference = "BEX-1", string partnership = "bexley", string? keptSince = null) =>
        new() { Reference = reference, Partnership = partnership, KeptSince = keptSince };

    public static EventRow Event(string id, string @event = "death", string? date = "2026-01-10", string reference = "BEX-1") =>
        new() { Id = id, Reference = reference, Event = @event, Date = date };

    /// <summary>One partnership with one case.</summary>
    public static void Start(LedgerWriter writer)
    {
        writer.Append(Partnership());
        writer.Append(Case());
    }
}
