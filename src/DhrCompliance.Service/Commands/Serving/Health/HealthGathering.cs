using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps.Scheduling;

namespace DhrCompliance.Service.Commands.Serving.Health;

/// <summary>Looks up what health is judged by. Not for several threads at once.</summary>
internal sealed class HealthGathering(ServiceSettings settings, Timetable timetable, ServeState state, TimeProvider clock, Func<IntakeStanding?>? intake = null)
{
    // The register is read beside a sweep, never behind it; who waits longer waits for somebody who lets nobody read.
    private static readonly OpenOptions Brief = OpenOptions.Default with { Patience = TimeSpan.FromMilliseconds(300) };

    private readonly RulesLook _rules = new(settings.Rules.Path);
    private readonly Soundness _soundness = new(() => IsSound(settings.Ledger.Path, clock), clock);

    public HealthFacts Gather()
    {
        var now = clock.GetUtcNow();
        var standing = state.Now;
        LedgerFault? fault = null;
        ServiceState? service = null;
        int? withoutAddress = null;
        RulesFacts? rules = null;
        try
        {
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, clock, Brief);
            service = ledger.ReadServiceState();
            withoutAddress = Outbox.WithoutAddress(ledger).Count;
            rules = _rules.Look(ledger);
            ledger.RequireWritable();
        }
        catch (LedgerException error)
        {
            fault = error.Fault;
        }

        return new HealthFacts
        {
            GatheredAt = now,
            Ledger = new LedgerFacts(fault, fault is null ? _soundness.Now() : null),
            Service = service,
            SweepDue = service?.LastSweep is { } last ? timetable.Next(last.At) : standing.StartedAt,
            PostDownSince = standing.Post?.DownSince,
            WithoutAddress = withoutAddress,
            Intake = intake?.Invoke(),
            Rules = rules ?? _rules.Look(null),
            Disks = [.. Places().Select(place => new DiskFacts(place.Of, Free(place.Path)))],
        };
    }

    private static bool IsSound(string path, TimeProvider clock)
    {
        using var ledger = LedgerDatabase.Open(path, OpenMode.ReadOnly, clock, Brief);
        return ledger.IsSound();
    }

    private IEnumerable<(string Of, string Path)> Places()
    {
        yield return ("the register", Path.GetDirectoryName(settings.Ledger.Path)!);
        if (settings.Post.Transport == PostSettings.Pickup)
        {
            yield return ("the mails' folder", settings.Pickup.Path);
        }
    }

    private static long? Free(string folder)
    {
        // A folder that is made when the first mail is written.
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { Length: > 0 } parent)
        {
            folder = parent;
        }

        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
