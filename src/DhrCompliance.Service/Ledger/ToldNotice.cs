using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger;

/// <summary>A notice that somebody was told.</summary>
/// <param name="Address">To whom.</param>
/// <param name="Key">The text of its key.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Kind">Why it was planned.</param>
/// <param name="PlannedOn">The day of the last mail that carries it and was accepted.</param>
public sealed record ToldNotice(string Address, string Key, string Rule, string Kind, DateOnly PlannedOn);

/// <summary>A delivery and what it carries.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Address">To whom.</param>
/// <param name="Partnership">As <see cref="DeliveryRow.Partnership"/>.</param>
/// <param name="Kind">As <see cref="DeliveryRow.Kind"/>.</param>
/// <param name="State">Its latest state.</param>
/// <param name="At">When that was recorded.</param>
/// <param name="Notices">The texts of the keys, in the mail's order.</param>
/// <param name="Withdrawn">Those of them whose ground was withdrawn.</param>
public sealed record CarriedNotices(
    string Id, string Address, string Partnership, string? Kind, string State, DateTimeOffset At, ImmutableArray<string> Notices, ImmutableArray<string> Withdrawn);
