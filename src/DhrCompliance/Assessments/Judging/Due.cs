using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>By when a duty is due, and what moved it.</summary>
internal struct Due
{
    /// <summary>There is a due date; otherwise the duty is outstanding until someone sets one.</summary>
    public bool Has;

    /// <summary>Whether a date was set by the day, or for this instance, is not certain; if not, the duty is outstanding.</summary>
    public bool MayBeUnset;

    /// <summary>Before pauses and extensions.</summary>
    public DateInterval Original;

    /// <summary>As it stands. A latest end of <see cref="DateOnly.MaxValue"/> says that a pause may not have ended.</summary>
    public DateInterval Current;

    /// <summary>When an outstanding duty is asked for.</summary>
    public DateInterval AskedFor;

    /// <summary>A pause that stops this clock certainly runs on the day.</summary>
    public bool PausedCertain;

    /// <summary>A pause that stops this clock may run on the day.</summary>
    public bool PausedPossible;

    /// <summary>A pause that began after the due date runs on the day.</summary>
    public bool LadderHeld;

    /// <summary>It rests on working days beyond the known holidays.</summary>
    public bool Provisional;
}
