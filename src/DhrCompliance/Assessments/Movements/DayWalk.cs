using DhrCompliance.Assessments.Binding;

namespace DhrCompliance.Assessments.Movements;

/// <summary>The days that come to a case with nothing recorded, one after the other, as far as anything can change on them.</summary>
internal sealed class DayWalk(CompiledRulebook rules, BoundCase bound, SaidRows start, DateOnly until)
{
    // Beyond these nobody reads them one by one.
    private const int MostDays = 500;

    private readonly List<SaidRows> _walked = [start];

    /// <summary>The first day on which the row says this; null where the days are too many to walk.</summary>
    public DateOnly? DayOf(ChangedRow row, (string?, Calendars.DateInterval?, Calendars.DateInterval?) says)
    {
        for (var at = 0; at < MostDays; at++)
        {
            if (at == _walked.Count)
            {
                if (_walked[^1].Assessment.NextChangeOn is not { } next || next > until)
                {
                    return null;
                }

                _walked.Add(new SaidRows(rules.Assess(bound, next)));
            }

            if (_walked[at].Says(row) == says)
            {
                return _walked[at].Assessment.AsOf;
            }
        }

        return null;
    }
}
