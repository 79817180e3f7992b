namespace DhrCompliance.Service.Ledger;

/// <summary>A rulebook that the register keeps because it assessed a case or was proposed.</summary>
/// <param name="Hash"><c>sha256:</c> and the hash of its files.</param>
/// <param name="At">When it first was.</param>
public sealed record StoredRulebook(string Hash, DateTimeOffset At);
