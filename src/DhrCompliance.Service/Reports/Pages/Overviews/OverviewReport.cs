using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Pages.Overviews;

/// <summary>All reviews at a glance, ready to be laid out. Holds no note, no free text and nothing sensitive.</summary>
public sealed record OverviewReport
{
    public required PageTerms Terms { get; init; }

    /// <summary>The one sentence to read if only one is read.</summary>
    public required string Headline { get; init; }

    public required ImmutableArray<string> Remarks { get; init; }

    public required ImmutableArray<StandingCount> Standings { get; init; }

    /// <summary>The live reviews over time, those that need attention first.</summary>
    public required Gantt Live { get; init; }

    /// <summary>Closed reviews and loaded history.</summary>
    public required Gantt Historic { get; init; }

    public required Table DueSoon { get; init; }

    public required Table Overdue { get; init; }

    public required Table Questions { get; init; }

    public required Table Failures { get; init; }

    /// <summary>What programs read: every row, also of lists that the page shortens.</summary>
    public required IEnumerable<ReportTable> Data { get; init; }
}
