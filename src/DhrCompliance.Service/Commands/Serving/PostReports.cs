using System.Text.RegularExpressions;
using DhrCompliance.Service.Commands.Serving.Logs;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Sweeps.Scheduling;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Commands.Serving;

/// <summary>Logs what becomes of mails, by id and code alone: what a server says may name a person. Not for several threads at once.</summary>
internal sealed partial class PostReports(ILogger log, Telling telling)
{
    private DateTimeOffset? _downSince;
    private bool _isLeft;

    public void Ended(PostAttempt attempt)
    {
        Tell(attempt.Report, attempt.Took);
        if (attempt.DownSince is { } since && _downSince is null)
        {
            log.PostDown(Instants.Write(since));
        }
        else if (attempt.DownSince is null && _downSince is { } until)
        {
            Up(until, attempt.At);
        }

        _downSince = attempt.DownSince;
    }

    /// <summary>While nothing can leave, this cannot either.</summary>
    private void Up(DateTimeOffset since, DateTimeOffset now)
    {
        log.PostUp(Instants.Write(since));
        if (now - since > PostFindings.BriefOutage)
        {
            telling.Tell(new OperatorNews(
                "post",
                Instants.Write(since),
                "mails could not leave for a while",
                $"From {Instants.LondonText(since)} to {Instants.LondonText(now)} (London) no mail could leave. They can again, and what waited goes out by itself; there is nothing to do."));
        }
    }

    private void Tell(DrainReport report, TimeSpan took)
    {
        if (report.LeftTo is not null && !_isLeft)
        {
            log.PostLeftToAnother();
        }

        _isLeft = report.LeftTo is not null;
        if (report is { Accepted: > 0 } or { IsClean: false })
        {
            log.PostSent(report.Accepted, report.Deferred.Length, report.Failed.Length, report.Unknown.Length, (long)took.TotalMilliseconds);
        }

        foreach (var mail in report.Deferred)
        {
            log.DeliveryDeferred(mail.Id, Code(mail.Answer), mail.NextAttempt is { } next ? Instants.Write(next) : "");
        }

        foreach (var mail in report.Failed)
        {
            log.DeliveryFailed(mail.Id, Code(mail.Answer));
        }

        foreach (var mail in report.Unknown)
        {
            log.DeliveryUnknown(mail.Id, Code(mail.Answer));
        }
    }

    private static string? Code(string answer) => ReplyCode().Match(answer) is { Success: true } code ? code.Value : null;

    [GeneratedRegex("^[245][0-9]{2}(?![0-9A-Za-z.@])")]
    private static partial Regex ReplyCode();
}
