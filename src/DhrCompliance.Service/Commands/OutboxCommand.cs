using System.CommandLine;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr outbox</c>: what was, is and waits to be sent.</summary>
internal static class OutboxCommand
{
    public static Command Create(Invocation invocation, Shared shared) => new("outbox", "What was sent, waits, is held or failed.")
    {
        List(invocation, shared),
        Show(invocation, shared),
        OutboxDecisions.Retry(invocation, shared),
        OutboxDecisions.Discard(invocation, shared),
    };

    private static Command List(Invocation invocation, Shared shared)
    {
        var state = new Option<string?>("--state") { Description = "Only deliveries in this state, such as held or failed", HelpName = "STATE" };
        var about = new Option<string?>("--case") { Description = "Only deliveries about this case", HelpName = "REF" };
        var format = new Option<string>("--format") { Description = "table, list or csv", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("table", "list", "csv");
        var command = new Command("list", """
            Lists deliveries, the oldest first, and notices that wait for an address.

            Examples:
              dhr outbox list
              dhr outbox list --state held --format list
            """)
        {
            state, about, format,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            StateNames.RequireOfDelivery(parsed.GetValue(state));
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var filter = new DeliveryFilter { States = parsed.GetValue(state) is { } one ? [one] : [], About = parsed.GetValue(about) };
            var lines = OutboxLine.Of(ledger.Deliveries(filter), ledger).ToList();
            var table = OutboxTable.Of(lines);
            switch (parsed.GetValue(format))
            {
                case "csv":
                    CsvTable.Write(invocation.Output, table);
                    break;
                case "list":
                    ListTable.Write(invocation.Output, table);
                    break;
                default:
                    OutboxTable.WriteBrief(invocation.Output, lines, Looks.Of(invocation));
                    break;
            }

            foreach (var role in Outbox.WithoutAddress(ledger).Where(waiting => filter.About is null || waiting.Subject == filter.About).GroupBy(waiting => (waiting.Role, waiting.Subject)))
            {
                invocation.Complain($"dhr: nobody holds the role {role.Key.Role}: {Recorded.Counted(role.Count(), "notice")} about {role.Key.Subject} {(role.Count() == 1 ? "has" : "have")} waited for an address since {Invocation.Text(role.Min(waiting => waiting.PlannedOn))}. Add a contact.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(Invocation invocation, Shared shared)
    {
        var id = new Argument<string>("ID") { Description = "The delivery's id, as outbox list shows it" };
        var html = new Option<bool>("--html") { Description = "The HTML instead of the text" };
        var command = new Command("show", """
            Shows one delivery: what it says, to whom, what became of it so far, and what was answered.

            Examples:
              dhr outbox show 0f3a5c
              dhr outbox show 0f3a5c --html
            """)
        {
            id, html,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var delivery = OutboxDecisions.Find(ledger, parsed.GetValue(id)!);
            invocation.Show(OutboxLine.Show(delivery, ledger.HistoriesOf([delivery.Id])[0], parsed.GetValue(html)));
            return ExitCode.Done;
        });
        return command;
    }
}
