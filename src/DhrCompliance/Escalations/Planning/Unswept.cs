using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>The days between the last sweep's and this one's, both exclusive: what fell due then is found only now.</summary>
internal sealed class Unswept(DateOnly? lastSweep, DateOnly day, QuietDays quiet)
{
    /// <summary>
    /// What the notice would have told on one of those days; null: nothing. Decided by days alone. What fell due on quiet days that last until
    /// today would not have been told by a sweep either.
    /// </summary>
    public Missed? Of(Notice notice)
    {
        if (lastSweep is not { } last || notice.StillWithoutAddress)
        {
            return null;
        }

        var began = IsMissed(notice.Began, last, notice.Path) ? notice.Began : null;
        DateOnly? step = notice.DueToTell != notice.Began && IsMissed(notice.DueToTell, last, notice.Path) ? notice.DueToTell : null;
        return began is null && step is null ? null : new Missed(last.AddDays(1), day.AddDays(-1), began, step);
    }

    private bool IsMissed(DateOnly? fell, DateOnly last, EscalationPath path) => fell is { } on && on > last && on < day && quiet.EndOf(path, on) < day;
}
