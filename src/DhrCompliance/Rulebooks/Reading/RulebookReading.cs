using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Reading;

/// <summary>What came of reading a set of rule files.</summary>
public sealed record RulebookReading
{
    /// <summary>The rulebook, whole; null where there is any error.</summary>
    public required Rulebook? Rulebook { get; init; }

    /// <summary>The hash of the files, whether or not they make a rulebook.</summary>
    public required string Hash { get; init; }

    /// <summary>Everything found, ordered by path, line and column; warnings and information do not keep a rulebook back.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
