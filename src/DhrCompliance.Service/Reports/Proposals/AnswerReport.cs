using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Scenarios;

namespace DhrCompliance.Service.Reports.Proposals;

/// <summary>What is answered to whoever handed in changed rule files that have no impact to show.</summary>
public sealed record AnswerReport
{
    /// <summary>The answer in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>When it was found.</summary>
    public required string When { get; init; }

    /// <summary>What it means and what to do, a paragraph each.</summary>
    public required ImmutableArray<string> Paragraphs { get; init; }

    /// <summary>Mistakes, in the order of the files.</summary>
    public ImmutableArray<Diagnostic> Mistakes { get; init; } = [];

    /// <summary>Scenarios that are not as expected.</summary>
    public ImmutableArray<ScenarioResult> Failing { get; init; } = [];
}
