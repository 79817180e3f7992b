using System.CommandLine;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr rules adopt</c>: a second person brings proposed rules into force.</summary>
internal static class RulesAdoptCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var hash = new Argument<string>("HASH") { Description = "The rulebook, or the beginning of its hash, as 'dhr rules proposals' and the page show it" };
        var command = new Command("adopt", """
            Brings a proposed rulebook into force: exactly the text that was proposed. Never by the person who proposed it. One that was in force
            before can be brought back the same way. The next sweep looks at every case.

            Examples:
              dhr rules adopt 3fa9c1d20b77 --by "J Smith"
            """)
        {
            hash,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var by = Name(parsed.GetValue(shared.By), "adopts");
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.Write, invocation.Clock);
            var act = new Act("rules adopt", by, invocation.Host, Invocation.Version);
            if (ledger.Rulebooks().InForce is not { } replaced)
            {
                throw new UsageException("No rulebook is in force yet: the first sweep ('dhr run', or 'dhr serve') adopts the one in the folder of rule files.");
            }

            var whole = KeptRulebooks.Find(ledger, parsed.GetValue(hash)!);
            if (whole == replaced)
            {
                invocation.Say($"{Hashes.Short(whole)} is in force already.");
                return ExitCode.Done;
            }

            var adopting = new Adopting(ledger, new RulesInForce(settings, act, invocation.User), act, invocation.User);
            var (proposal, verdict) = adopting.Prepare(whole, invocation.Today);
            adopting.Adopt(proposal, whole, replaced, invocation.Stop);
            Tell(invocation, settings, proposal, verdict, whole, replaced);
            RulesAtRun.Tell(settings, act, ledger.Rulebooks(), invocation);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A person who stands for something is named, not taken from whoever is logged in. Throws <see cref="UsageException"/>.</summary>
    public static string Name(string? by, string does) => Proposers.Plain(by ?? "") is { Length: > 0 } name ? name
        : throw new UsageException($"Say who {does}: --by NAME.");

    private static void Tell(Invocation invocation, ServiceSettings settings, RulebookStep? proposal, Verdict verdict, string hash, string replaced)
    {
        invocation.Say($"{Hashes.Short(hash)} is in force, in place of {Hashes.Short(replaced)}.");
        invocation.Say($"On {Invocation.Text(verdict.Impact!.AsOf)}: {verdict.Detail}");
        if (proposal is not null && proposal.Detail != verdict.Detail)
        {
            invocation.Say($"The register has changed since it was proposed ({Instants.LondonText(proposal.At)}); then: {proposal.Detail}");
        }

        invocation.Say($"The next sweep looks at every case: 'dhr run', or by itself within minutes where 'dhr serve' runs. To go back: dhr rules adopt {Hashes.Short(replaced)} --by NAME");
        if (proposal is { Source: not (RulebookStep.Folder or RulebookStep.Command) })
        {
            Pages.TryWrite(FolderCandidate.PageOf(settings, proposal.Source, hash), Pages.Answer(invocation.Clock.GetUtcNow(), "These rules are in force",
                [$"The rules {Hashes.Short(hash)} were adopted and are in force. What lies here has done its work and may be deleted.", proposal.Detail]));
            invocation.Say($"The folder {settings.Rules.Path} does not hold them: 'dhr rules export DIR' writes them, to be edited next time.");
        }
    }
}
