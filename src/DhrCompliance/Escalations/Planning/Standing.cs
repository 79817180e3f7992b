using System.Collections.Immutable;
using DhrCompliance.Assessments;

namespace DhrCompliance.Escalations.Planning;

/// <summary>Which part of a path a row asks for.</summary>
internal enum Part
{
    /// <summary>None: nothing is to be done.</summary>
    None,

    /// <summary>The steps up to the due date.</summary>
    Before,

    /// <summary>The steps after it.</summary>
    After,

    /// <summary>The question for what is missing.</summary>
    Question,

    /// <summary>None for now, and what was told still stands.</summary>
    Held,
}

/// <summary>What a row of an assessment asks of its path.</summary>
/// <param name="Part">Which part of the path.</param>
/// <param name="Tells">What its steps tell.</param>
/// <param name="Reference">The day from which the part's steps count; null where it is not known.</param>
/// <param name="Passing">For <see cref="Part.Before"/>: the day from which the later part will count; null where it never will.</param>
internal readonly record struct Standing(Part Part, NoticeKind Tells = NoticeKind.Reminder, DateOnly? Reference = null, DateOnly? Passing = null)
{
    /// <summary>The day (inclusive) until which a recorded reason with a dated next step explains it; null: nothing does.</summary>
    public DateOnly? ExplainedUntil { get; init; }

    /// <summary>The day before which no step after the due date counts, and no question is asked: the path begins then; null: it began on its own day.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>For <see cref="Part.After"/>: the day from which its steps count; null where that is not known.</summary>
    public DateOnly? CountsFrom => Reference is not null && NotBefore > Reference ? NotBefore : Reference;

    public static Standing Of(TimescaleResult row) => row.State switch
    {
        TimescaleState.Running or TimescaleState.DueSoon when row.Due is { } due =>
            new(Part.Before, NoticeKind.Reminder, due.HasEarliest ? due.Earliest : null, due.HasLatest ? due.Latest : null),
        TimescaleState.Overdue => new(Part.After, NoticeKind.Overdue, Latest(row.Due)) { ExplainedUntil = Explained(row.Because) },
        TimescaleState.Outstanding => new(Part.After, NoticeKind.Outstanding, Latest(row.AskedFor)),
        TimescaleState.CannotTell => new(Part.Question, NoticeKind.Question),
        TimescaleState.Paused when IsLate(row) => new(Part.Held),
        _ => new(Part.None),
    };

    public static Standing Of(CheckResult row) => row.State switch
    {
        CheckState.Fails => new(Part.After, NoticeKind.CheckFails, Latest(row.At)) { ExplainedUntil = Explained(row.Because) },
        CheckState.CannotTell => new(Part.Question, NoticeKind.Question),
        _ => new(Part.None),
    };

    private static DateOnly? Explained(ImmutableArray<Reason> because)
    {
        foreach (var reason in because)
        {
            if (reason.Template == ReasonTemplate.ExplainedUntil)
            {
                return reason.Second.Latest;
            }
        }

        return null;
    }

    private static DateOnly? Latest(Calendars.DateInterval? date) => date is { HasLatest: true } known ? known.Latest : null;

    /// <summary>A pause that began after the due date cures nothing; it only holds the ladder where it is.</summary>
    private static bool IsLate(TimescaleResult row) =>
        row.DaysLateAtLeast > 0 || row.Because.Any(reason => reason.Template == ReasonTemplate.PauseTooLate);
}
