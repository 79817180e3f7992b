namespace DhrCompliance.Service.Ledger;

/// <summary>An assessment as bytes.</summary>
/// <param name="Digest">SHA-256 of the conclusions, in hexadecimal, without what follows from the day alone.</param>
/// <param name="Payload">All of it.</param>
public sealed record EncodedAssessment(string Digest, ReadOnlyMemory<byte> Payload);
