using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>When a clock started.</summary>
/// <param name="Exists">Yes: recorded or implied. CannotTell: something may be a start. No: nothing recorded or implied is one.</param>
/// <param name="On">The date, as of the day.</param>
/// <param name="Event">The event; null for a date of the instance itself.</param>
/// <param name="Source">The place in the list of starts; -1 for the instance's own date.</param>
/// <param name="Word">The word shown.</param>
internal readonly record struct Start(Answer Exists, DateInterval On, BoundEvent? Event, int Source, string Word)
{
    /// <summary>More than one of the list may be the start; <see cref="Source"/> names the one that certainly is, if none before it in the list was.</summary>
    public bool IsMixed { get; init; }

    /// <summary>The rule whose lateness starts it; null: an event or a date does.</summary>
    public CompiledOverdue? Overdue { get; init; }

    public bool IsImplied => Event is { Recorded: null };
}

/// <summary>Finds the start: the first in the list that is recorded, then the first that is implied.</summary>
internal static class StartFinder
{
    /// <summary>Finds the start that is not before <paramref name="after"/> (for a clock that is started anew).</summary>
    public static Start Find(Sitting sitting, CompiledTimescale rule, in Instance instance, DateOnly after)
    {
        if (rule.Starts.IsEmpty)
        {
            // An event starts its own instance once, and nothing starts it anew.
            return instance.Event is { } own && after == DateOnly.MinValue ? new Start(Answer.Yes, own.On(sitting.AsOf), own, -1, own.Kind.Name)
                : instance.Period is { } period && period.Last >= after ? new Start(Answer.Yes, DateInterval.On(period.Last), null, -1, Recurrence.LastDay)
                : new Start(Answer.No, default, null, -1, "");
        }

        var possible = default(Start);
        for (var implied = 0; implied < 2; implied++)
        {
            for (var source = 0; source < rule.Starts.Length; source++)
            {
                var found = At(sitting, rule, instance, source, implied == 1, after);
                if (found.Exists == Answer.Yes)
                {
                    return possible.Exists == Answer.No ? found : found with { On = found.On.Hull(possible.On), IsMixed = true };
                }

                if (found.Exists == Answer.CannotTell)
                {
                    possible = possible.Exists == Answer.No ? found : possible with { On = possible.On.Hull(found.On), IsMixed = true };
                }
            }
        }

        return possible.Exists == Answer.No
            ? new Start(Answer.No, default, null, 0, rule.Starts[0].Name) { Overdue = rule.Starts[0].Overdue }
            : OrUnrecorded(sitting, rule, possible, after);
    }

    /// <summary>Where what is recorded may not be the start as of the day, or another rule not have fallen overdue, an event of the list that nobody recorded may have started the clock.</summary>
    private static Start OrUnrecorded(Sitting sitting, CompiledTimescale rule, Start possible, DateOnly after)
    {
        foreach (var start in rule.Starts)
        {
            if (start.Event is { } pattern && sitting.File.Unrecorded(pattern.Kind, after, sitting.AsOf) is { } window)
            {
                sitting.Miss(pattern.Kind.Name);
                possible = possible with { On = possible.On.Hull(window), IsMixed = true };
            }
        }

        return possible;
    }

    private static Start At(Sitting sitting, CompiledTimescale rule, in Instance instance, int source, bool implied, DateOnly after)
    {
        var start = rule.Starts[source];
        if (start.Overdue is { } overdue)
        {
            return implied ? default : OverdueStarts.Find(sitting, overdue, instance, source, after);
        }

        if (start.Round is { } round)
        {
            return implied ? default : RoundDates.Start(sitting, round, start, instance, source, after);
        }

        if (start.Event is null)
        {
            return implied || OwnDate(sitting, start, instance) is not { } date || date.Latest < after
                ? default
                : new Start(Answer.Yes, date, null, source, start.Name);
        }

        var certain = default(BoundEvent);
        var hull = default(DateInterval?);
        var possible = default(BoundEvent);
        foreach (var happened in sitting.File.Of(start.Event.Kind))
        {
            // As of a past day a later event has not happened; what it implies still bounds earlier ones.
            var on = happened.On(sitting.AsOf);
            if (happened.Recorded is null != implied || on.Earliest > sitting.AsOf || on.Latest < after || !About(happened, instance))
            {
                continue;
            }

            var match = start.Event.Match(happened, sitting.File);
            if (match == Answer.No)
            {
                continue;
            }

            if (match == Answer.Yes && (certain is null || on.Latest < certain.On(sitting.AsOf).Latest))
            {
                certain = happened;
            }

            possible ??= happened;
            hull = hull is { } other ? other.Hull(on) : on;
        }

        if (hull is not { } all)
        {
            return default;
        }

        // The earliest that matches: not before the earliest that may, not after the first that certainly does.
        var latest = certain?.On(sitting.AsOf).Latest ?? all.Latest;
        var earliest = all.Earliest > after || after == DateOnly.MinValue ? all.Earliest : after;
        // Where it may not have happened by the day, another of the list may be the start as of the day.
        var spans = certain is not null && latest > sitting.AsOf;
        return new Start(
            certain is null || spans ? Answer.CannotTell : Answer.Yes,
            new DateInterval(earliest, latest < earliest ? earliest : latest),
            certain ?? possible,
            source,
            start.Name);
    }

    private static bool About(BoundEvent happened, in Instance instance) =>
        happened.Kind.ItemKind < 0 || instance.Item < 0 || happened.Item == instance.Item;

    private static DateInterval? OwnDate(Sitting sitting, in CompiledStart start, in Instance instance) =>
        OwnDates.Of(sitting.File, instance, start.Attribute, start.Fact, start.Day);
}

/// <summary>Dates recorded with an instance itself.</summary>
internal static class OwnDates
{
    public static DateInterval? Of(BoundCase file, in Instance instance, int attribute, int fact, PeriodDay day)
    {
        if (instance.Period is { } period)
        {
            return DateInterval.On(day == PeriodDay.First ? period.First : period.Last);
        }

        if (instance.Event is { } happened && attribute >= 0)
        {
            return Parse(happened.Attributes[attribute]);
        }

        return instance.Item >= 0 && fact >= 0 && file.Items[instance.Item].Facts[fact] is { Text: not null } value ? value.Date : null;
    }

    public static DateInterval? Parse(string? text) =>
        text is not null && PartialDate.TryParse(text, out var date, out _) ? date : null;
}
