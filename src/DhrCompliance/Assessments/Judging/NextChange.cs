using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>The first later day on which, with no new row, something could differ. Too early is harmless; too late is not.</summary>
internal sealed class NextChange(DateOnly asOf)
{
    public DateOnly? Day { get; private set; }

    public void Consider(DateOnly day)
    {
        if (day > asOf && day != DateOnly.MaxValue && (Day is null || day < Day))
        {
            Day = day;
        }
    }

    /// <summary>Both ends of a due date, the first due-soon day, the day after, and every step and next repeat of the path.</summary>
    public void ConsiderDue(DateInterval due, CompiledTimescale rule)
    {
        ConsiderDue(due.Earliest, rule);
        if (!due.IsDay)
        {
            ConsiderDue(due.Latest, rule);
        }
    }

    /// <summary>Events that are not over yet, or may not be.</summary>
    public void ConsiderEvents(BoundCase file)
    {
        var (isOpen, isToday) = (false, false);
        foreach (var happened in file.All)
        {
            isOpen |= happened.Latest == DateOnly.MaxValue && happened.Earliest <= asOf;
            isToday |= happened.Latest == asOf;
            if (happened.Latest > asOf && happened.Latest != DateOnly.MaxValue)
            {
                Consider(happened.Earliest);
                Consider(happened.Latest);
                Consider(Add(happened.Latest, 1));
                Consider(happened.Earliest <= asOf ? Add(asOf, 1) : happened.Earliest);
            }
            else if (happened.Latest == DateOnly.MaxValue)
            {
                Consider(happened.Earliest);
            }
        }

        if (isOpen && isToday)
        {
            // What has no last day was over by today at the latest, as was what is of today; tomorrow it may have come after that.
            Consider(Add(asOf, 1));
        }

        if (file.File.KeptSince is { } kept)
        {
            Consider(kept);
        }

        foreach (var adoption in file.File.Adopted)
        {
            Consider(adoption.From);
            Consider(Add(adoption.Until ?? DateOnly.MaxValue, 1));
        }
    }

    public static DateOnly Add(DateOnly day, int days)
    {
        var number = (long)day.DayNumber + days;
        return number <= DateOnly.MinValue.DayNumber ? DateOnly.MinValue
            : number >= DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue
            : DateOnly.FromDayNumber((int)number);
    }

    private void ConsiderDue(DateOnly due, CompiledTimescale rule)
    {
        if (due == DateOnly.MaxValue || due == DateOnly.MinValue)
        {
            return;
        }

        Consider(Add(due, -rule.SoonDays));
        Consider(Add(due, 1));
        foreach (var step in rule.PathDays)
        {
            var day = Add(due, step.Offset);
            if (day <= asOf && step.Every > 0)
            {
                var passed = (asOf.DayNumber - day.DayNumber) / step.Every;
                day = Add(day, (passed + 1) * step.Every);
            }

            Consider(day);
        }
    }
}
