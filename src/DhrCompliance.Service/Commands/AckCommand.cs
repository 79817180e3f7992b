using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr ack</c>: somebody has seen it, and its repeats are held back.</summary>
internal static class AckCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var notice = new Argument<string>("NOTICE") { Description = "A delivery's id, or the beginning of it, as outbox list shows it, with /NUMBER after it where the mail tells several things; or a notice's key, as outbox show does" };
        var until = new Option<string>("--until") { Description = "The last day on which repeats are held back, YYYY-MM-DD", Required = true, HelpName = "DAY" };
        var reason = new Option<string>("--reason") { Description = "Why, kept beside it; no names", Required = true, HelpName = "TEXT" };
        var command = new Command("ack", """
            Acknowledges what was told: repeats of the same step to the same role are held back until a day, as far as the rule's path allows.
            The next step of the path is never held back.

            Examples:
              dhr ack 0f3a5c --until 2027-01-15 --reason "the chair meets the panel on 12 January"
              dhr ack "KEY" --until 2027-01-15 --reason "waiting for the coroner"     for one role alone; outbox show has the keys
            """)
        {
            notice, until, reason,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var why = parsed.GetValue(reason)!.Trim();
            if (why.Length == 0)
            {
                throw new UsageException("--reason is empty: say why repeats are held back; it is kept beside the acknowledgement.");
            }

            var day = Shared.Day(parsed.GetValue(until), invocation, "--until");
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.Write, invocation.Clock);
            var compiled = CompiledRulebook.Compile(RulesInUse.For(settings, ledger, invocation));
            using var writer = ledger.Write(shared.Act(parsed, invocation, "ack"), invocation.Stop);
            try
            {
                var notices = new Acknowledging(ledger, compiled).Of(parsed.GetValue(notice)!, day, invocation.Today);
                foreach (var (one, _) in notices)
                {
                    writer.Acknowledge(one.Key, day, why);
                }

                writer.Commit();
                foreach (var (one, place) in notices)
                {
                    invocation.Say(place.EveryDays is { } every
                        ? $"{one.Subject}: repeats of '{one.Step}' ({place.Rule.FullName}, every {Recorded.Counted(every, "day")}) to {one.Role} are held back until {Invocation.Text(day)}."
                        : $"{one.Subject}: '{one.Step}' ({place.Rule.FullName}) to {one.Role} is acknowledged until {Invocation.Text(day)}; it does not repeat, so that nothing is held back.");
                }

                invocation.Say("The next step of the path goes out as it would. What is recorded as done ends it all: 'dhr event add'.");
                return ExitCode.Done;
            }
            catch (AcknowledgementRefusedException error)
            {
                throw new UsageException(error.Message);
            }
        });
        return command;
    }
}
