using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Journal;

namespace DhrCompliance.Service.Post;

/// <summary>
/// Sends what waits in the outbox: reserved in the register, sent, then recorded in the same commit that reserves the next, so that a crash leaves
/// in doubt no more than the transport takes at once. One drain at a time, whatever process it runs in.
/// </summary>
public sealed class Drain(LedgerDatabase database, ITransport transport, DrainLimits limits, TimeProvider clock)
{
    /// <summary>Writing a small file is mostly waiting for the disk, and disks take several at once. No transport has more connections.</summary>
    private const int Parallelism = 10;

    /// <summary>What was sent must be recorded: an import of a large register may hold it this many times the register's patience.</summary>
    private const int Patience = 8;

    /// <summary>How long a mail on its way may take when the program is asked to stop.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Until when what became of it may wait to be recorded; a supervisor may kill after five seconds.</summary>
    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(4);

    private SentJournal? _journal;

    /// <summary>Where the journal of what was sent lies; null: none is kept.</summary>
    public JournalPlace? Journal { get; init; }

    /// <summary>
    /// Sends everything whose time has come. Throws <see cref="PostException"/> where nothing can be sent at all: what was sent before is recorded, and
    /// the rest waits. Asked to stop, it sees the mail on its way to its end, records it and returns.
    /// </summary>
    public async Task<DrainReport> Run(Act act, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(act);
        using var claim = database.TryClaim(LedgerClaim.Post);
        if (claim is null)
        {
            return new DrainReport { LeftTo = database.ClaimedBy(LedgerClaim.Post) ?? "another process" };
        }

        var tally = new Tally();
        var inquiry = new Inquiry(database, transport, clock);
        var onTheirWay = inquiry.OnTheirWay();
        if (Journal is not null && (onTheirWay.Count > 0 || inquiry.InDoubt().Count > 0 || database.HistoriesIn(DeliveryState.Planned, DeliveryState.Reserved).Count > 0))
        {
            _journal = SentJournal.Open(Journal, database);
        }

        using var journal = _journal;
        Recovery.Run(database, transport, journal, act, tally, stop);
        await inquiry.Run(inquiry.InDoubt(), onTheirWay, journal, act, tally, stop).ConfigureAwait(false);
        var due = new Queue<string>(database.HistoriesIn(DeliveryState.Planned)
            .Where(delivery => Attempts.Of(delivery).IsDue(delivery.Id, clock.GetUtcNow()))
            .Select(delivery => delivery.Id));
        if (due.Count == 0 || stop.IsCancellationRequested)
        {
            return tally.Report();
        }

        await Open(tally, stop).ConfigureAwait(false);
        if (stop.IsCancellationRequested)
        {
            return tally.Report();
        }

        using var end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var last = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var asked = stop.Register(() =>
        {
            end.CancelAfter(Grace);
            last.CancelAfter(LastMoment);
        });
        try
        {
            await Send(act, due, tally, stop, end.Token, last.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Another program held the register. What could not be recorded is found by the next drain.
        }

        return tally.Report();
    }

    private async Task Send(Act act, Queue<string> due, Tally tally, CancellationToken stop, CancellationToken end, CancellationToken last)
    {
        var batch = Turn(act, [], [], due, tally, stop);
        while (batch.Count > 0)
        {
            var began = clock.GetTimestamp();
            var (told, untold) = await Hand(batch, end).ConfigureAwait(false);
            var pause = limits.TimeFor(batch.Count) - clock.GetElapsedTime(began);
            var blocked = told.FirstOrDefault(one => one.Outcome == HandoverOutcome.Unreachable);
            var wall = untold ?? blocked.Answer;
            if (wall is null && pause <= TimeSpan.Zero && !stop.IsCancellationRequested)
            {
                batch = Turn(act, batch, told, due, tally, last);
                continue;
            }

            // Nothing is reserved while nothing is sent: a crash in a pause leaves nothing in doubt.
            Turn(act, batch, told, [], tally, last);
            if (wall is not null && !stop.IsCancellationRequested)
            {
                throw new PostException(wall) { Before = tally.Report(), NotBefore = blocked.NotBefore };
            }

            if (due.Count > 0)
            {
                await Wait(pause, stop).ConfigureAwait(false);
            }

            batch = stop.IsCancellationRequested ? [] : Turn(act, [], [], due, tally, stop);
        }
    }

    /// <summary>A server that does not answer delays no stop: nothing was sent yet.</summary>
    private async Task Open(Tally tally, CancellationToken stop)
    {
        try
        {
            await transport.Open(stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (PostException error)
        {
            throw new PostException(error.Message, error) { Before = tally.Report(), NotBefore = error.NotBefore };
        }
    }

    private async Task Wait(TimeSpan pause, CancellationToken stop)
    {
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>What became of each, and why the journal could not be told of it; null: it was.</summary>
    private async Task<(Handover[] Told, string? Untold)> Hand(IReadOnlyList<DeliveryRow> batch, CancellationToken end)
    {
        var now = clock.GetUtcNow();
        var told = new Handover[batch.Count];
        string? untold = null;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism };
        await Parallel.ForAsync(0, batch.Count, options, async (i, _) =>
        {
            told[i] = await transport.Send(batch[i], now, end).ConfigureAwait(false);

            // What replaces itself is in no doubt after a crash: the journal hears of all of it together.
            if (!transport.Replaces && told[i].Outcome == HandoverOutcome.Accepted)
            {
                Tell([batch[i]]);
            }
        }).ConfigureAwait(false);
        if (transport.Replaces)
        {
            Tell(batch.Where((_, i) => told[i].Outcome == HandoverOutcome.Accepted));
        }

        return (told, untold);

        void Tell(IEnumerable<DeliveryRow> accepted)
        {
            try
            {
                _journal?.Sent(accepted, now);
            }
            catch (PostException error)
            {
                untold = error.Message;
            }
        }
    }

    /// <summary>In one commit: records what became of a batch, and reserves the next one of what is still to be sent by now.</summary>
    private IReadOnlyList<DeliveryRow> Turn(Act act, IReadOnlyList<DeliveryRow> sent, Handover[] told, Queue<string> due, Tally tally, CancellationToken end)
    {
        if (sent.Count == 0 && due.Count == 0)
        {
            return [];
        }

        using var writer = Writer(act, sent.Count > 0 ? Patience : 1, end);
        Record(writer, sent, told, tally);
        IReadOnlyList<DeliveryRow> next = [];
        while (next.Count == 0 && due.Count > 0)
        {
            var ids = Enumerable.Range(0, Math.Min(transport.AtOnce, due.Count)).Select(_ => due.Dequeue()).ToList();

            // Read again while nobody else can write: a sweep or a person may have discarded some of them.

            // What tells something that is no longer so is put together anew by the next sweep.
            var lost = database.WithLostGround(ids);
            next = [.. database.Deliveries(ids).Where(delivery => delivery.State == DeliveryState.Planned && !lost.Contains(delivery.Id) && !IsToldBefore(writer, delivery, tally))];
        }

        foreach (var delivery in next)
        {
            writer.AppendDeliveryState(delivery.Id, DeliveryState.Reserved, transport.Name);
        }

        writer.Commit();
        return next;
    }

    private bool IsToldBefore(LedgerWriter writer, DeliveryRow delivery, Tally tally)
    {
        if (_journal?.ToldAt(delivery) is not { } at)
        {
            return false;
        }

        var outcome = ToldBefore.Outcome(at);
        writer.AppendDeliveryState(delivery.Id, outcome.State, outcome.Answer);
        tally.AddToldBefore();
        return true;
    }

    private void Record(LedgerWriter writer, IReadOnlyList<DeliveryRow> sent, Handover[] told, Tally tally)
    {
        var histories = sent.Count == 0 ? [] : database.HistoriesOf([.. sent.Select(delivery => delivery.Id)]).ToDictionary(delivery => delivery.Id);
        for (var i = 0; i < sent.Count; i++)
        {
            var history = histories[sent[i].Id];
            var outcome = Ground.Seen(database, sent[i], Outcome.Of(told[i], history, limits.Attempts));
            if (outcome.IsNewsIn(history.Latest.State))
            {
                writer.AppendDeliveryState(history.Id, outcome.State, outcome.Answer);
                tally.Add(history, outcome, clock.GetUtcNow());
            }
        }
    }

    private LedgerWriter Writer(Act act, int patience, CancellationToken end)
    {
        while (true)
        {
            try
            {
                return database.Write(act, end);
            }
            catch (LedgerException error) when (error.Fault == LedgerFault.Locked && --patience > 0)
            {
                // Another program is still writing.
            }
        }
    }
}
