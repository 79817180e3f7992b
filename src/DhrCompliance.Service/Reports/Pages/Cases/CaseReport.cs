using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Pages.Cases;

/// <summary>A review's whole story, ready to be laid out. Holds no note, no free text and nothing sensitive.</summary>
public sealed record CaseReport
{
    public required PageTerms Terms { get; init; }

    public required string Headline { get; init; }

    /// <summary>Under what it stands and what comes next, and what was left out.</summary>
    public required ImmutableArray<string> Standing { get; init; }

    /// <summary>It over time.</summary>
    public required ReviewPicture Picture { get; init; }

    /// <summary>Everything that is recorded of it, in order of time.</summary>
    public required Table Events { get; init; }

    /// <summary>Every rule with its reasons and sources, what needs attention first.</summary>
    public required ImmutableArray<Explanation> Rules { get; init; }

    /// <summary>The rules whose time has not come or that do not apply, a line each.</summary>
    public required ImmutableArray<string> Quiet { get; init; }

    public required ImmutableArray<string> Questions { get; init; }

    public required ImmutableArray<string> Milestones { get; init; }

    public required ImmutableArray<string> Failures { get; init; }

    /// <summary>What went to and fro between the partnership and the Home Office.</summary>
    public required Table Rounds { get; init; }

    /// <summary>The same round by round, with whose time it was.</summary>
    public required ImmutableArray<string> RoundByRound { get; init; }

    /// <summary>What was asked for in a round, by kind.</summary>
    public required ImmutableArray<Table> Asked { get; init; }

    /// <summary>What is followed to its end, by kind.</summary>
    public required ImmutableArray<Table> Actions { get; init; }

    public required Table Notices { get; init; }

    /// <summary>What programs read.</summary>
    public required IEnumerable<ReportTable> Data { get; init; }
}

/// <summary>A notice as the case page tells it: no address and no text.</summary>
/// <param name="Day">The day it was planned for.</param>
/// <param name="Rule">The full name of its rule, or of one that was.</param>
/// <param name="Kind">Why.</param>
/// <param name="Role">To whom.</param>
/// <param name="State">What became of it.</param>
public sealed record CaseNotice(DateOnly Day, string Rule, string Kind, string Role, string State);
