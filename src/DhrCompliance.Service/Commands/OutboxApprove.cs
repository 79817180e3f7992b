using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr outbox approve</c>: a named person releases what was held.</summary>
internal static class OutboxApprove
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var ids = OutboxDecisions.Ids();
        var all = new Option<bool>("--all-held-by-breaker") { Description = "Every mail that is held because a sweep would have sent too many (Post:MaxPerSweep)" };
        var reason = new Option<string?>("--reason") { Description = "Why, kept beside it; no names", HelpName = "TEXT" };
        var command = new Command("approve", """
            Releases mails that are held until a named person does so; the next run, or the service within a minute, sends them. A mail that was
            written on an earlier day is written anew, with what is so today and to whoever holds the role today. One whose ground was lost is not released.

            Examples:
              dhr outbox list --held
              dhr outbox approve 0f3a5c --by "J Smith"
              dhr outbox approve --all-held-by-breaker --by "J Smith" --reason "first import, checked with the team"
            """)
        {
            ids, all, reason,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var act = new Act("outbox approve", RulesAdoptCommand.Name(parsed.GetValue(shared.By), "releases"), invocation.Host, Invocation.Version);
            var why = parsed.GetValue(reason)?.Trim();
            var named = parsed.GetValue(ids)!;
            if (named.Length > 0 == parsed.GetValue(all))
            {
                throw new UsageException("Name deliveries ('dhr outbox list --held' shows them), or all that a sweep held by --all-held-by-breaker.");
            }

            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.Write, invocation.Clock);
            var compiled = CompiledRulebook.Compile(RulesInUse.For(settings, ledger, invocation));
            var chosen = parsed.GetValue(all)
                ? [.. ledger.Deliveries(new DeliveryFilter { States = [DeliveryState.Held] }).Where(delivery => delivery.Kind is not (null or DeliveryKind.Held))]
                : (IReadOnlyList<DeliveryRow>)[.. named.Select(id => OutboxDecisions.Find(ledger, id))];
            var releasing = new Releasing(ledger, compiled, settings.From, PostTerms.Of(settings.Post), invocation.Today);
            return OutboxDecisions.Decide(invocation, ledger, act, chosen, (writer, delivery) => releasing.Release(writer, delivery, string.IsNullOrEmpty(why) ? null : why));
        });
        return command;
    }
}
