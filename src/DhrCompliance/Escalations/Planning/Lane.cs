using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>A step, or one of its repeats, and the day on which it is crossed.</summary>
internal readonly record struct Rung(EscalationStep Step, int Repeat, DateOnly Day);

/// <summary>The steps of a path that tell one role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Held">Whether they need approval.</param>
/// <param name="Steps">The steps, in the path's order.</param>
/// <param name="Opening">The first of the whole path's steps that comes after the due date, whomever it tells.</param>
internal sealed record Lane(string Role, bool Held, ImmutableArray<EscalationStep> Steps, EscalationStep? Opening)
{
    /// <summary>The ids of the steps above the role to whom an explanation is enough.</summary>
    public ImmutableHashSet<string> Above { get; init; } = [];

    /// <summary>The rung crossed last by the day; of two crossed on one day, the later of the path. Null: none yet.</summary>
    public Rung? Highest(Standing standing, DateOnly asOf)
    {
        if (standing is { Part: Part.After, Reference: null })
        {
            // Nobody knows since when: the first step is told now, and nothing can be counted for the others.
            return Opening is { } opening && Steps.Contains(opening) && !(Begins(standing, opening) > asOf) ? new Rung(opening, 0, asOf) : null;
        }

        Rung? highest = null;
        foreach (var step in Steps)
        {
            if (!IsHeld(step, standing, asOf) && Crossed(step, standing, asOf) is { } rung && (highest is null || rung.Day >= highest.Value.Day))
            {
                highest = rung;
            }
        }

        return highest;
    }

    /// <summary>The steps of the part that were crossed before the highest rung's own.</summary>
    public IEnumerable<EscalationStep> Below(Rung highest, Standing standing, DateOnly asOf) =>
        Steps.Where(step => step.Id != highest.Step.Id && !IsHeld(step, standing, asOf) && Crossed(step, standing, asOf) is not null);

    /// <summary>The first day after <paramref name="asOf"/> on which the step or a repeat of it is crossed, with no new row.</summary>
    public static DateOnly? NextDay(EscalationStep step, Standing standing, DateOnly asOf)
    {
        var until = IsBefore(step) ? standing.Reference : null;
        if (FirstDay(step, standing) is not { } first)
        {
            return null;
        }

        var day = first > asOf ? first
            : step.EveryDays is > 0 and var every ? Plus(first, (((asOf.DayNumber - first.DayNumber) / every) + 1) * every)
            : null;
        return day is null || day > until ? null : day;
    }

    private bool IsHeld(EscalationStep step, Standing standing, DateOnly asOf) => standing.ExplainedUntil >= asOf && Above.Contains(step.Id);

    private static Rung? Crossed(EscalationStep step, Standing standing, DateOnly asOf)
    {
        if (IsBefore(step) != (standing.Part == Part.Before))
        {
            return null;
        }

        if (FirstDay(step, standing) is not { } first || first > asOf)
        {
            return null;
        }

        var repeat = step.EveryDays is > 0 and var every ? (asOf.DayNumber - first.DayNumber) / every : 0;
        return new Rung(step, repeat, first.AddDays(repeat * (step.EveryDays ?? 0)));
    }

    /// <summary>A step on the due date itself still comes before anything is late.</summary>
    public static bool IsBefore(EscalationStep step) => step.OffsetDays <= 0;

    private static DateOnly? FirstDay(EscalationStep step, Standing standing)
    {
        var from = standing.Part switch
        {
            Part.Before => IsBefore(step) ? standing.Reference : standing.Passing,
            Part.After => IsBefore(step) ? null : standing.CountsFrom,
            _ => null,
        };
        return from is { } reference ? Plus(reference, step.OffsetDays) : null;
    }

    /// <summary>The day of a step that counts from the day on which the path begins; null where that is its own day.</summary>
    internal static DateOnly? Begins(Standing standing, EscalationStep step) =>
        standing.NotBefore is { } day ? Plus(day, step.OffsetDays) : null;

    internal static DateOnly? Plus(DateOnly day, int days)
    {
        var number = (long)day.DayNumber + days;
        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }
}
