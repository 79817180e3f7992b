using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger;

/// <summary>Which deliveries; what is not given does not narrow. Ordered as they were planned.</summary>
public sealed record DeliveryFilter
{
    public static DeliveryFilter All { get; } = new();

    /// <summary>Latest states.</summary>
    public ImmutableArray<string> States { get; init; } = [];

    public string? Partnership { get; init; }

    /// <summary>Carries a notice about this case or partnership.</summary>
    public string? About { get; init; }

    public string? Address { get; init; }

    /// <summary>Only those that were planned after this delivery.</summary>
    public string? After { get; init; }

    /// <summary>At most so many.</summary>
    public int? AtMost { get; init; }
}
