using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DhrCompliance.Service.Tests.Post.Smtp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Tests.Post.Notify;

/// <summary>A mail that the server took.</summary>
internal sealed record TakenMail(string Id, string Reference, string Address, string Subject, string Body, string? ReplyTo);

/// <summary>What the server does with a request in place of what it would; null: as usual.</summary>
/// <param name="Status">Answered with this error; 0: none.</param>
/// <param name="Kind">As the service names it.</param>
/// <param name="Message">Its words.</param>
internal sealed record NotifyReaction(int Status = 0, string Kind = "", string Message = "")
{
    /// <summary>A mail is taken all the same.</summary>
    public bool Takes { get; init; }

    /// <summary>The connection breaks before the answer, or in the middle of it.</summary>
    public bool Cuts { get; init; }

    /// <summary>No answer comes.</summary>
    public bool Hangs { get; init; }

    /// <summary>Answered in place of JSON.</summary>
    public string? Page { get; init; }
}

/// <summary>A server on this machine that answers as GOV.UK Notify is documented to.</summary>
internal sealed class NotifyServer : IAsyncDisposable
{
    public const string Template = "f33517ff-2a88-4f6e-b855-c550268ce08a";

    private const string ServiceId = "26785a09-ab16-4eb0-8407-a37497a57506";

    private const string Secret = "3d844edf-8d35-48ac-975b-e847b4f122b0";

    public const string Key = $"a_key-{ServiceId}-{Secret}";

    private const int Page = 250;

    private readonly ConcurrentQueue<TakenMail> _taken = [];
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly ConcurrentDictionary<string, string> _states = [];
    private WebApplication? _app;

    /// <summary>Asked of each request by method and path.</summary>
    public Func<string, NotifyReaction?> Reacts { get; set; } = _ => null;

    public string TemplateSubject { get; set; } = "((subject))";

    public string TemplateType { get; set; } = "email";

    public IReadOnlyList<TakenMail> Taken => [.. _taken];

    /// <summary>Requests as <c>POST v2/notifications/email</c>.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public string Address => _app!.Urls.First() + "/";

    public static async Task<NotifyServer> Start()
    {
        var server = new NotifyServer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server._app = builder.Build();
        server._app.Run(server.Answer);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Sets what became of a mail.</summary>
    public void Becomes(string reference, string state) => _states[Taken.Last(mail => mail.Reference == reference).Id] = state;

    /// <summary>The record as it is after the days that it is kept.</summary>
    public void Forget() => _taken.Clear();

    public async ValueTask DisposeAsync() => await _app!.DisposeAsync();

    private static string? Fault(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString().Split(' ') is not ["Bearer", var token] || token.Split('.') is not [var header, var payload, var signature])
        {
            return "Unauthorized: authentication token must be provided";
        }

        var claims = JsonNode.Parse(Plain(payload))!;
        var issued = DateTimeOffset.FromUnixTimeSeconds((long)claims["iat"]!.GetValue<double>());
        return Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes($"{header}.{payload}"))) != Padded(signature)
            || claims["iss"]!.GetValue<string>() != ServiceId ? "Invalid token: API key not found"
            : (RunningClock.Instance.GetUtcNow() - issued).Duration() > TimeSpan.FromSeconds(30) ? "Error: Your system clock must be accurate to within 30 seconds"
            : null;

        static byte[] Plain(string part) => Convert.FromBase64String(Padded(part));

        static string Padded(string part) => part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '=');
    }

    private async Task Answer(HttpContext context)
    {
        var what = $"{context.Request.Method} {context.Request.Path.Value!.TrimStart('/')}";
        _asked.Enqueue(what);
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
        if (Fault(context.Request) is { } fault)
        {
            await Refuse(context, 403, "AuthError", fault);
            return;
        }

        var reaction = Reacts(what);
        if (what == "POST v2/notifications/email" && reaction is null or { Takes: true } && await Take(context, body, reaction is not null))
        {
            return;
        }

        if (reaction is { Hangs: true })
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, RunningClock.Instance, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }
        else if (reaction is { Cuts: true })
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{ \"id\": ");
            await context.Response.Body.FlushAsync();
            context.Abort();
        }
        else if (reaction is { Page: { } page })
        {
            context.Response.StatusCode = reaction.Status;
            await context.Response.WriteAsync(page);
        }
        else if (reaction is { Status: > 0 })
        {
            await Refuse(context, reaction.Status, reaction.Kind, reaction.Message);
        }
        else if (what.StartsWith("GET v2/template/", StringComparison.Ordinal))
        {
            await (what.EndsWith(Template, StringComparison.Ordinal)
                ? Say(context, 200, new { id = Template, type = TemplateType, created_at = "2026-01-01T00:00:00.000000Z", version = 1, name = "DHR", subject = TemplateSubject, body = "((body))" })
                : Refuse(context, 404, "NoResultFound", "No result found"));
        }
        else if (what == "GET v2/notifications")
        {
            await List(context);
        }
    }

    /// <returns>Whether it was answered.</returns>
    private async Task<bool> Take(HttpContext context, string body, bool isSilent)
    {
        var request = JsonNode.Parse(body)!;
        var (address, fields) = (request["email_address"]!.GetValue<string>(), request["personalisation"]!);
        if (address.EndsWith("@invalid.example.org", StringComparison.Ordinal))
        {
            await Refuse(context, 400, "ValidationError", "email_address Not a valid email address");
            return true;
        }

        var mail = new TakenMail(
            FormattableString.Invariant($"{_taken.Count:x8}-0000-4000-8000-000000000000"), request["reference"]!.GetValue<string>(), address, fields["subject"]!.GetValue<string>(), fields["body"]!.GetValue<string>(), request["email_reply_to_id"]?.GetValue<string>());
        _taken.Enqueue(mail);
        if (!isSilent)
        {
            await Say(context, 201, new { id = mail.Id, reference = mail.Reference, content = new { subject = mail.Subject, body = mail.Body, from_email = "dhr@notifications.service.gov.uk" }, uri = "", template = new { id = Template, version = 1, uri = "" } });
        }

        return !isSilent;
    }

    private Task List(HttpContext context)
    {
        string? Asked(string name) => context.Request.Query[name] is [var value] ? value : null;
        var (reference, older) = (Asked("reference"), Asked("older_than"));
        var all = Taken.Reverse().Where(mail => reference is null || mail.Reference == reference).ToList();
        var rest = older is null ? all : all.SkipWhile(mail => mail.Id != older).Skip(1);
        return Say(context, 200, new
        {
            notifications = rest.Take(Page).Select(mail => new
            {
                id = mail.Id,
                reference = mail.Reference,
                email_address = mail.Address,
                type = "email",
                status = _states.GetValueOrDefault(mail.Id, "sending"),
                template = new { id = Template, version = 1, uri = "" },
                created_at = "2026-11-20T09:30:00.000000Z",
                completed_at = (string?)null,
            }),
            links = new { current = "" },
        });
    }

    private static Task Refuse(HttpContext context, int status, string kind, string message) =>
        Say(context, status, new { status_code = status, errors = new[] { new { error = kind, message } } });

    private static async Task Say(HttpContext context, int status, object what)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonSerializer.Serialize(what));
    }
}
