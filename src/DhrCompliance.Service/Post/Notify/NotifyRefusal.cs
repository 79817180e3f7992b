using System.Globalization;
using System.Text.Json;
using DhrCompliance.Service.Post.Smtp;

namespace DhrCompliance.Service.Post.Notify;

/// <summary>What a refusal of GOV.UK Notify means for a mail, and what to do about it.</summary>
internal static class NotifyRefusal
{
    private const string Service = "GOV.UK Notify";

    private static readonly TimeSpan RateWindow = TimeSpan.FromMinutes(1);

    /// <summary>Refusals for which nothing can be sent at all, by words in them, with what to do.</summary>
    private static readonly (string Words, string Advice)[] OfSettings =
    [
        ("team-only API key", "the key is a team key, which sends to members of the team and its guest list alone: put a live key into Post:Notify:ApiKey, or add the recipients to the guest list"),
        ("trial mode", "the service is on trial there, and sends to members of its team alone: ask there to make it live (Settings)"),
        ("api key not found", "correct Post:Notify:ApiKey"),
        ("invalid token", "correct Post:Notify:ApiKey, and see that this machine's clock is right"),
        ("system clock", "set this machine's clock: it must be right within 30 seconds"),
        ("archived", "the service was archived there: take the key of another into Post:Notify:ApiKey"),
        ("template", "correct Post:Notify:Template: a template of e-mail of the same service"),
        ("personalisation", "let the template have the fields ((subject)) and ((body)) and no other"),
        ("email_reply_to_id", "correct Post:Notify:ReplyTo"),
        ("not allowed to send", "allow the service there to send e-mails (Settings)"),
    ];

    /// <summary>Of a status that is none of success, with the service's words.</summary>
    public static Handover Of(int status, string body, DateTimeOffset now)
    {
        var (kind, words) = Read(body);
        var told = ServerWords.Line(string.Create(CultureInfo.InvariantCulture, $"{status} {words}"));
        if (status == 429)
        {
            return Limited(kind, told, now);
        }

        if (status is 400 or 413)
        {
            // The address first: its refusal may name the template, too.
            if (words.Contains("email_address", StringComparison.OrdinalIgnoreCase) || words.Contains("too long", StringComparison.OrdinalIgnoreCase) || status == 413)
            {
                return new Handover(HandoverOutcome.Permanent, told);
            }
        }

        if (status is 400 or 401 or 403 or 404)
        {
            var advice = OfSettings.FirstOrDefault(one => words.Contains(one.Words, StringComparison.OrdinalIgnoreCase)).Advice;
            if (advice is not null || status != 400)
            {
                return new Handover(HandoverOutcome.Unreachable, $"{Service} sends nothing with these settings: {told}. To do: {advice ?? "see Post:Notify:ApiKey, Post:Notify:Template and Post:Notify:BaseAddress"}.");
            }
        }

        // 500 and 503 are documented as not processed; of what stands in between (502, 504) nothing is.
        return status is 500 or 503 or < 500
            ? new Handover(HandoverOutcome.Temporary, told)
            : new Handover(HandoverOutcome.Unknown, $"{told}: it may have got the mail, and is asked about it.");
    }

    /// <summary>Of no answer at all.</summary>
    public static Handover Of(NotifyWire wire, string gaveUp)
    {
        var words = wire.Error is OperationCanceledException ? gaveUp : ServerWords.Line((wire.Error ?? new IOException("what it answered cannot be read")).GetBaseException().Message);
        return wire.MayHaveArrived
            ? new Handover(HandoverOutcome.Unknown, $"{Service} did not answer: {words}. It may have got the mail, and is asked about it.")
            : new Handover(HandoverOutcome.Unreachable, $"{Service} cannot be reached: {words}. To do: see that this machine may call Post:Notify:BaseAddress, through a proxy perhaps (the variable https_proxy).");
    }

    private static Handover Limited(string kind, string told, DateTimeOffset now)
    {
        // The limit of a day begins anew at midnight, of UTC: in no season is London's later.
        var isDaily = kind.Contains("TooManyRequests", StringComparison.OrdinalIgnoreCase) || told.Contains("for today", StringComparison.OrdinalIgnoreCase);
        var from = isDaily ? new DateTimeOffset(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero) + RateWindow : now + RateWindow;
        var advice = isDaily ? "see how much goes through the service, or ask for a higher limit there" : "nothing; it is tried again a minute later";
        return new Handover(
            HandoverOutcome.Unreachable,
            string.Create(CultureInfo.InvariantCulture, $"{Service} takes no more mails before {from.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {told}. To do: {advice}."))
        {
            NotBefore = from,
        };
    }

    private static (string Kind, string Words) Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var errors = document.RootElement.GetProperty("errors").EnumerateArray()
                .Select(error => (Kind: Text(error, "error"), Message: Text(error, "message")))
                .ToList();
            return errors.Count == 0 ? ("", "(no words)") : (errors[0].Kind, string.Join("; ", errors.Select(error => $"{error.Kind}: {error.Message}")));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ("", body.Length == 0 ? "(no words)" : "(an answer that is not the service's own; is there a proxy between?)");
        }

        static string Text(JsonElement error, string name) => error.TryGetProperty(name, out var value) ? value.ToString() : "";
    }
}
