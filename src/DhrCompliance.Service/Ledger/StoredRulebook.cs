namespace DhrCompliance.Service.Ledger;

/// <summary>A rulebook that the register keeps because it assessed a case.</summary>
/// <param name="Hash"><c>sha256:</c> and the hash of its files.</param>
/// <param name="At">When it first did.</param>
public sealed record StoredRulebook(string Hash, DateTimeOffset At);
