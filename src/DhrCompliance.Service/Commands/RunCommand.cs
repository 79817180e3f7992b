using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Journal;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr run</c>: one sweep now, and the mails that it plans.</summary>
internal static class RunCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var asOf = Shared.AsOf();
        var dryRun = new Option<bool>("--dry-run") { Description = "List whom it would write to and why; write nothing" };
        var full = new Option<bool>("--full") { Description = "Look at every case, whether or not anything changed" };
        var command = new Command("run", """
            Looks at every case that changed or whose day has come, plans what is to be told, and sends it. Exit code 5 when something failed.

            Examples:
              dhr run
              dhr run --dry-run --as-of 2027-01-04
            """)
        {
            asOf, dryRun, full,
        };
        command.SetAction(parsed =>
        {
            using var heeded = Interruption.Heeded();
            var settings = shared.Settings(parsed, invocation);
            var named = parsed.GetValue(asOf);
            var day = Shared.Day(named, invocation);
            var isDry = parsed.GetValue(dryRun);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, isDry ? OpenMode.ReadOnly : OpenMode.Write, invocation.Clock);
            if (!isDry && day != invocation.Today && !ledger.IsDemo)
            {
                throw new UsageException($"run sweeps for today, {Invocation.Text(invocation.Today)}: for another day add --dry-run, or look with 'dhr audit --as-of {Invocation.Text(day)}'.");
            }

            try
            {
                if (isDry)
                {
                    return Rehearse(invocation, new Sweep(ledger, CompiledRulebook.Compile(RulesInUse.For(settings, ledger, invocation)), settings.From) { Terms = PostTerms.Of(settings.Post) }, day);
                }

                var act = shared.Act(parsed, invocation, "run");
                var rules = new RulesInForce(settings, act, invocation.User, isNamed: settings.AreRulesNamed && ledger.IsDemo);
                var isBad = RulesAtRun.Look(settings, act, ledger, rules, invocation);
                var code = Run(invocation, ledger, rules, settings, act, named is null ? null : day, parsed.GetValue(full));
                return isBad ? ExitCode.BadInput : code;
            }
            catch (SweepRefusedException error)
            {
                throw new UsageException(error.Message);
            }
        });
        return command;
    }

    /// <summary>A sweep and its post. A vacancy in <paramref name="said"/> is not told once more.</summary>
    public static int Run(
        Invocation invocation, LedgerDatabase ledger, RulesInForce rules, ServiceSettings settings, Act act, DateOnly? day, bool full, ISet<string>? said = null)
    {
        var report = Progress.While(
            invocation, "Assessing", () => new GoverningSweep(ledger, rules.Source, settings.From) { Terms = PostTerms.Of(settings.Post) }.Run(day, act, full, invocation.Stop));
        SweepLines.Failures(invocation, report);
        var sent = DrainReport.Nothing;
        string? wall = null;
        try
        {
            using var transport = Transports.Of(settings, invocation.Clock);
            sent = new Drain(ledger, transport, DrainLimits.Of(settings.Post), invocation.Clock) { Journal = JournalOf(settings) }.Run(act, invocation.Stop).GetAwaiter().GetResult();
        }
        catch (PostException error)
        {
            // What was planned stands in the outbox and goes out with the next run.
            (sent, wall) = (error.Before, error.Message);
        }

        SweepLines.Undelivered(invocation, sent);
        SweepLines.Vacancies(invocation, report, Outbox.WithoutAddress(ledger), said);
        SweepLines.HeldBack(invocation, report);
        invocation.Say(SweepLines.Summary(report, sent));
        if (wall is not null)
        {
            invocation.Complain($"dhr: {wall} What was planned failed to go out: it waits in the outbox for the next run.");
        }

        invocation.Stop.ThrowIfCancellationRequested();
        return report.Failures.Count > 0 || !sent.IsClean || wall is not null ? ExitCode.Partly : ExitCode.Done;
    }

    /// <summary>Where the journal of what was sent lies.</summary>
    public static JournalPlace JournalOf(ServiceSettings settings) => new(settings.Journal, settings.Post.RedirectAllTo);

    private static int Rehearse(Invocation invocation, Sweep sweep, DateOnly day)
    {
        var report = sweep.Rehearse(day);
        SweepLines.Failures(invocation, report);
        foreach (var mail in report.Mails)
        {
            invocation.Show($"{mail.Address} as {mail.Role}{(mail.Held ? " (held for approval)" : "")}: {mail.Subject}");
        }

        SweepLines.Vacancies(invocation, report, []);
        SweepLines.HeldBack(invocation, report);
        invocation.Say($"{Recorded.Counted(report.Assessed, "case")} for {Invocation.Text(day)}: {Recorded.Counted(report.Mails.Count, "mail")} would be written. Nothing was.");
        return report.Failures.Count > 0 ? ExitCode.Partly : ExitCode.Done;
    }
}
