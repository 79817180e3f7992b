namespace DhrCompliance.Rulebooks.Reading;

/// <summary>A file of the rules folder, as it was found.</summary>
/// <param name="Path">Its path as diagnostics show it, with forward slashes: <c>rules/national/guidance-2016.yaml</c>.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record RuleFile(string Path, ReadOnlyMemory<byte> Bytes);
