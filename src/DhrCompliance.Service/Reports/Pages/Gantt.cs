using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>Reviews over time, one below the other on one line of time; places are per cent of its width.</summary>
public sealed record Gantt
{
    public required ImmutableArray<GanttRow> Rows { get; init; }

    /// <summary>Those who held the pen in any row, each with the letter that stands for it.</summary>
    public required ImmutableArray<(string Letter, string Who)> Holders { get; init; }

    /// <summary>The months or years along the line.</summary>
    public required ImmutableArray<(string Label, double At)> Ticks { get; init; }

    /// <summary>Where the day of the page is.</summary>
    public required double Today { get; init; }
}

/// <summary>One review: its picture, and the same in words.</summary>
public sealed record GanttRow
{
    public required string Reference { get; init; }

    /// <summary>Where its own page is; null: there is none beside this page.</summary>
    public string? Href { get; init; }

    public required string Standing { get; init; }

    /// <summary>The same for programs.</summary>
    public required string StandingWord { get; init; }

    public required StateTone Tone { get; init; }

    /// <summary>What the picture is drawn from.</summary>
    public required Course Course { get; init; }

    /// <summary>The first and the last milestone that are recorded.</summary>
    public required string Actual { get; init; }

    /// <summary>The due dates of milestones as they were first set, the last of them.</summary>
    public required string Planned { get; init; }

    public required string Paused { get; init; }

    public required string Held { get; init; }

    /// <summary>Where the review began and how far it has come; null: no day is known.</summary>
    public (double From, double Until)? Bar { get; init; }

    /// <summary>From where to where it was to go; null: nothing was planned.</summary>
    public (double From, double Until)? Plan { get; init; }

    /// <summary>Milestones that happened.</summary>
    public ImmutableArray<double> Happened { get; init; } = [];

    /// <summary>Milestones' first due dates.</summary>
    public ImmutableArray<double> Due { get; init; } = [];

    /// <summary>Whose time it was, stretch by stretch; a letter, or none for a pause.</summary>
    public ImmutableArray<(double From, double Until, string? Letter)> Spans { get; init; } = [];
}
