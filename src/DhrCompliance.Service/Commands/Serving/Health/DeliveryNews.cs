using System.Globalization;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Commands.Serving.Health;

/// <summary>What the operator is told of deliveries that need a person: counts and ids, once a day at most.</summary>
internal static class DeliveryNews
{
    private const int MostNamed = 20;

    /// <summary>Null: there are none, or the register cannot be read, which is told as such.</summary>
    public static OperatorNews? Of(string ledgerPath, TimeProvider clock)
    {
        try
        {
            using var ledger = LedgerDatabase.Open(ledgerPath, OpenMode.ReadOnly, clock, OpenOptions.Default with { Patience = TimeSpan.FromSeconds(1) });
            var failed = Ids(ledger, DeliveryState.Failed);
            var unknown = Ids(ledger, DeliveryState.Unknown);
            return failed.Count + unknown.Count == 0 ? null : new OperatorNews(
                "deliveries",
                Invocation.Text(Instants.LondonDay(clock.GetUtcNow())),
                string.Create(CultureInfo.InvariantCulture, $"{HealthWords.Counted(failed.Count, "delivery", "deliveries")} failed, {unknown.Count} in doubt"),
                string.Join("\n\n", Paragraphs(failed, unknown)))
            {
                AgainAfterSweep = false,
            };
        }
        catch (LedgerException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Paragraphs(List<string> failed, List<string> unknown)
    {
        if (failed.Count > 0)
        {
            yield return $"""
                Failed, and not sent again by themselves: {Named(failed)}
                'dhr outbox show ID' tells the answer of each. Once a mail server that was wrong is mended: 'dhr outbox retry ID', or '--failed' for all. A wrong address: correct the contact, then 'dhr outbox discard ID --reason TEXT'.
                """;
        }

        if (unknown.Count > 0)
        {
            yield return $"""
                May have arrived or not: {Named(unknown)}
                Ask the recipient, or look into the mail server's log. Then 'dhr outbox retry ID', and it may arrive twice, or 'dhr outbox discard ID --reason TEXT'.
                """;
        }
    }

    private static List<string> Ids(LedgerDatabase ledger, string state) =>
        [.. ledger.Deliveries(new DeliveryFilter { States = [state] }).Select(delivery => delivery.Id)];

    private static string Named(List<string> ids) => ids.Count switch
    {
        0 => "none",
        <= MostNamed => string.Join(", ", ids),
        _ => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", ids.Take(MostNamed))} and {ids.Count - MostNamed} more"),
    };
}
