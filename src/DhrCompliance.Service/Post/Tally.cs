using System.Collections.Immutable;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>What a drain did so far.</summary>
internal sealed class Tally
{
    private readonly ImmutableArray<Undelivered>.Builder _deferred = ImmutableArray.CreateBuilder<Undelivered>();
    private readonly ImmutableArray<Undelivered>.Builder _failed = ImmutableArray.CreateBuilder<Undelivered>();
    private readonly ImmutableArray<Undelivered>.Builder _unknown = ImmutableArray.CreateBuilder<Undelivered>();
    private int _accepted;
    private int _toldBefore;

    /// <summary>The journal has all that it tells: it was not sent.</summary>
    public void AddToldBefore() => _toldBefore++;

    /// <param name="delivery">As it was before the outcome.</param>
    /// <param name="outcome">What is recorded of it.</param>
    /// <param name="now">When.</param>
    public void Add(DeliveryHistory delivery, Outcome outcome, DateTimeOffset now)
    {
        switch (outcome)
        {
            case { State: DeliveryState.Accepted }:
                _accepted++;
                break;
            case { State: DeliveryState.Planned, Answer: { } words }:
                _deferred.Add(new Undelivered(delivery.Id, delivery.Address, words, now + Attempts.Pause(delivery.Id, Attempts.Of(delivery).Count + 1)));
                break;
            case { State: DeliveryState.Failed, Answer: { } words }:
                _failed.Add(new Undelivered(delivery.Id, delivery.Address, words));
                break;
            case { State: DeliveryState.Unknown, Answer: { } words }:
                _unknown.Add(new Undelivered(delivery.Id, delivery.Address, words));
                break;
            default:
                // Nothing could be sent: it simply still waits.
                break;
        }
    }

    public DrainReport Report() => new()
    {
        Accepted = _accepted,
        ToldBefore = _toldBefore,
        Deferred = _deferred.ToImmutable(),
        Failed = _failed.ToImmutable(),
        Unknown = _unknown.ToImmutable(),
    };
}
