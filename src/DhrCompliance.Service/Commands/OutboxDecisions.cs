using System.CommandLine;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr outbox retry|discard</c>: what a person decides of deliveries that did not simply go out.</summary>
internal static class OutboxDecisions
{
    public static Command Retry(Invocation invocation, Shared shared)
    {
        var ids = Ids();
        var failed = new Option<bool>("--failed") { Description = "Every delivery that failed" };
        var unknown = new Option<bool>("--unknown") { Description = "Every delivery of which it is not known whether it arrived" };
        var command = new Command("retry", """
            Puts deliveries back among those that wait; the next run, or the service within a minute, sends them. One that is unknown may arrive twice.
            The text and the address stay as they were: of a wrong address, correct the contact and discard the delivery.

            Examples:
              dhr outbox retry 0f3a5c
              dhr outbox retry --failed
              dhr outbox retry --unknown --by "A. Officer"
            """)
        {
            ids, failed, unknown,
        };
        command.SetAction(parsed =>
        {
            string[] states = [.. parsed.GetValue(failed) ? [DeliveryState.Failed] : Array.Empty<string>(), .. parsed.GetValue(unknown) ? [DeliveryState.Unknown] : Array.Empty<string>()];
            var named = parsed.GetValue(ids)!;
            if (named.Length > 0 == states.Length > 0)
            {
                throw new UsageException("Name deliveries, or all of a kind by --failed or --unknown.");
            }

            using var ledger = Open(parsed, invocation, shared);
            var chosen = states.Length > 0 ? ledger.Deliveries(new DeliveryFilter { States = [.. states] }) : [.. named.Select(id => Find(ledger, id))];
            return Decide(invocation, ledger, shared.Act(parsed, invocation, "outbox retry"), chosen, (writer, delivery) => Reconciliation.Retry(ledger, writer, delivery));
        });
        return command;
    }

    public static Command Discard(Invocation invocation, Shared shared)
    {
        var ids = Ids();
        ids.Arity = ArgumentArity.OneOrMore;
        var reason = new Option<string>("--reason") { Description = "Why, kept beside it", HelpName = "TEXT", Required = true };
        var command = new Command("discard", """
            Ends deliveries: they are never sent. What they carry is told to nobody by them, and is not planned again because of this: repeats and later
            steps of the same duty come as the rules say.

            Examples:
              dhr outbox discard 0f3a5c --reason "told by telephone on 3 March"
            """)
        {
            ids, reason,
        };
        command.SetAction(parsed =>
        {
            var why = parsed.GetValue(reason)!;
            if (string.IsNullOrWhiteSpace(why))
            {
                throw new UsageException("--reason is empty: say why the mail is not sent.");
            }

            using var ledger = Open(parsed, invocation, shared);
            var chosen = parsed.GetValue(ids)!.Select(id => Find(ledger, id)).ToList();
            return Decide(invocation, ledger, shared.Act(parsed, invocation, "outbox discard"), chosen, (writer, delivery) => Reconciliation.Discard(ledger, writer, delivery, why));
        });
        return command;
    }

    /// <summary>The delivery whose id is or begins so. Throws <see cref="UsageException"/> where there is none or several.</summary>
    public static DeliveryRow Find(LedgerDatabase ledger, string id)
    {
        var found = ledger.Delivery(id) is { } exact ? [exact] : ledger.Deliveries(DeliveryFilter.All).Where(one => one.Id.StartsWith(id, StringComparison.Ordinal)).Take(2).ToList();
        return found switch
        {
            [var delivery] => delivery,
            [] => throw new UsageException($"There is no delivery '{id}': see 'dhr outbox list'."),
            _ => throw new UsageException($"Several deliveries begin with '{id}': give more of the id."),
        };
    }

    public static Argument<string[]> Ids() => new("ID") { Description = "Deliveries, as outbox list shows them", Arity = ArgumentArity.ZeroOrMore };

    private static LedgerDatabase Open(ParseResult parsed, Invocation invocation, Shared shared) =>
        LedgerDatabase.Open(shared.Settings(parsed, invocation).Ledger.Path, OpenMode.Write, invocation.Clock);

    /// <summary>Decides each in one act, and tells of each what was done, or why it was not.</summary>
    public static int Decide(
        Invocation invocation, LedgerDatabase ledger, Act act, IReadOnlyList<DeliveryRow> chosen, Func<LedgerWriter, DeliveryRow, Reconciled> decide)
    {
        if (chosen.Count == 0)
        {
            invocation.Say("There is no such delivery; nothing was done.");
            return ExitCode.Done;
        }

        using var writer = ledger.Write(act, invocation.Stop);
        var decided = chosen.DistinctBy(delivery => delivery.Id).Select(delivery => decide(writer, delivery)).ToList();
        var done = decided.Count(one => one.IsDone);
        if (done > 0)
        {
            writer.Commit();
        }

        foreach (var one in decided.Where(one => one.IsDone))
        {
            invocation.Say(one.Words);
        }

        foreach (var one in decided.Where(one => !one.IsDone))
        {
            invocation.Complain($"dhr: {one.Words}");
        }

        return done == decided.Count ? ExitCode.Done : done == 0 ? ExitCode.Usage : ExitCode.Partly;
    }
}
