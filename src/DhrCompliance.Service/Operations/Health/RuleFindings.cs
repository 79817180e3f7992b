using DhrCompliance.Service.Ledger;
using static DhrCompliance.Service.Operations.Health.HealthWords;

namespace DhrCompliance.Service.Operations.Health;

/// <summary>Whether there are rules to judge by, and holidays to count with.</summary>
internal static class RuleFindings
{
    /// <summary>How many days ahead holidays should be known.</summary>
    public const int HorizonDays = 180;

    public static Finding Rules(HealthFacts facts)
    {
        const string Name = HealthFindings.Names.Rules;
        var inForce = facts.Service?.LastSweep?.Rulebook is { } last ? $"The last sweep used {last}" : "No sweep has used any rules yet";
        if (facts.Rules is { Hash: { } hash })
        {
            return new Finding(Name, HealthLevel.Ok, hash == facts.Service?.LastSweep?.Rulebook ? $"{inForce}." : $"{inForce}; the next one uses {hash}.");
        }

        var what = facts.Rules is { Mistakes: > 0 and var mistakes } ? $"The rule files hold {Counted(mistakes, "mistake")}" : "The rules folder cannot be read";
        return facts.Service?.LastFailure?.Kind == SweepFailureKind.Rules
            ? new Finding(Name, HealthLevel.Unhealthy, $"{what}, and a sweep could not run for it. {inForce}. 'dhr rules check' names each mistake; the sweep is tried again by itself.")
            : new Finding(Name, HealthLevel.Degraded, $"{what}: the next sweep cannot run. {inForce}. 'dhr rules check' names each mistake.");
    }

    public static Finding Holidays(HealthFacts facts, DateTimeOffset now)
    {
        const string Name = HealthFindings.Names.Holidays;
        if (facts.Rules is not { Hash: not null, Holidays: { IsEmpty: false } calendars })
        {
            return new Finding(Name, HealthLevel.Degraded, "Not known, because the rule files cannot be used: mend these first.");
        }

        var today = Instants.LondonDay(now);
        var (calendar, until) = calendars.MinBy(one => one.KnownUntil);
        var level = until < today ? HealthLevel.Unhealthy : until < today.AddDays(HorizonDays) ? HealthLevel.Degraded : HealthLevel.Ok;
        var known = $"{calendar}: holidays are known until {Day(until)}";
        return new Finding(Name, level, level == HealthLevel.Ok
            ? $"{known}."
            : $"{known}, {(level == HealthLevel.Unhealthy ? "which has passed, so that working days are counted wrongly" : $"which is less than {HorizonDays} days away")}. Add the coming years to calendars/ in the rules folder.");
    }
}
