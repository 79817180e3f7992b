using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;
using DhrCompliance.Scenarios;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>Brings a rulebook into force that the register keeps: exactly the text that was proposed, whatever lies in a folder now.</summary>
/// <param name="ledger">The register, open to write.</param>
/// <param name="inForce">The rules in force.</param>
/// <param name="act">Who adopts.</param>
/// <param name="account">The account of the operating system that this is typed from.</param>
internal sealed class Adopting(LedgerDatabase ledger, RulesInForce inForce, Act act, string account)
{
    /// <summary>What adopting would do now. Throws <see cref="UsageException"/> where it may not be adopted, or not by this person.</summary>
    /// <param name="hash">The whole hash.</param>
    /// <param name="today">The day assessed.</param>
    public (RulebookStep? Proposal, Verdict Verdict) Prepare(string hash, DateOnly today)
    {
        var standing = ledger.Rulebooks();
        var proposal = Allowed(standing, hash);
        var texts = ledger.RulebookFiles(hash);
        var rules = new RulesNow(CompiledRulebook.Compile(RulesFolder.Read(ledger, hash)), texts);
        RequireScenarios(rules.Rulebook.Rulebook, hash);
        var before = inForce.Basis(ledger)?.Rulebook;
        return (proposal, new Verdict { Rules = rules, Impact = Judging.Impact(ledger, before, rules, today), IsBlind = before is null });
    }

    /// <summary>Puts it into force. Throws <see cref="UsageException"/> where something else happened since it was prepared.</summary>
    public void Adopt(RulebookStep? proposal, string hash, string replaced, CancellationToken stop)
    {
        using var writer = ledger.Write(act, stop);
        var standing = ledger.Rulebooks();
        if (standing.InForce != replaced || Allowed(standing, hash)?.Row != proposal?.Row)
        {
            throw new UsageException("Something else was proposed or adopted in this very moment: 'dhr rules proposals' shows what; then adopt again.");
        }

        writer.AppendRulebookStep(new RulebookStep
        {
            Kind = RulebookStep.Adopted,
            Source = proposal?.Source ?? RulebookStep.Command,
            Content = proposal?.Content ?? hash,
            Hash = hash,
            Base = replaced,
            By = act.By,
            Account = account,
            Detail = proposal is null ? $"{act.By} brought them into force again." : $"{act.By} adopted what {(proposal.By.Length > 0 ? proposal.By : "somebody whose name is not known")} had proposed.",
        });
        writer.Commit();
    }

    /// <summary>The proposal that is adopted; null: the rulebook was in force before.</summary>
    private RulebookStep? Allowed(RulebookStanding standing, string hash)
    {
        var of = standing.Steps.Where(step => step.Hash == hash && step.Kind == RulebookStep.Proposed).ToList();
        foreach (var by in of.Select(step => step.By).Where(IsMe))
        {
            throw new UsageException($"{by} proposed these rules, so another person adopts them: --by names who does{(Proposers.IsOne(by, act.By) ? "" : $"; you are logged in as {account}")}.");
        }

        if (of.FindLast(standing.IsWaiting) is { } waiting)
        {
            return waiting.Base == standing.InForce ? waiting : throw new UsageException(
                $"Since these rules were proposed, others came into force ({Hashes.Short(standing.InForce!)}), so that their page no longer says what they would do. The service, or 'dhr run', proposes them anew within some minutes; or type 'dhr rules propose'.");
        }

        return standing.WasInForce(hash) || of.Count == 0 ? null : throw new UsageException(
            $"These rules were proposed, and then taken back or replaced by others{(standing.Waiting.LastOrDefault() is { } other ? $"; what waits is {Hashes.Short(other.Hash)}" : "")}. 'dhr rules proposals' shows all; 'dhr rules propose' proposes again.");
    }

    /// <summary>By the name that adopts, or by the account that types, unless that is one which several people share.</summary>
    private bool IsMe(string proposers) => Proposers.IsOne(proposers, act.By) || Proposers.IsOne(proposers, account);

    // They passed when it was proposed; another version of the program may see it otherwise.
    private static void RequireScenarios(Rulebook rulebook, string hash)
    {
        var failing = ScenarioRunner.Run(rulebook, rulebook.Scenarios).Count(result => !result.Passed);
        if (failing > 0)
        {
            throw new UsageException($"{Recorded.Counted(failing, "scenario")} of {Hashes.Short(hash)} {(failing == 1 ? "is" : "are")} not as expected by this version of the program: 'dhr rules export DIR --rulebook {Hashes.Short(hash)}', then 'dhr rules test --rules DIR'.");
        }
    }
}
