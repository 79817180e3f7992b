namespace DhrCompliance.Service.Ledger;

/// <summary>The last entry of a partnership's chain (an empty name: of what belongs to no partnership).</summary>
/// <param name="Partnership">The partnership's id.</param>
/// <param name="Sequence">How many entries it has.</param>
/// <param name="Hash">The hash of the last, in hexadecimal.</param>
public sealed record ChainHead(string Partnership, long Sequence, string Hash);
