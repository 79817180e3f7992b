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
        if ((facts.Rules?.InForce ?? facts.Service?.LastSweep?.Rulebook) is not { } inForce)
        {
            return BeforeTheFirst(facts);
        }

        if (facts.Rules is { IsUsable: false })
        {
            return new Finding(Name, HealthLevel.Unhealthy, $"The rules in force, {inForce}, cannot be used by this version of the program: run the version that they were adopted with, or adopt others ('dhr rules proposals').");
        }

        var waiting = facts.Rules?.Waiting is [_, ..] some ? $" Waiting for a person to adopt: {string.Join(", ", some)} ('dhr rules proposals')." : "";
        var trouble = facts.Rules switch
        {
            { Mistakes: > 0 and var mistakes } => $"The rule files hold {Counted(mistakes, "mistake")} and cannot come into force: 'dhr rules check' names each.",
            null or { Hash: null } => "The rules folder cannot be read: give the service's user the right to, or set Rules:Folder.",
            { Refused: { } refused } => $"What lies in the rules folder cannot come into force: {refused} 'dhr rules test' shows each.",
            _ => null,
        };
        return trouble is null
            ? new Finding(Name, HealthLevel.Ok, $"In force: {inForce}.{(facts.Rules!.Hash == inForce || facts.Rules.Waiting.Contains(facts.Rules.Hash!) ? "" : $" The rules folder holds {facts.Rules.Hash}.")}{waiting}")
            : new Finding(Name, HealthLevel.Degraded, $"{trouble} The service goes on with the rules in force, {inForce}.{waiting}");
    }

    private static Finding BeforeTheFirst(HealthFacts facts)
    {
        const string Name = HealthFindings.Names.Rules;
        if (facts.Rules is { Hash: { } hash })
        {
            return new Finding(Name, HealthLevel.Ok, $"No rules are in force yet; the first sweep takes {hash}.");
        }

        var what = facts.Rules is { Mistakes: > 0 and var mistakes } ? $"The rule files hold {Counted(mistakes, "mistake")}" : "The rules folder cannot be read";
        return facts.Service?.LastFailure?.Kind == SweepFailureKind.Rules
            ? new Finding(Name, HealthLevel.Unhealthy, $"{what}, and the first sweep could not run for it. 'dhr rules check' names each mistake; the sweep is tried again by itself.")
            : new Finding(Name, HealthLevel.Degraded, $"{what}: the first sweep cannot run. 'dhr rules check' names each mistake.");
    }

    public static Finding Holidays(HealthFacts facts, DateTimeOffset now)
    {
        const string Name = HealthFindings.Names.Holidays;
        if (facts.Rules is not { Holidays: { IsEmpty: false } calendars })
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
