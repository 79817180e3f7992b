using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>How a whole review stands: by the row of it that most needs attention.</summary>
/// <param name="Name">In words.</param>
/// <param name="Word">For programs.</param>
/// <param name="Tone">How it is marked.</param>
/// <param name="Rank">What needs attention first comes first.</param>
public sealed record ReviewStanding(string Name, string Word, StateTone Tone, int Rank)
{
    public static ReviewStanding Overdue { get; } = new("Something overdue or out of order", "overdue", StateTone.Wrong, 0);

    public static ReviewStanding DueSoon { get; } = new("Something due soon", "due-soon", StateTone.Soon, 1);

    public static ReviewStanding Outstanding { get; } = new("Something to be done without a limit", "outstanding", StateTone.Soon, 2);

    public static ReviewStanding CannotTell { get; } = new("Something cannot be told", "cannot-tell", StateTone.Open, 3);

    public static ReviewStanding Paused { get; } = new("Paused", "paused", StateTone.Still, 4);

    public static ReviewStanding OnCourse { get; } = new("On course", "on-course", StateTone.Good, 5);

    public static ReviewStanding Closed { get; } = new("Closed", "finished", StateTone.Quiet, 6);

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<ReviewStanding> All { get; } = [Overdue, DueSoon, Outstanding, CannotTell, Paused, OnCourse, Closed];

    /// <summary>The standing of a review.</summary>
    public static ReviewStanding Of(CaseFile file, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(assessment);
        if (!assessment.Live && file.KeptSince is not null)
        {
            return Closed;
        }

        bool Timescale(TimescaleState state) => assessment.Timescales.Any(row => row.State == state);
        bool Check(CheckState state) => assessment.Checks.Any(row => row.State == state);
        return Timescale(TimescaleState.Overdue) || Check(CheckState.Fails) ? Overdue
            : Timescale(TimescaleState.DueSoon) ? DueSoon
            : Timescale(TimescaleState.Outstanding) ? Outstanding
            : Timescale(TimescaleState.Paused) ? Paused
            : Timescale(TimescaleState.CannotTell) || Check(CheckState.CannotTell) ? CannotTell
            : OnCourse;
    }
}
