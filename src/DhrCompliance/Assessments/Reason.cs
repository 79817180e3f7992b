using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments;

/// <summary>
/// One sentence of an explanation as structure, made at the moment of the conclusion and stored with it; the
/// renderer turns it into English. What each template does with the values is said at <see cref="ReasonTemplate"/>.
/// </summary>
/// <param name="Template">Which sentence.</param>
/// <param name="Word">The event, fact, item or rule it is about.</param>
/// <param name="Other">A second word or text.</param>
/// <param name="First">A date.</param>
/// <param name="Second">A second date.</param>
/// <param name="Number">A count, usually of days.</param>
/// <param name="Number2">A second count.</param>
public readonly record struct Reason(
    ReasonTemplate Template,
    string? Word = null,
    string? Other = null,
    DateInterval First = default,
    DateInterval Second = default,
    int Number = 0,
    int Number2 = 0);

/// <summary>
/// The sentences an explanation is made of. The numbers are stored: never renumber, only add.
/// W = Word, O = Other, F = First, S = Second, N = Number, M = Number2.
/// </summary>
public enum ReasonTemplate
{
    /// <summary>The clock started with event W on F (recorded).</summary>
    StartedBy = 1,

    /// <summary>The clock started with event W, which is not recorded but implied: between F's ends, because O (an event) is recorded, on S.</summary>
    StartedByImplied = 2,

    /// <summary>The start named first, event W, is not recorded; the next was used.</summary>
    StartPreferredMissing = 3,

    /// <summary>No start is recorded or implied: W; it had not happened by the day assessed.</summary>
    NotStarted = 4,

    /// <summary>No start is recorded or implied: W; from before the register was kept, so it cannot be told.</summary>
    StartUnknown = 5,

    /// <summary>The start, event W on F, lies after the day assessed or may do.</summary>
    StartLater = 6,

    /// <summary>Due by S: the period O (such as "6 months") from F. The corresponding date rule.</summary>
    DueFrom = 7,

    /// <summary>As <see cref="DueFrom"/>, where the corresponding date does not exist and the month's last day stands (F start, S due, O period).</summary>
    DueClamped = 8,

    /// <summary>Due by the date F that someone set: W names the attribute or event.</summary>
    DueSet = 9,

    /// <summary>The working-day target is F, since S (the due date) is not a working day: O is its name (Saturday, Christmas Day).</summary>
    WorkingDayTarget = 10,

    /// <summary>
    /// The due date moved from F to S because of N paused days (at most M). S open: the pause has not ended, and N days of the limit were left
    /// when it began (0: not known, or from before this was said).
    /// </summary>
    MovedByPauses = 11,

    /// <summary>A pause for the reason W from F to S (S open when it has not ended).</summary>
    PausedFor = 12,

    /// <summary>The pause for reason W that began F, after the due date S: cures nothing, holds the ladder.</summary>
    PauseTooLate = 13,

    /// <summary>Another date, S, was agreed on F by O.</summary>
    ExtendedTo = 14,

    /// <summary>As <see cref="ExtendedTo"/>, agreed N (to M) days after the due date had passed.</summary>
    ExtendedLate = 15,

    /// <summary>Moved to F, the day the change in the law began: it never yields an earlier date.</summary>
    Floor = 16,

    /// <summary>Met by event W on F.</summary>
    MetBy = 17,

    /// <summary>Met by event W, not recorded but implied: between F's ends, because O is recorded on S.</summary>
    MetByImplied = 18,

    /// <summary>In time, with N (to M) days to spare.</summary>
    InTime = 19,

    /// <summary>Late by N (to M) days.</summary>
    Late = 20,

    /// <summary>In time, or up to N days late.</summary>
    InTimeOrLate = 21,

    /// <summary>Not met: event W is not recorded, and the register is kept since F.</summary>
    NotMet = 22,

    /// <summary>Event W is not recorded; from before the register was kept that is no evidence.</summary>
    NotRecorded = 23,

    /// <summary>Running: due in N days.</summary>
    DueIn = 24,

    /// <summary>Overdue by N (to M) days.</summary>
    OverdueBy = 25,

    /// <summary>Outstanding for N (to M) days; the source gives no limit; asked for from F.</summary>
    OutstandingFor = 26,

    /// <summary>Waived: O (the condition's title).</summary>
    WaivedBecause = 27,

    /// <summary>Ended by event W on F.</summary>
    EndedBy = 28,

    /// <summary>Does not apply: O says why.</summary>
    DoesNotApply = 29,

    /// <summary>It cannot be told whether it applies: W is missing.</summary>
    MayNotApply = 30,

    /// <summary>Added to a lateness of loaded history: unless something that is not recorded explains it.</summary>
    UnlessUnrecorded = 31,

    /// <summary>The event W that meets it, on F, lies certainly before the start S: it counts, and is asked about.</summary>
    MetBeforeStart = 32,

    /// <summary>To settle it: the date of event W.</summary>
    SettledByDateOf = 33,

    /// <summary>To settle it: whether event W happened, and when.</summary>
    SettledByWhether = 34,

    /// <summary>To settle it: the fact W.</summary>
    SettledByFact = 35,

    /// <summary>The editions O (a list) could govern, because the deciding date W is F.</summary>
    EditionsCould = 36,

    /// <summary>A pause may still be running: the end of the pause for reason W is not recorded.</summary>
    PauseMayRun = 37,

    /// <summary>Beyond the known holidays (F): provisional.</summary>
    Provisional = 38,

    /// <summary>Condition or fact W is O.</summary>
    FactIs = 39,

    /// <summary>Fact W is not recorded.</summary>
    FactMissing = 40,

    /// <summary>Order holds: W on F was on or before O on S.</summary>
    OrderHolds = 41,

    /// <summary>Order fails: W on F was after O on S.</summary>
    OrderFails = 42,

    /// <summary>Order fails: O happened on S and W has not happened since the register is kept.</summary>
    OrderWithout = 43,

    /// <summary>Order cannot be told: W on F, O on S.</summary>
    OrderUnclear = 44,

    /// <summary>Its moment, event W, has not come.</summary>
    MomentNotCome = 45,

    /// <summary>What is required is so (O: how many or which).</summary>
    RequirementHolds = 46,

    /// <summary>What is required is not so: W names what, O which item.</summary>
    RequirementFails = 47,

    /// <summary>It cannot be told whether what is required is so: W is missing.</summary>
    RequirementUnclear = 48,

    /// <summary>The clock counts from F, the O (first-day, last-day) of the period W.</summary>
    PeriodStart = 49,

    /// <summary>It cannot be told whether the pack W (O: its title) governs: it began F and the next edition S (default: none), on a day known in part.</summary>
    PackMayNotGovern = 50,

    /// <summary>Due by F, the next event W after the start.</summary>
    DueNext = 51,

    /// <summary>No event W after the start is recorded or planned, so that there is no due date yet.</summary>
    NoNext = 52,

    /// <summary>The clock started on F, the day after the due date of rule W (O: its title), which fell overdue.</summary>
    StartedByOverdue = 53,

    /// <summary>It cannot be told whether rule W (O: its title), whose lateness starts the clock, fell overdue; if so, on F.</summary>
    OverdueUnclear = 54,

    /// <summary>The clock has not started, as rule W (O: its title) is not overdue.</summary>
    NotOverdue = 55,

    /// <summary>A departure from this rule is recorded on F, agreed by O (null: nobody is named).</summary>
    DepartureRecorded = 56,

    /// <summary>Explained by a departure recorded on F with its reason, until the dated next step on S.</summary>
    ExplainedUntil = 57,

    /// <summary>A rule of the partnership's protocol, W (O: its title), departs from this one.</summary>
    DepartedFrom = 58,

    /// <summary>This rule departs from rule W (O: its title).</summary>
    DepartsFrom = 59,

    /// <summary>Question: the date of event W is not known to the day (F). Ask for it.</summary>
    AskDate = 60,

    /// <summary>Question: event W is recorded before event O, which cannot be (F, S).</summary>
    AskOrder = 61,

    /// <summary>Question: event W on F is not a working day (O names the day).</summary>
    AskWorkingDay = 62,

    /// <summary>Question: event W is recorded on F, in the future of the day assessed.</summary>
    AskFuture = 63,

    /// <summary>Question: an end W on F without a start.</summary>
    AskEndWithoutStart = 64,

    /// <summary>Question: event W on F lies after event O on S, after which none is expected.</summary>
    AskNotAfter = 65,

    /// <summary>Question: did event W happen, and when? Event O on S usually follows it.</summary>
    AskWhether = 66,

    /// <summary>Question: the fact W (O: the item) is missing.</summary>
    AskFact = 67,

    /// <summary>Question: the pause for reason W from F has no record of who agreed it or when it is looked at again (O names which).</summary>
    AskPauseTerms = 68,

    /// <summary>Question: event W on F lies before the start S of the rule O that it meets.</summary>
    AskMetBeforeStart = 69,

    /// <summary>Question: event W happens once a case, and is recorded N times.</summary>
    AskOnce = 70,

    /// <summary>This rule is tighter than rule W (O: its title).</summary>
    Tightens = 71,

    /// <summary>The checklist was signed on F (event W).</summary>
    ChecklistSigned = 72,

    /// <summary>The checklist is not signed yet (event W).</summary>
    ChecklistOpen = 73,

    /// <summary>As <see cref="DueFrom"/>, where the corresponding date does not exist and the first day of the next month stands (F start, S due, O period).</summary>
    DueRoundedUp = 74,

    /// <summary>As <see cref="DueFrom"/>, the day of the start counted as the first. N: 0 the corresponding date exists, 1 the month's last day stands for it, 2 the first of the next.</summary>
    DueCountedIn = 75,

    /// <summary>The date F, which is no working day (O is its name), moves to the working day S, after or before it.</summary>
    DueRolled = 76,

    /// <summary>As <see cref="MovedByPauses"/>, where the date so moved goes off days that are no working days as well: from F to S.</summary>
    MovedByPausesAndRolled = 77,

    /// <summary>Question: event W is recorded on the day F, but not all that would settle a rule.</summary>
    AskDetail = 78,
}
