using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography.X509Certificates;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Mime;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Post.Smtp;

/// <summary>
/// The transport that gives each mail to a mail server, over one connection for many, by the framework's client. What became of a mail is
/// decided by the server's reply code, and where there is none by how far the mail's body was read.
/// </summary>
/// <param name="settings">The server, and who logs in.</param>
/// <param name="clock">Measures the time limit.</param>
public sealed class SmtpTransport(PostSettings settings, TimeProvider clock) : ITransport
{
    /// <summary>What was given up needs a moment to say so.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private static readonly Handover Stopped = new(HandoverOutcome.Unreachable, "stopped before the mail was handed over");

    private SmtpClient? _client;
    private bool _used;

    /// <inheritdoc/>
    public string Name => PostSettings.Smtp;

    /// <inheritdoc/>
    public bool Replaces => false;

    /// <inheritdoc/>
    public int AtOnce => 1;

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
            var onUsed = _used;
            var attempt = await Try(mail, giveUp).ConfigureAwait(false);
            if (onUsed && attempt.MayBeStale && !giveUp.IsCancellationRequested)
            {
                // Servers close connections that were idle: nothing of the mail was sent, so it goes out on a new one.
                attempt = await Try(mail, giveUp).ConfigureAwait(false);
            }

            return await Judge(attempt, giveUp).ConfigureAwait(false);
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            return new Handover(HandoverOutcome.Permanent, ServerWords.Line(error.Message));
        }
    }

    /// <summary>Says goodbye to the server, without waiting for its answer.</summary>
    public void Dispose() => _client?.Dispose();

    private async Task<Attempt> Try(DeliveryRow mail, CancellationToken giveUp)
    {
        using var body = new WitnessedBody(MailFile.BodyOf(mail));
        using var message = SmtpMessage.Of(mail, settings.From, body);
        using var limit = new CancellationTokenSource(TimeLimit, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, giveUp);
        var client = _client ??= NewClient();

        // On a thread of its own: for the last reply the framework's client waits on the thread it is on, and no token ends that.
        var sending = Task.Run(() => client.SendMailAsync(message, end.Token), CancellationToken.None);
        await sending.WaitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sending.IsCompletedSuccessfully)
        {
            _used = true;
            return Attempt.Accepted(Server);
        }

        // To dispose of it breaks the connection where it stands. An answer that had come by then still counts.
        var progress = body.Settle();
        client.Dispose();
        (_client, _used) = (null, false);
        await sending.WaitAsync(Moment, clock, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (sending.IsCompletedSuccessfully)
        {
            return Attempt.Accepted(Server);
        }

        var error = sending.Exception?.InnerException ?? new OperationCanceledException();
        return giveUp.IsCancellationRequested || limit.IsCancellationRequested
            ? Attempt.Failed(progress, ServerWords.CodeOf(error) is null ? GivenUp(giveUp) : error)
            : Attempt.Failed(progress, error);
    }

    private OperationCanceledException GivenUp(CancellationToken giveUp) => new(giveUp.IsCancellationRequested
        ? "the service was stopped"
        : string.Create(CultureInfo.InvariantCulture, $"no answer within {settings.TimeLimitSeconds} seconds"));

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
            catch (PostException error)
            {
                return new Handover(HandoverOutcome.Unreachable, error.Message);
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

    private SmtpClient NewClient() => new(settings.Host, settings.Port)
    {
        EnableSsl = settings.Security != PostSettings.None,
        Credentials = string.IsNullOrEmpty(settings.User) ? null : new LoginOnly(settings.User, settings.Password ?? ""),

        // The limit is ours, by the clock that was handed in; this one would be the framework's own.
        Timeout = int.MaxValue,
    };
}
