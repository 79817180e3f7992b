using DhrCompliance.Service.Commands.Reporting;
using DhrCompliance.Service.Commands.Serving.Logs;
using DhrCompliance.Service.Post;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Commands.Serving;

/// <summary>Has the sites written after each sweep, beside the work. One that cannot be written is told to the operator; reminders go on.</summary>
internal sealed class SiteErrand(SiteRound round, Errands errands, Telling telling, ILogger log)
{
    /// <summary>After a sweep for this day. Returns at once.</summary>
    public void After(DateOnly day) => errands.Do(stop =>
    {
        try
        {
            if (round.Write(day, stop) is > 0 and var written)
            {
                log.SitesWritten(written);
            }
        }
        catch (Exception error) when (!(error is OperationCanceledException && stop.IsCancellationRequested))
        {
            // The place and why, of a file; of anything else its kind alone, since a message may hold what a case says.
            var reason = error is IOException or UnauthorizedAccessException ? error.Message : Crash.Line(error);
            log.SitesNotWritten(error.GetType().Name);
            telling.Tell(new OperatorNews(
                "site",
                Invocation.Text(day),
                "the pages could not be written",
                $"After the sweep for {Invocation.Text(day)} the pages in Reports:SiteFolder could not be written; those of before stand. {reason}\n\nSee that the folder can be written by the service and that there is room. It is tried again after the next sweep; reminders go out as before."));
        }

        return Task.CompletedTask;
    });
}
