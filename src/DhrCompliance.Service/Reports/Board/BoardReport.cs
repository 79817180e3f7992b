using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>What the board's page is made for.</summary>
/// <param name="Title">Its heading, such as the partnership's name.</param>
/// <param name="AsOf">The day assessed.</param>
/// <param name="IsDemo">True: everything in it is made up, and the page says so.</param>
/// <param name="PartnershipNames">Names by id; an id without a name is shown as it is.</param>
public sealed record BoardTerms(string Title, DateOnly AsOf, bool IsDemo, IReadOnlyDictionary<string, string> PartnershipNames);

/// <summary>
/// Everything the board's page shows, ready to be laid out: the page computes nothing. Holds no note, no free text, no fact that is
/// marked sensitive and nothing that would tell one.
/// </summary>
public sealed record BoardReport
{
    public required string Title { get; init; }

    public required DateOnly AsOf { get; init; }

    public required bool IsDemo { get; init; }

    /// <summary>The one sentence to read if only one is read.</summary>
    public required string Headline { get; init; }

    /// <summary>What must be known beside it.</summary>
    public required ImmutableArray<string> Remarks { get; init; }

    /// <summary>How many reviews stand how, live and historic apart.</summary>
    public required ImmutableArray<StandingCount> Standings { get; init; }

    public required Table Duties { get; init; }

    public required Table Overdue { get; init; }

    public required Table Findings { get; init; }

    public required Table DueSoon { get; init; }

    public required Table Outstanding { get; init; }

    public required Table Questions { get; init; }

    public required Table Failures { get; init; }

    /// <summary>The live reviews, those that need attention first.</summary>
    public required ImmutableArray<ReviewPicture> Live { get; init; }

    /// <summary>Closed reviews and loaded history.</summary>
    public required ImmutableArray<ReviewPicture> Historic { get; init; }

    /// <summary>Under what all of it was assessed: label and value.</summary>
    public required ImmutableArray<(string Label, string Value)> Provenance { get; init; }
}

/// <summary>How many reviews stand in one way.</summary>
public sealed record StandingCount(ReviewStanding Standing, int Live, int Historic);
