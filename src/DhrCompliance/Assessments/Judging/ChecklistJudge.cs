using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Judges a checklist: it holds once it is signed. That nobody has signed it yet is no failure.</summary>
internal static class ChecklistJudge
{
    public static (CheckState State, DateInterval? At) Judge(Sitting sitting, CompiledPattern signed, in Instance instance)
    {
        var signing = Gate.First(sitting, signed, instance);
        if (signing.Exists == Answer.No)
        {
            sitting.Because(new Reason(ReasonTemplate.ChecklistOpen, signed.Kind.Name));
            return (CheckState.NotYet, null);
        }

        if (signing.Exists == Answer.Yes && signing.On.Latest <= sitting.AsOf)
        {
            sitting.Because(new Reason(ReasonTemplate.ChecklistSigned, signed.Kind.Name, null, signing.On));
            return (CheckState.Holds, signing.On);
        }

        sitting.Miss(signed.Kind.Name);
        sitting.Because(new Reason(ReasonTemplate.RequirementUnclear, signed.Kind.Name));
        sitting.Because(new Reason(ReasonTemplate.SettledByWhether, signed.Kind.Name));
        return (CheckState.CannotTell, signing.On);
    }
}
