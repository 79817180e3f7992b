namespace DhrCompliance.Calendars;

/// <summary>What a period is counted in.</summary>
public enum PeriodUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Weeks of seven calendar days.</summary>
    Weeks,

    /// <summary>Calendar months (Interpretation Act 1978, Schedule 1): the corresponding date rule.</summary>
    Months,

    /// <summary>Years of twelve calendar months.</summary>
    Years,

    /// <summary>Working days of a named calendar.</summary>
    WorkingDays,
}

/// <summary>A length of time as a rule states it, such as six months. <paramref name="Count"/> is at least 1.</summary>
public sealed record Period(int Count, PeriodUnit Unit);

/// <summary>What a month ends on where the corresponding date does not exist (31 January + 1 month).</summary>
public enum MonthRounding
{
    /// <summary>The month's last day: the rule of <i>Dodds v Walker</i> [1981] 1 WLR 1027.</summary>
    LastDay,

    /// <summary>The first day of the next month (<c>round: up</c>).</summary>
    Up,
}

/// <summary>Whether a due date moves off a day that is not a working day.</summary>
public enum Roll
{
    /// <summary>It does not move; the default, as no rule of the guidance moves it.</summary>
    None,

    /// <summary>To the next working day.</summary>
    NextWorkingDay,

    /// <summary>To the working day before.</summary>
    PreviousWorkingDay,
}

/// <summary>How a limit is counted from its start.</summary>
/// <param name="Length">The period of the rule.</param>
/// <param name="BeginningWith">True when the first day counts (<c>beginning-with: yes</c>); otherwise the day of the event is day 0.</param>
/// <param name="Rounding">What happens where the corresponding date does not exist.</param>
/// <param name="Roll">Whether the due date moves off a non-working day.</param>
public sealed record LimitTerms(
    Period Length,
    bool BeginningWith = false,
    MonthRounding Rounding = MonthRounding.LastDay,
    Roll Roll = Roll.None);
