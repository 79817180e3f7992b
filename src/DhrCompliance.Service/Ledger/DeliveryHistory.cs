using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger;

/// <summary>What became of one delivery so far, without its text.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Address">To whom.</param>
/// <param name="States">Every state it was in, the first one first; at least one.</param>
public sealed record DeliveryHistory(string Id, string Address, ImmutableArray<DeliveryStateRow> States)
{
    public DeliveryStateRow Latest => States[^1];
}

/// <summary>One state of a delivery.</summary>
/// <param name="State">As <see cref="DeliveryRow.State"/>.</param>
/// <param name="Answer">What the transport answered, or why it was so; of <c>reserved</c> the transport.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who ran the program that recorded it.</param>
public sealed record DeliveryStateRow(string State, string? Answer, DateTimeOffset At, string By);
