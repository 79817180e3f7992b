using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Mime;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Post.Smtp;

/// <summary>
/// The transport that gives each mail to a mail server, over a few connections for many. What became of a mail is decided by the server's reply code, and
/// where there is none by how far the dialogue had come.
/// </summary>
/// <param name="settings">The server, and who logs in.</param>
/// <param name="clock">Measures the time limit.</param>
public sealed class SmtpTransport(PostSettings settings, TimeProvider clock) : ITransport
{
    private static readonly Handover Stopped = new(HandoverOutcome.Unreachable, "stopped before the mail was handed over");

    // As many as mails are sent at once: each takes one that is free, or makes one.
    private readonly ConcurrentBag<Session> _free = [];

    /// <inheritdoc/>
    public string Name => PostSettings.Smtp;

    /// <inheritdoc/>
    public bool Replaces => false;

    /// <inheritdoc/>
    public int AtOnce => settings.Connections;

    /// <summary>The only authorities that are trusted, for tests; null: those of the system.</summary>
    internal X509Certificate2Collection? Trusted { get; init; }

    private string Server => string.Create(CultureInfo.InvariantCulture, $"{settings.Host}, port {settings.Port}");

    private TimeSpan TimeLimit => TimeSpan.FromSeconds(settings.TimeLimitSeconds);

    /// <summary>Asks the server, on a connection of its own, whether it takes mail from us. Throws <see cref="PostException"/>, saying what to do, where it does not.</summary>
    public Task Open(CancellationToken giveUp) => Ask(giveUp);

    /// <inheritdoc/>
    public async Task<Handover> Send(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp)
    {
        try
        {
            var octets = MailFile.Of(mail, settings.From, now);
            var (attempt, onUsed) = await Try(mail.Address, octets, giveUp).ConfigureAwait(false);
            while (onUsed && attempt.MayBeStale && !giveUp.IsCancellationRequested)
            {
                // Servers close connections that were idle: nothing of the mail was sent, so it goes out on another one, a new one at the latest.
                (attempt, onUsed) = await Try(mail.Address, octets, giveUp).ConfigureAwait(false);
            }

            return await Judge(attempt, giveUp).ConfigureAwait(false);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            return new Handover(HandoverOutcome.Permanent, ServerWords.Line(error.Message));
        }
        catch (PostException error)
        {
            return giveUp.IsCancellationRequested ? Stopped : new Handover(HandoverOutcome.Unreachable, error.Message);
        }
    }

    /// <summary>Says goodbye to the server, without waiting for its answer.</summary>
    public void Dispose()
    {
        while (_free.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private async Task<(Attempt Attempt, bool OnUsed)> Try(string address, ReadOnlyMemory<byte> octets, CancellationToken giveUp)
    {
        using var limit = new CancellationTokenSource(TimeLimit, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, giveUp);
        if (!_free.TryTake(out var session))
        {
            session = await new Entrance(settings, Trusted).Enter(end.Token).ConfigureAwait(false);
        }

        var onUsed = session.IsUsed;
        var attempt = await session.Send(settings.Sender, address, octets, Server, end.Token).ConfigureAwait(false);
        if (session.IsOver)
        {
            session.Dispose();
        }
        else
        {
            _free.Add(session);
        }

        return (end.IsCancellationRequested && attempt is { IsAccepted: false, Code: null } ? attempt with { Words = GivenUp(giveUp) } : attempt, onUsed);
    }

    private string GivenUp(CancellationToken giveUp) => giveUp.IsCancellationRequested
        ? "the service was stopped"
        : string.Create(CultureInfo.InvariantCulture, $"no answer within {settings.TimeLimitSeconds} seconds");

    /// <summary>What no reply of the recipient's decides may be no fault of the mail: the server is asked.</summary>
    private async Task<Handover> Judge(Attempt attempt, CancellationToken giveUp)
    {
        if (giveUp.IsCancellationRequested && attempt is { Code: null, IsAccepted: false, Progress: not BodyProgress.Ended })
        {
            return Stopped;
        }

        if (attempt.IsInDoubt)
        {
            try
            {
                await Ask(giveUp).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return Stopped;
            }
        }

        return attempt.Outcome();
    }

    private async Task Ask(CancellationToken giveUp)
    {
        using var limit = new CancellationTokenSource(TimeLimit, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, giveUp);
        try
        {
            await new Knock(settings, Trusted).Ask(end.Token).ConfigureAwait(false);
        }
        catch (PostException) when (giveUp.IsCancellationRequested)
        {
            throw new OperationCanceledException(giveUp);
        }
    }
}
