using System.Collections.Immutable;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>
/// Ids of mails that the register does not have yet. Two mails to one address that tell the same notices have one id: where the first has gone out or still may, the
/// second is none; where it never will, the second takes another id, always the same, so that a clash fails no sweep.
/// </summary>
/// <param name="existing">A delivery of the register by its id; null: there is none. Asked by one thread at a time.</param>
/// <param name="replaces">The delivery that the mails replace, so that they have other ids than it; null: none.</param>
internal sealed class FreeIds(Func<string, DeliveryRow?> existing, string? replaces)
{
    private readonly Lock _one = new();
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>The id; null where the person has such a mail, or it is on its way.</summary>
    public string? Of(ImmutableArray<string> keys, string address)
    {
        var told = replaces is null ? keys : keys.Add($"instead of {replaces}");
        lock (_one)
        {
            var id = DeliveryIds.Of(told, address);
            for (var before = 1; existing(id) is { } earlier; before++)
            {
                if (earlier.State is not (DeliveryState.Discarded or DeliveryState.Failed))
                {
                    return null;
                }

                id = DeliveryIds.Of(told.Add(FormattableString.Invariant($"after {before} that never went out")), address);
            }

            return _given.Add(id) ? id : null;
        }
    }
}
