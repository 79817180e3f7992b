using System.Collections.Immutable;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>The mails of a sweep, and what its notices become with them.</summary>
public sealed record Composition
{
    /// <summary>Notices that were not written yet.</summary>
    public ImmutableArray<NoticeRow> Notices { get; init; } = [];

    /// <summary>The mails, planned or held.</summary>
    public ImmutableArray<DeliveryRow> Deliveries { get; init; } = [];

    /// <summary>Mails that have not gone out and do not as they are, each with why.</summary>
    public ImmutableArray<(string Id, string Why)> Discarded { get; init; } = [];

    /// <summary>How many mails wait for a person because there are so many.</summary>
    public int HeldBack { get; init; }

    /// <summary>Writes it.</summary>
    public void Append(LedgerWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var (id, why) in Discarded)
        {
            writer.AppendDeliveryState(id, DeliveryState.Discarded, why);
        }

        foreach (var notice in Notices)
        {
            writer.AppendNotice(notice);
        }

        foreach (var delivery in Deliveries)
        {
            writer.AppendDelivery(delivery);
        }
    }
}
