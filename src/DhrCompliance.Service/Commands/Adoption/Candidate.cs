using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>A whole set of rule files that somebody would have in force.</summary>
internal sealed record Candidate
{
    /// <summary>Where it is from, as the register keeps it: one of <see cref="RulebookStep.Folder"/>, <see cref="RulebookStep.Command"/>, or a folder of proposals.</summary>
    public required string Source { get; init; }

    /// <summary>Where it is from, for a person: <c>the folder of rule files</c>.</summary>
    public required string From { get; init; }

    /// <summary>Every file of it.</summary>
    public required IReadOnlyList<RuleFile> Files { get; init; }

    /// <summary>The hash of what lies at the source, which may be a part of the files only.</summary>
    public required string Content { get; init; }

    /// <summary>The hash of the files.</summary>
    public required string Hash { get; init; }

    /// <summary>Who proposes it; empty: that is not known.</summary>
    public required string By { get; init; }

    /// <summary>Where the page goes that tells of it.</summary>
    public required string Page { get; init; }

    /// <summary>True: a page tells its mistakes; false: they are told to the operator.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>What was not read, and why.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];
}
