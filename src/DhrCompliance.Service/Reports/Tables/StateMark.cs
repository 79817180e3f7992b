using DhrCompliance.Assessments;
using DhrCompliance.Service.Reports.Contacts;

namespace DhrCompliance.Service.Reports.Tables;

/// <summary>How a state is marked beside its word: never by colour alone.</summary>
public enum StateTone
{
    /// <summary>Nothing to mark.</summary>
    Quiet,

    /// <summary>Late or failing.</summary>
    Wrong,

    /// <summary>Soon, or asked for.</summary>
    Soon,

    /// <summary>It cannot be told.</summary>
    Open,

    /// <summary>It stands still, with a recorded ground.</summary>
    Still,

    /// <summary>As it should be.</summary>
    Good,
}

/// <summary>The tone of a state's word.</summary>
public static class StateMark
{
    private static readonly Dictionary<string, StateTone> Tones = new(StringComparer.Ordinal)
    {
        [Words.Of(TimescaleState.Overdue)] = StateTone.Wrong,
        [Words.Of(CheckState.Fails)] = StateTone.Wrong,
        [Words.Of(TimescaleState.DueSoon)] = StateTone.Soon,
        [Words.Of(TimescaleState.Outstanding)] = StateTone.Soon,
        [Words.Of(TimescaleState.MetLate)] = StateTone.Soon,
        [Words.Of(TimescaleState.CannotTell)] = StateTone.Open,
        [Words.Of(TimescaleState.Paused)] = StateTone.Still,
        [Words.Of(TimescaleState.Met)] = StateTone.Good,
        [Words.Of(TimescaleState.Running)] = StateTone.Good,
        [Words.Of(CheckState.Holds)] = StateTone.Good,
        [ContactLine.Ok] = StateTone.Good,
        [ContactLine.Vacant] = StateTone.Wrong,
        [ContactLine.NotAllowed] = StateTone.Wrong,
        [ContactLine.EndsSoon] = StateTone.Soon,
    };

    public static StateTone Of(string state) => Tones.GetValueOrDefault(state);
}
