using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Commands.Serving.Logs;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Settings;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Commands.Serving.Intaking;

/// <summary>Looks into the intake folder at each round, takes what has settled, and has it told what was refused. What it is kept from doing it does at the next round. Not for several threads at once.</summary>
internal sealed class IntakeRound(ServiceSettings settings, string path, RulesInForce rules, IntakePost post, Act act, ILogger log, TimeProvider clock)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    private readonly IntakeFolder _folder = new(path);
    private readonly Settling _settling = new(clock, Apart);
    private readonly Dictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);
    private volatile IntakeStanding? _standing;

    /// <summary>How the folder stood at the last look; null: it was not looked at yet. For any thread.</summary>
    public IntakeStanding? Standing => _standing;

    /// <summary>Throws nothing but <see cref="OperationCanceledException"/> when stopped.</summary>
    public void Look(CancellationToken stop)
    {
        try
        {
            var look = _folder.Look(_settling.Is);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.Write, clock);
            var desk = new IntakeDesk(settings, _folder, act, clock);
            foreach (var unit in _folder.Units().Concat(Claims(look)))
            {
                stop.ThrowIfCancellationRequested();
                Take(unit, desk, ledger, stop);
            }

            post.Tell(ledger, rules.Now(ledger).Rulebook);
            Tell(_folder.Look(_settling.Is), null);
        }
        catch (Exception error) when (!(error is OperationCanceledException && stop.IsCancellationRequested))
        {
            Trouble(error);
        }
    }

    /// <summary>CSV files that lie there together refer to each other, and are taken together.</summary>
    private IEnumerable<string> Claims(IntakeLook look)
    {
        var tables = look.Ready.Where(IsTable).ToList();
        foreach (var name in look.Ready.Where(name => !IsTable(name)))
        {
            if (_folder.Claim([name], clock.GetUtcNow()) is { } unit)
            {
                yield return unit;
            }
        }

        if (tables.Count > 0 && !look.Growing.Any(IsTable) && _folder.Claim(tables, clock.GetUtcNow()) is { } together)
        {
            yield return together;
        }
    }

    private static bool IsTable(string name) => name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>One that cannot be taken now keeps no other from it.</summary>
    private void Take(string unit, IntakeDesk desk, LedgerDatabase ledger, CancellationToken stop)
    {
        try
        {
            var row = desk.Take(unit, ledger, rules.Now(ledger).Rulebook.Rulebook, stop);
            log.IntakeTaken(unit, row.Made, row.Refused);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.IntakeNotTaken(unit, error.GetType().Name);
        }
    }

    private void Tell(IntakeLook look, string? fault)
    {
        var now = clock.GetUtcNow();
        string[] waiting = [.. look.Ready, .. look.Growing, .. fault is null ? _folder.Units() : []];
        foreach (var gone in _since.Keys.Except(waiting).ToList())
        {
            _since.Remove(gone);
        }

        foreach (var name in waiting)
        {
            _since.TryAdd(name, now);
        }

        var facts = new IntakeStanding(waiting.Length, _since.Count == 0 ? null : _since.Values.Min(), look.Left, fault);
        _standing = facts;
        post.Stuck(facts, now);
    }

    private void Trouble(Exception error)
    {
        log.IntakeNotLookedAt(error is LedgerException fault ? fault.Fault.ToString() : error.GetType().Name);
        if (error is IOException or UnauthorizedAccessException)
        {
            Tell(new IntakeLook([], [], 0), error.GetType().Name);
        }
    }
}
