using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Pages.Boards;

/// <summary>A partnership's report to its board on a quarter, ready to be laid out. Holds no note, no free text and nothing sensitive.</summary>
public sealed record QuarterReport
{
    public required PageTerms Terms { get; init; }

    public required string Headline { get; init; }

    public required ImmutableArray<string> Remarks { get; init; }

    public required ImmutableArray<StandingCount> Standings { get; init; }

    /// <summary>Progress of every live review.</summary>
    public required Gantt Progress { get; init; }

    /// <summary>What is otherwise since the last quarter; null: there is nothing to compare with, and the remarks say why.</summary>
    public required Table? Changes { get; init; }

    /// <summary>The action plans, as a whole and counted by what the vocabulary says of them.</summary>
    public required ImmutableArray<Completion> Completions { get; init; }

    public required Table Overdue { get; init; }

    public required Table DueSoon { get; init; }

    /// <summary>One sheet a live review.</summary>
    public required ImmutableArray<ReviewSheet> Sheets { get; init; }

    /// <summary>What programs read.</summary>
    public required IEnumerable<ReportTable> Data { get; init; }
}

/// <summary>One review on a page of its own.</summary>
/// <param name="Picture">It over time.</param>
/// <param name="Changes">What is otherwise in it since the last quarter.</param>
/// <param name="Items">Its recommendations and actions.</param>
public sealed record ReviewSheet(ReviewPicture Picture, Table? Changes, ImmutableArray<Table> Items);
