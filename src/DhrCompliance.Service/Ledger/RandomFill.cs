namespace DhrCompliance.Service.Ledger;

/// <summary>Fills bytes with randomness; seeded in tests.</summary>
internal delegate void RandomFill(Span<byte> bytes);
