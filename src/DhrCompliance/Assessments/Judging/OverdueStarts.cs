using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Clocks that start on the day after another rule's due date, once that rule has fallen overdue: told from its rows, which are judged before.</summary>
internal static class OverdueStarts
{
    public static Start Find(Sitting sitting, CompiledOverdue overdue, in Instance instance, int source, DateOnly after)
    {
        var (exists, on) = default((Answer?, DateInterval));
        foreach (var rule in overdue.Rules)
        {
            if (First(sitting, rule, instance) is not { } one)
            {
                continue;
            }

            // Of several editions one governs, and it is not known which.
            on = exists is null or Answer.No ? one.On : one.Exists == Answer.No ? on : on.Hull(one.On);
            exists = exists is null || exists == one.Exists ? one.Exists : Answer.CannotTell;
        }

        return exists is null or Answer.No || on.Latest < after
            ? default
            : new Start(exists.Value, on, null, source, overdue.Name) { Overdue = overdue };
    }

    /// <summary>What would settle whether the other rule fell overdue.</summary>
    public static void Miss(Sitting sitting, CompiledOverdue overdue)
    {
        foreach (var row in sitting.Timescales)
        {
            if (row.State == TimescaleState.CannotTell && overdue.Rules.Contains(row.Rule.FullName))
            {
                foreach (var word in row.Missing)
                {
                    sitting.Miss(word);
                }
            }
        }
    }

    /// <summary>The instance of the same name, else the first of all to fall overdue. Null: the rule is not judged here.</summary>
    private static (Answer Exists, DateInterval On)? First(Sitting sitting, string rule, in Instance instance)
    {
        (Answer Exists, DateInterval On)? found = null;
        foreach (var row in sitting.Timescales)
        {
            if (row.Rule.FullName != rule)
            {
                continue;
            }

            var one = Of(row, sitting.AsOf);
            if (row.Instance == instance.Id)
            {
                return one;
            }

            found = found is { } other ? Sooner(other, one) : one;
        }

        return found;
    }

    private static (Answer Exists, DateInterval On) Of(TimescaleResult row, DateOnly asOf)
    {
        var exists = row.State is TimescaleState.Overdue or TimescaleState.MetLate ? Answer.Yes
            : row.State == TimescaleState.CannotTell && (row.Possible.Has(TimescaleState.Overdue) || row.Possible.Has(TimescaleState.MetLate)) ? Answer.CannotTell
            : Answer.No;
        var on = exists == Answer.No ? default
            : row.Due is { } due ? new DateInterval(due.HasEarliest ? NextChange.Add(due.Earliest, 1) : due.Earliest, NextChange.Add(due.Latest, 1))
            : DateInterval.UpTo(asOf);
        return (exists, on);
    }

    private static (Answer Exists, DateInterval On) Sooner((Answer Exists, DateInterval On) one, (Answer Exists, DateInterval On) other)
    {
        if (one.Exists == Answer.No || other.Exists == Answer.No)
        {
            return one.Exists == Answer.No ? other : one;
        }

        if (one.Exists == Answer.CannotTell && other.Exists == Answer.CannotTell)
        {
            return (Answer.CannotTell, one.On.Hull(other.On));
        }

        // Not after the first that certainly fell overdue.
        var latest = one.Exists != Answer.Yes ? other.On.Latest
            : other.Exists != Answer.Yes || one.On.Latest < other.On.Latest ? one.On.Latest
            : other.On.Latest;
        var earliest = one.On.Earliest < other.On.Earliest ? one.On.Earliest : other.On.Earliest;
        return (Answer.Yes, new DateInterval(earliest, latest));
    }
}
