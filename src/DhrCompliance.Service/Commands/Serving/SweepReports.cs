using System.Globalization;
using DhrCompliance.Escalations.Reach;
using DhrCompliance.Service.Commands.Serving.Logs;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Sweeps.Scheduling;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Commands.Serving;

/// <summary>What is made of a sweep that finished or failed: a line of the log, a row of the register, a mail to the operator, a ping. Throws nothing.</summary>
internal sealed class SweepReports(ILogger log, Telling telling, string ledgerPath, Act act, TimeProvider clock, Action<DateOnly>? finished = null)
{
    private const int MostNamed = 20;
    private const string Contacts = "contacts";

    private static readonly OpenOptions Brief = OpenOptions.Default with { Patience = TimeSpan.FromSeconds(2) };

    public void Ended(SweepAttempt attempt)
    {
        if (attempt is { Report: { } report })
        {
            Finished(report, attempt.Took);
        }
        else
        {
            Failed(attempt, attempt.Failure!);
        }
    }

    private void Finished(SweepReport report, TimeSpan took)
    {
        log.SweepFinished(Invocation.Text(report.Day), report.IsFull, report.Assessed, report.Failures.Count, report.Notices, report.Mails.Count, (long)took.TotalMilliseconds);
        var cases = report.Failures.Select(failure => failure.Case).Distinct(StringComparer.Ordinal).ToList();
        foreach (var reference in cases)
        {
            log.CaseFailed(reference);
        }

        telling.SweepFinished();
        finished?.Invoke(report.Day);
        if (report.Gaps.Count > 0)
        {
            telling.Tell(Contacts, [.. report.Gaps.GroupBy(gap => (gap.Role, gap.Partnership, gap.Because)).Select(gaps => OfGaps(gaps.Key.Role, gaps.Key.Partnership, gaps.Key.Because, [.. gaps]))]);
        }

        if (report.HeldBack > 0)
        {
            TellOfHeldBack(report);
        }

        if (cases.Count > 0)
        {
            telling.Tell(new OperatorNews(
                "cases",
                Invocation.Text(report.Day),
                string.Create(CultureInfo.InvariantCulture, $"{cases.Count} {(cases.Count == 1 ? "case" : "cases")} could not be assessed"),
                $"The sweep for {Invocation.Text(report.Day)} finished, but could not assess: {string.Join(", ", cases.Take(MostNamed))}{(cases.Count > MostNamed ? " and others" : "")}. 'dhr run' says why and what to mend; they are tried again with every sweep.")
            {
                AgainAfterSweep = false,
            });
        }
    }

    /// <summary>A role that no mail reaches, told once for each partnership.</summary>
    private static OperatorNews OfGaps(string role, string partnership, Unreached because, IReadOnlyList<Gap> gaps)
    {
        var references = gaps.Select(gap => gap.Reference).Distinct(StringComparer.Ordinal).ToList();
        var named = $"{string.Join(", ", references.Take(MostNamed))}{(references.Count > MostNamed ? " and others" : "")}";
        var trouble = because == Unreached.NotAllowed
            ? $"Post:Allowed refuses whoever holds the role {role} for {partnership}"
            : $"nobody holds the role {role} for {partnership}";
        var what = gaps.Any(gap => gap.Waits) ? "some of what is meant for it waits for an address" : "what is meant for it goes to others instead, as the rules say";
        return new OperatorNews(Contacts, $"{role} {partnership} {because}", trouble, $"{char.ToUpperInvariant(trouble[0])}{trouble[1..]}: {what} ({named}). 'dhr contacts --partnership {partnership}' shows it; correct the contacts and import them.")
        {
            AgainAfterSweep = false,
        };
    }

    private void TellOfHeldBack(SweepReport report) => telling.Tell(new OperatorNews(
        "held-back",
        Invocation.Text(report.Day),
        string.Create(CultureInfo.InvariantCulture, $"{report.HeldBack} {(report.HeldBack == 1 ? "mail is" : "mails are")} held, because there are so many"),
        $"The sweep for {Invocation.Text(report.Day)} planned more mails than Post:MaxPerSweep lets go by themselves; the most serious went. Look whether the others are meant: 'dhr outbox list --held'. Then release them with 'dhr outbox approve', or mend the rule or the import and discard them.")
    {
        AgainAfterSweep = false,
    });

    private void Failed(SweepAttempt attempt, Exception failure)
    {
        var trouble = SweepTrouble.Of(failure);
        log.SweepFailed(Invocation.Text(attempt.Day), attempt.FailedInARow, trouble.Kind, trouble.Reason);
        Record(new SweepFailureRow { Day = attempt.Day, Kind = trouble.Kind, Reason = trouble.Reason });
        telling.Tell(new OperatorNews(
            "sweep",
            trouble.About,
            $"the sweep failed ({trouble.Kind})",
            $"The sweep for {Invocation.Text(attempt.Day)} failed, and nobody is reminded of anything until one finishes. {trouble.Reason}\n\nIt is tried again by itself, at first after a minute, then less often, at least every hour. 'dhr run' sweeps at once."));
    }

    private void Record(SweepFailureRow failure)
    {
        try
        {
            using var ledger = LedgerDatabase.Open(ledgerPath, OpenMode.Write, clock, Brief);
            using var writer = ledger.Write(act);
            writer.AppendSweepFailure(failure);
            writer.Commit();
        }
        catch (LedgerException error)
        {
            log.FailureNotRecorded(error.Fault.ToString());
        }
        catch (Exception error)
        {
            log.FailureNotRecorded(error.GetType().Name);
        }
    }
}
