using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps.Scheduling;

/// <summary>What a round of looking rests on.</summary>
/// <param name="Ledger">The register's file; opened for each round, and never made by one.</param>
/// <param name="Act">Who sweeps.</param>
/// <param name="From">The address that mails come from.</param>
/// <param name="Rules">The rulebook in force.</param>
/// <param name="Timetable">When sweeps are due.</param>
/// <param name="Attempted">Is told of each attempt, good or failed. Throws nothing.</param>
public sealed record RoundOptions(
    string Ledger, Act Act, string From, RulesSource Rules, Timetable Timetable, Action<SweepAttempt> Attempted)
{
    /// <summary>Called at each look before it is asked whether a sweep is due: looks after changed rules. Throws nothing but <see cref="OperationCanceledException"/> when stopped.</summary>
    public Action<CancellationToken>? First { get; init; }

    /// <summary>Who may be written to.</summary>
    public PostTerms Terms { get; init; } = PostTerms.Anyone;
}

/// <summary>One round of looking: asks whether a sweep is due, and makes it. Not for several threads at once.</summary>
public sealed class SweepRound(RoundOptions options, ServeState state, TimeProvider clock)
{
    private readonly Pause _pause = new(clock);

    // The service sweeps at its start, once a sweep has failed, and once another rulebook is in force, whatever is due.
    private bool _isOwed = true;

    /// <summary>
    /// True: a sweep was due and finished. One that fails is told of, and tried again after a pause that grows. Throws
    /// <see cref="OperationCanceledException"/> when stopped, and nothing else.
    /// </summary>
    public bool Look(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var now = clock.GetUtcNow();
        state.Tell(standing => standing with { NextDue = options.Timetable.Next(now) });
        options.First?.Invoke(stop);
        var hasSwept = !_pause.IsOn && Attempt(now, stop);
        state.Tell(standing => standing with { LookedAt = now });
        return hasSwept;
    }

    private bool Attempt(DateTimeOffset now, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        try
        {
            if (Sweep(now, stop) is not { } report)
            {
                return false;
            }

            _isOwed = false;
            _pause.Over();
            Tell(new SweepAttempt(now, clock.GetElapsedTime(began), report.Day, report, null, 0));
            return true;
        }
        catch (Exception error) when (!(error is OperationCanceledException && stop.IsCancellationRequested))
        {
            _isOwed = true;
            _pause.Failed(began);
            Tell(new SweepAttempt(now, clock.GetElapsedTime(began), Instants.LondonDay(now), null, error, _pause.Failures));
            return false;
        }
    }

    private SweepReport? Sweep(DateTimeOffset now, CancellationToken stop)
    {
        using var ledger = LedgerDatabase.Open(options.Ledger, OpenMode.Write, clock);
        var last = ledger.LastSweep();
        var isChanged = last is not null && ledger.Rulebooks().InForce != last.Rulebook;
        var due = options.Timetable.Due(now, last?.Day, last?.At, _isOwed || isChanged);
        if (due == DueSweep.None)
        {
            return null;
        }

        return new GoverningSweep(ledger, options.Rules, options.From) { Terms = options.Terms }.Run(null, options.Act, due == DueSweep.OfAll, stop);
    }

    private void Tell(SweepAttempt attempt)
    {
        state.Tell(standing => standing with { Sweep = attempt });
        options.Attempted(attempt);
    }
}
