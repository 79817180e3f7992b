namespace DhrCompliance.Service.Ledger;

/// <summary>What a sweep did.</summary>
public sealed record SweepCounts(int Assessed, int Failed, int Notices, int Deliveries);
