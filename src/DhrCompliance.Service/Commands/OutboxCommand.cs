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
        OutboxApprove.Create(invocation, shared),
        OutboxDecisions.Retry(invocation, shared),
        OutboxDecisions.Discard(invocation, shared),
    };

    private static Command List(Invocation invocation, Shared shared)
    {
        var state = new Option<string?>("--state") { Description = "Only deliveries in this state, such as held or failed", HelpName = "STATE" };
        var held = new Option<bool>("--held") { Description = "Only deliveries that wait for a person to release them" };
        var about = new Option<string?>("--case") { Description = "Only deliveries about this case", HelpName = "REF" };
        var format = new Option<string>("--format") { Description = "table, list, csv or json", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("table", "list", "csv", "json");
        var command = new Command("list", """
            Lists deliveries, the oldest first, and notices that wait for an address.

            Examples:
              dhr outbox list
              dhr outbox list --held
              dhr outbox list --state failed --format list
            """)
        {
            state, held, about, format,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            StateNames.RequireOfDelivery(parsed.GetValue(state));
            if (parsed.GetValue(held) && parsed.GetValue(state) is not (null or DeliveryState.Held))
            {
                throw new UsageException("--held and --state ask for different deliveries: give one of them.");
            }

            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var filter = new DeliveryFilter { States = parsed.GetValue(held) ? [DeliveryState.Held] : parsed.GetValue(state) is { } one ? [one] : [], About = parsed.GetValue(about) };
            var lines = OutboxLine.Of(ledger.Deliveries(filter), ledger).ToList();
            var table = OutboxTable.Of(lines);
            switch (parsed.GetValue(format))
            {
                case "json":
                    invocation.Show(TableJson.Of(table));
                    break;
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
        var text = new Option<bool>("--text") { Description = "Only the text" };
        var html = new Option<bool>("--html") { Description = "Only the HTML" };
        var command = new Command("show", """
            Shows one delivery: to whom, what became of it so far, what was answered, and what it says, as text, as HTML, and the calendar that comes with it.

            Examples:
              dhr outbox show 0f3a5c
              dhr outbox show 0f3a5c --text
            """)
        {
            id, text, html,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var delivery = OutboxDecisions.Find(ledger, parsed.GetValue(id)!);
            var (isText, isHtml) = (parsed.GetValue(text), parsed.GetValue(html));
            invocation.Show(OutboxLine.Show(delivery, ledger.HistoriesOf([delivery.Id])[0]));
            var calendar = isText || isHtml ? null : delivery.Calendar?.ReplaceLineEndings("\n");
            foreach (var part in new[] { isText || !isHtml ? delivery.Text : null, isHtml || !isText ? delivery.Html : null, calendar }.OfType<string>())
            {
                invocation.Show();
                invocation.Show(part);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
