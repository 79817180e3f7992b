using System.Globalization;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Mime;
using DhrCompliance.Service.Settings;
using Notify.Client;
using Notify.Exceptions;

namespace DhrCompliance.Service.Post.Notify;

/// <summary>
/// The transport that hands each mail to GOV.UK Notify, by the library of that service. The delivery's id goes along as its reference, and the service is asked
/// for it before each mail: what it has is never handed over again. What became of a mail is asked later.
/// </summary>
/// <param name="settings">The service.</param>
/// <param name="clock">Measures the time limit.</param>
public sealed class NotifyTransport(PostSettings settings, TimeProvider clock) : ITransport
{
    private const int Page = 250;

    private const int MostPages = 40;

    private const int LargestAnswer = 16 << 20;

    private static readonly Handover Stopped = new(HandoverOutcome.Unreachable, "stopped before the mail was handed over");

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = settings.Connections })
    {
        // The limit is ours, by the clock that was handed in.
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    private readonly Uri _address = new(settings.Notify.BaseAddress.EndsWith('/') ? settings.Notify.BaseAddress : $"{settings.Notify.BaseAddress}/");

    /// <inheritdoc/>
    public string Name => PostSettings.NotifyService;

    /// <inheritdoc/>
    public bool Replaces => false;

    /// <inheritdoc/>
    public bool Remembers => true;

    /// <inheritdoc/>
    public int AtOnce => settings.Connections;

    /// <summary>Reads the template, which shows whether key and template fit. Throws <see cref="PostException"/>, saying what to do, where they do not.</summary>
    public async Task Open(CancellationToken giveUp)
    {
        var (template, refused) = await Ask(client => client.GetTemplateByIdAsync(settings.Notify.Template), giveUp).ConfigureAwait(false);
        giveUp.ThrowIfCancellationRequested();
        if (template is null)
        {
            throw new PostException(refused.Answer) { NotBefore = refused.NotBefore };
        }

        if (template.type != "email" || !Has(template.subject, "((subject))") || !Has(template.body, "((body))"))
        {
            throw new PostException(
                "The template of GOV.UK Notify that Post:Notify:Template names is not one that mails fit into. To do: let it be a template of e-mail whose subject is ((subject)) and whose message is ((body)), and nothing else.");
        }
    }

    /// <inheritdoc/>
    public async Task<Handover> Send(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp)
    {
        try
        {
            MailFile.RefuseUnlessAddress(mail.Address);
            var fields = new Dictionary<string, dynamic> { ["subject"] = NotifyText.Subject(mail.Subject), ["body"] = NotifyText.Body(mail.Text) };
            var before = await Find(mail, now, giveUp).ConfigureAwait(false);
            if (before.Outcome is HandoverOutcome.Accepted or HandoverOutcome.Unreachable)
            {
                return before;
            }

            if (before.Outcome == HandoverOutcome.Unknown)
            {
                // Nothing was handed over: it could not be asked.
                return before with { Outcome = HandoverOutcome.Temporary };
            }

            var (sent, refused) = await Ask(client => client.SendEmailAsync(mail.Address, settings.Notify.Template, fields, mail.Id, settings.Notify.ReplyTo), giveUp).ConfigureAwait(false);
            return sent?.id is { } id ? new Handover(HandoverOutcome.Accepted, $"GOV.UK Notify has it as {id}") : refused;
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            return new Handover(HandoverOutcome.Permanent, error.Message);
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
            return Stopped;
        }
    }

    /// <inheritdoc/>
    public async Task<Handover> Find(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp)
    {
        giveUp.ThrowIfCancellationRequested();
        var (list, refused) = await Ask(client => client.GetNotificationsAsync("email", "", mail.Id), giveUp).ConfigureAwait(false);
        if (list?.notifications is not { } found)
        {
            giveUp.ThrowIfCancellationRequested();
            return refused;
        }

        // One that came back may have been handed over again at a person's wish: what is not failed counts.
        var standing = found.Where(one => one.reference == mail.Id).ToList();
        return standing.FirstOrDefault(one => NotifyStatus.Of(one.status, one.id)?.Outcome != HandoverOutcome.Permanent) is { } one
            ? NotifyStatus.Of(one.status, one.id) ?? new Handover(HandoverOutcome.Accepted, $"GOV.UK Notify has it as {one.id}")
            : new Handover(HandoverOutcome.Temporary, "GOV.UK Notify does not have it");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, Handover>> Later(IReadOnlySet<string> deliveries, CancellationToken giveUp)
    {
        var told = new Dictionary<string, Handover>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? last = "";
        for (var page = 0; page < MostPages && last is not null && seen.Count < deliveries.Count; page++)
        {
            var older = last;
            var (list, _) = await Ask(client => client.GetNotificationsAsync("email", "", "", older), giveUp).ConfigureAwait(false);
            last = null;
            foreach (var one in list?.notifications ?? [])
            {
                last = one.id;

                // The newest comes first: of a mail that was handed over again it alone counts.
                if (one.reference is { } reference && deliveries.Contains(reference) && seen.Add(reference) && NotifyStatus.Of(one.status, one.id) is { } handover)
                {
                    told[reference] = handover;
                }
            }

            if (list?.notifications.Count < Page)
            {
                break;
            }
        }

        return told;
    }

    public void Dispose() => _http.Dispose();

    private static bool Has(string? text, string field) => text?.Replace(" ", "", StringComparison.Ordinal).Contains(field, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The library waits on the thread that it is called on: it gets one of its own.</summary>
    private async Task<(T? Answer, Handover Refused)> Ask<T>(Func<NotificationClient, Task<T>> what, CancellationToken giveUp)
        where T : class
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeLimitSeconds), clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, giveUp);
        using var wire = new NotifyWire(_http, _address, end.Token);
        try
        {
            var client = new NotificationClient(wire, settings.Notify.ApiKey);
            var answer = await Task.Run(() => what(client), CancellationToken.None).ConfigureAwait(false);
            return answer is null ? (null, Refusal(wire, giveUp)) : (answer, default);
        }
        catch (NotifyAuthException)
        {
            // Its message could hold a part of the key.
            return (null, new Handover(HandoverOutcome.Unreachable, "Post:Notify:ApiKey is no key of GOV.UK Notify. To do: take it over whole, as it was shown once."));
        }
        catch (Exception error) when (error is NotifyClientException or AggregateException or HttpRequestException or OperationCanceledException or Newtonsoft.Json.JsonException)
        {
            return (null, Refusal(wire, giveUp));
        }
    }

    private Handover Refusal(NotifyWire wire, CancellationToken giveUp) => wire.Status is 0 or (>= 200 and < 400)
        ? NotifyRefusal.Of(wire, giveUp.IsCancellationRequested ? "the service was stopped" : string.Create(CultureInfo.InvariantCulture, $"no answer within {settings.TimeLimitSeconds} seconds"))
        : NotifyRefusal.Of(wire.Status, wire.Body, clock.GetUtcNow());
}
