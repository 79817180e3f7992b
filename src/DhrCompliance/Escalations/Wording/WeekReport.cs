using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Escalations.Wording;

/// <summary>How a partnership stands in a week.</summary>
public sealed record WeekReport
{
    /// <summary>What the partnership is called.</summary>
    public required string Partnership { get; init; }

    /// <summary>What its reviews are called by the editions that govern them.</summary>
    public ImmutableArray<ReviewName> Names { get; init; } = [];

    /// <summary>Live reviews.</summary>
    public int Reviews { get; init; }

    /// <summary>What stands of them and of the partnership's own duties, by what it would tell; good practice apart.</summary>
    public ImmutableDictionary<NoticeKind, int> Standing { get; init; } = ImmutableDictionary<NoticeKind, int>.Empty;

    /// <summary>How many of the overdue have a recorded reason with a dated next step.</summary>
    public int Explained { get; init; }

    /// <summary>Good practice that is outstanding or not as it should be.</summary>
    public int GoodPractice { get; init; }

    /// <summary>Reviews that could not be assessed, or not under every rule.</summary>
    public int Failed { get; init; }

    /// <summary>Mails that wait for approval.</summary>
    public int Held { get; init; }

    /// <summary>Since when the first of them waits.</summary>
    public DateOnly? HeldSince { get; init; }

    /// <summary>Roles for which something waits that nobody holds.</summary>
    public ImmutableArray<string> Vacant { get; init; } = [];

    /// <summary>Roles whose contact ends within the next 30 days, each with the last day.</summary>
    public ImmutableArray<(string Role, DateOnly Until)> Ending { get; init; } = [];

    /// <summary>The day from which the register knows the rules in force.</summary>
    public required DateOnly RulesOf { get; init; }

    /// <summary>The rules' hash.</summary>
    public required string RulesHash { get; init; }

    /// <summary>The last day up to which holidays are known; null: none are.</summary>
    public DateOnly? HolidaysKnownUntil { get; init; }

    /// <summary>The last entry of the audit trail; null: there is none.</summary>
    public (long Sequence, string Hash)? ChainEnd { get; init; }
}
