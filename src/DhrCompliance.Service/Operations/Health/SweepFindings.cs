using DhrCompliance.Service.Ledger;
using static DhrCompliance.Service.Operations.Health.HealthWords;

namespace DhrCompliance.Service.Operations.Health;

/// <summary>Whether it looks, and whether its day can be trusted.</summary>
internal static class SweepFindings
{
    /// <summary>How long after it was due a sweep may still be under way or tried again.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    public static Finding Sweep(HealthFacts facts, DateTimeOffset now)
    {
        if (facts.Service is not { } service)
        {
            return HealthFindings.NotKnown(HealthFindings.Names.Sweep);
        }

        var last = service.LastSweep is { } sweep ? $"The last good sweep is of {At(sweep.At)}" : "No sweep has finished yet";
        if (facts.SweepDue is { } due && now > due + Grace)
        {
            return Of(HealthLevel.Unhealthy, $"{last}, and one has been due since {At(due)}. {Why(service) ?? "See the service's log for what keeps it; 'dhr run' sweeps at once."}");
        }

        if (Why(service) is { } why)
        {
            return Of(HealthLevel.Degraded, $"{last}; since then {Counted(service.FailuresSince, "attempt")} failed, and it is tried again by itself. {why}");
        }

        return service.LastSweep is { Failed: > 0 and var failed }
            ? Of(HealthLevel.Degraded, $"{last}, but could not assess {Counted(failed, "case")}: 'dhr run' names them and what to mend.")
            : Of(HealthLevel.Ok, $"{last}.");
    }

    public static Finding Clock(HealthFacts facts, DateTimeOffset now)
    {
        const string Name = HealthFindings.Names.Clock;
        if (facts.Service is not { } service)
        {
            return HealthFindings.NotKnown(Name);
        }

        if (service.LastSweep is not { } last || now >= last.At)
        {
            return new Finding(Name, HealthLevel.Ok, $"It is {At(now)}.");
        }

        var (level, effect) = Instants.LondonDay(now) < last.Day
            ? (HealthLevel.Unhealthy, "no sweep runs until the day of that sweep is reached")
            : (HealthLevel.Degraded, "nothing is told twice, but what was recorded since is out of order");
        return new Finding(Name, level, $"The clock shows {At(now)}, before the last sweep, which began at {At(last.At)}: {effect}. Set the machine's clock, or find out whether it was wrong then.");
    }

    private static string? Why(ServiceState service) => service.LastFailure?.Reason;

    private static Finding Of(HealthLevel level, string detail) => new(HealthFindings.Names.Sweep, level, detail);
}
