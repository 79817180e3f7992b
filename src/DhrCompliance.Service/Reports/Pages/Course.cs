using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>What is known of how a review went.</summary>
public sealed record Course
{
    public required string Reference { get; init; }

    /// <summary>False: closed, or loaded history.</summary>
    public required bool Live { get; init; }

    /// <summary>Milestones that happened, in order of time.</summary>
    public required ImmutableArray<CourseEvent> Happened { get; init; }

    /// <summary>The milestones' duties that had a first due date, in order of those.</summary>
    public required ImmutableArray<TimescaleResult> Due { get; init; }

    /// <summary>Whose time it was; null: it cannot be told.</summary>
    public required HeldTime? Held { get; init; }

    /// <summary>The same in stretches, with what a page calls each holder.</summary>
    public required ImmutableArray<CourseStretch> Stretches { get; init; }

    /// <summary>The day it is drawn to.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>The day it is drawn from.</summary>
    public DateOnly? First => Happened is [var first, ..] ? first.Date.Latest : null;

    /// <summary>Whether that day is known, and is not only the last that it can have been.</summary>
    public bool IsFirstKnown => Happened is [{ Date.IsDay: true }, ..];

    public IEnumerable<DateOnly> Days => Happened.Select(one => one.Date.Latest).Concat(Due.Select(row => row.OriginalDue!.Value.Latest));
}

/// <summary>A milestone that happened.</summary>
/// <param name="Date">When.</param>
/// <param name="Word">The event's word.</param>
/// <param name="What">Its title.</param>
public sealed record CourseEvent(DateInterval Date, string Word, string What);

/// <summary>A stretch of a review's time.</summary>
/// <param name="Who">The role's word, or the pause's reason.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="IsPause">True: a pause.</param>
/// <param name="From">The first day (inclusive).</param>
/// <param name="Until">The last day (exclusive).</param>
public sealed record CourseStretch(string Who, string Name, bool IsPause, DateOnly From, DateOnly Until);
