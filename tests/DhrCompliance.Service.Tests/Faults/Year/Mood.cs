namespace DhrCompliance.Service.Tests.Faults.Year;

/// <summary>What goes wrong in one attempt to sweep and mail.</summary>
internal enum Mood
{
    Well,

    /// <summary>Killed while it writes to the register.</summary>
    KilledWriting,

    /// <summary>Killed before the mail server has a mail.</summary>
    KilledBefore,

    /// <summary>Killed when the mail server has accepted a mail and nobody was told.</summary>
    KilledAfter,

    /// <summary>The mail server is down.</summary>
    Down,

    /// <summary>The mail server goes down in the middle.</summary>
    GoesDown,

    /// <summary>The mail server refuses some mails for now.</summary>
    Greylists,

    /// <summary>The mail server takes a mail and the connection breaks before it says so.</summary>
    BreaksOff,

    /// <summary>The clock shows an hour less.</summary>
    HourBack,

    /// <summary>The clock shows a day less: no sweep is made.</summary>
    DayBack,
}
