using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>One review as a picture over time, and the same as words. Places along the line of time are per cent of its width.</summary>
public sealed record ReviewPicture
{
    public required string Reference { get; init; }

    public required string Partnerships { get; init; }

    public required ReviewStanding Standing { get; init; }

    /// <summary>Edition, next change, whose time it was: sentences.</summary>
    public required ImmutableArray<string> Remarks { get; init; }

    /// <summary>Milestones, in order of time; those of which no day is known have no place.</summary>
    public required ImmutableArray<PictureMark> Events { get; init; }

    /// <summary>Due dates that still matter.</summary>
    public required ImmutableArray<PictureMark> Dues { get; init; }

    public required ImmutableArray<PictureSpan> Pauses { get; init; }

    /// <summary>The months or years along the line; empty where no day is known and no picture can be drawn.</summary>
    public required ImmutableArray<(string Label, double At)> Ticks { get; init; }

    /// <summary>Where the review's own bar begins and ends.</summary>
    public required (double From, double Until) Bar { get; init; }

    public required double Today { get; init; }
}

/// <summary>A mark on the line of time: an event with its number, or a due date with its letter.</summary>
/// <param name="Label">Number or letter; the table beside the picture has the same.</param>
/// <param name="Day">When, in words.</param>
/// <param name="What">What it is.</param>
/// <param name="State">The state's word, of a due date; empty for an event.</param>
/// <param name="Tone">How it is marked.</param>
/// <param name="From">The first place it can have.</param>
/// <param name="Until">The last; the mark stands here.</param>
/// <param name="Row">The row it stands in, so that marks near each other do not overlap; -1: it has no place.</param>
public sealed record PictureMark(string Label, string Day, string What, string State, StateTone Tone, double From, double Until, int Row)
{
    /// <summary>The event's word, or the rule's full name.</summary>
    public required string Word { get; init; }

    /// <summary>When it was or is due.</summary>
    public required DateInterval Date { get; init; }

    /// <summary>It is a due date that has certainly passed unmet: the stretch from it to the day of the report is drawn.</summary>
    public bool Late => Tone is StateTone.Wrong;
}

/// <summary>A span of the line of time: a pause.</summary>
/// <param name="What">Its reason.</param>
/// <param name="When">From when until when, in words.</param>
/// <param name="From">Where it had certainly begun.</param>
/// <param name="Until">Where it had not yet ended for certain; not after <paramref name="From"/> where no day is certain.</param>
/// <param name="MayFrom">The first place it may have begun.</param>
/// <param name="MayUntil">The last place it may have ended.</param>
public sealed record PictureSpan(string What, string When, double From, double Until, double MayFrom, double MayUntil)
{
    /// <summary>When it began (inclusive).</summary>
    public required DateInterval Began { get; init; }

    /// <summary>When it ended (exclusive); null where no end is recorded.</summary>
    public required DateInterval? Ended { get; init; }
}
