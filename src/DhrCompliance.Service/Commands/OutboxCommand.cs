using System.CommandLine;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr outbox list|show</c>: what was, is and waits to be sent.</summary>
internal static class OutboxCommand
{
    public static Command Create(Invocation invocation, Shared shared) => new("outbox", "What was sent, waits, is held or failed.")
    {
        List(invocation, shared),
        Show(invocation, shared),
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
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var filter = new DeliveryFilter { States = parsed.GetValue(state) is { } one ? [one] : [], About = parsed.GetValue(about) };
            var table = OutboxTable.Of(OutboxLine.Of(ledger.Deliveries(filter)));
            switch (parsed.GetValue(format))
            {
                case "csv":
                    CsvTable.Write(invocation.Output, table);
                    break;
                case "list":
                    ListTable.Write(invocation.Output, table);
                    break;
                default:
                    TerminalTable.Write(invocation.Output, table, Looks.Of(invocation));
                    break;
            }

            foreach (var waiting in Outbox.WithoutAddress(ledger))
            {
                invocation.Complain($"dhr: nobody holds the role {waiting.Role}: {waiting.Rule} of {waiting.Subject} waits for an address since {Invocation.Text(waiting.PlannedOn)}.");
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
            Shows one delivery: what it says, to whom, and what its transport told.

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
            var wanted = parsed.GetValue(id)!;
            var found = ledger.Delivery(wanted) is { } exact ? [exact] : ledger.Deliveries(DeliveryFilter.All).Where(one => one.Id.StartsWith(wanted, StringComparison.Ordinal)).Take(2).ToList();
            if (found is not [var delivery])
            {
                throw new UsageException(found.Count == 0
                    ? $"There is no delivery '{wanted}': see 'dhr outbox list'."
                    : $"Several deliveries begin with '{wanted}': give more of the id.");
            }

            invocation.Say(OutboxLine.Show(delivery, parsed.GetValue(html)));
            return ExitCode.Done;
        });
        return command;
    }
}
