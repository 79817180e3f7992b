using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Changes;
using DhrCompliance.Assessments.Explaining.Handbooks;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>A rulebook's handbook with the day it was made, and what changed since another.</summary>
public sealed record HandbookReport
{
    /// <summary>The book.</summary>
    public required Handbook Book { get; init; }

    /// <summary>The day on which it was made.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What changed since another rulebook; null: none was named.</summary>
    public RulebookChanges? Changes { get; init; }

    /// <summary>The titles of the protocols that the rulebook has and the book leaves out.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>The packs that are drafts.</summary>
    public IEnumerable<PackChapter> Drafts => Book.Packs.Where(pack => pack.Status == PackStatus.Draft);
}
