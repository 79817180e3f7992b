namespace DhrCompliance.Assessments.Explaining;

/// <summary>What a reader should see first: what is wrong, then what comes soon, then what is open, then what is done. 0 comes first.</summary>
public static class Attention
{
    /// <summary>The rank of a timescale's state.</summary>
    public static int Of(TimescaleState state) => state switch
    {
        TimescaleState.Overdue => 0,
        TimescaleState.DueSoon => 2,
        TimescaleState.Outstanding => 3,
        TimescaleState.CannotTell => 4,
        TimescaleState.Paused => 5,
        TimescaleState.Running => 6,
        TimescaleState.MetLate => 7,
        TimescaleState.Met => 8,
        TimescaleState.Waived => 10,
        TimescaleState.Ended => 11,
        TimescaleState.NotStarted => 12,
        _ => 14,
    };

    /// <summary>The rank of a check's state.</summary>
    public static int Of(CheckState state) => state switch
    {
        CheckState.Fails => 1,
        CheckState.CannotTell => 4,
        CheckState.Holds => 9,
        CheckState.Waived => 10,
        CheckState.NotYet => 13,
        _ => 14,
    };

    /// <summary>Whether the row is a breach where the case is live.</summary>
    public static bool IsBreach(TimescaleState state) => state is TimescaleState.Overdue;

    /// <summary>Whether the row is a breach where the case is live.</summary>
    public static bool IsBreach(CheckState state) => state is CheckState.Fails;

    /// <summary>Whether it is done in time, as it should be, or of no more concern.</summary>
    public static bool IsSettled(int rank) => rank is >= 8 and < 12;

    /// <summary>Whether nothing has happened yet that a reader need know of: told in one line, not explained at length.</summary>
    public static bool IsQuiet(int rank) => rank >= 12;
}
