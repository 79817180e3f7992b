using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>A timescale's row while it is made: the states it could be in, and its dates.</summary>
internal struct Draft(CompiledTimescale rule, Instance instance)
{
    private StateSet _possible;

    public DateInterval? Started;
    public DateInterval? OriginalDue;
    public DateInterval? Due;
    public DateInterval? AskedFor;
    public DateInterval? MetOn;
    public bool LadderHeld;
    public bool Provisional;
    public int LateAtLeast;
    public int LateAtMost;
    public int LateOriginalAtLeast;
    public int LateOriginalAtMost;

    public readonly StateSet Possible => _possible;

    /// <summary>The one state it can be in, or cannot-tell.</summary>
    public readonly TimescaleState State => int.IsPow2(_possible.Bits)
        ? (TimescaleState)int.TrailingZeroCount(_possible.Bits)
        : TimescaleState.CannotTell;

    public void Add(StateSet states) => _possible = new StateSet(_possible.Bits | states.Bits);

    public void Add(TimescaleState state) => _possible = _possible.With(state);

    public readonly TimescaleResult Result(Sitting sitting)
    {
        var state = State;
        var target = Due is { IsDay: true } due && due.Earliest != DateOnly.MaxValue ? sitting.Calendar.LastWorkingDayOnOrBefore(due.Earliest) : default(DateOnly?);
        if (state != TimescaleState.CannotTell)
        {
            sitting.Missing.Clear();
        }

        return new TimescaleResult
        {
            Rule = rule.Rule,
            Instance = instance.Id,
            Item = instance.ItemId(sitting.File),
            State = state,
            Possible = _possible,
            Started = Started,
            OriginalDue = OriginalDue,
            Due = Due,
            Target = target,
            AskedFor = AskedFor,
            MetOn = MetOn,
            LadderHeld = LadderHeld,
            Provisional = Provisional || (target is { } day && day > sitting.Calendar.KnownUntil),
            DaysLateAtLeast = LateAtLeast,
            DaysLateAtMost = LateAtMost,
            DaysLateAgainstOriginalAtLeast = LateOriginalAtLeast,
            DaysLateAgainstOriginalAtMost = LateOriginalAtMost,
            Missing = sitting.TakeMissing(),
            Because = sitting.TakeReasons(),
        };
    }
}
