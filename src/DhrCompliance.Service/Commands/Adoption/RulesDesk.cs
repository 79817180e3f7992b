using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>
/// Looks whether somebody has changed the folder of rule files or put something into the folder of proposals: reads it whole, checks it,
/// computes what it would do, records it, and writes its page. What it is told of it stands in the register, so that several of these beside
/// each other, one after a restart, or one that looks again say nothing twice. Not for several threads at once.
/// </summary>
/// <param name="settings">Where the folders are, and how a change takes force.</param>
/// <param name="act">Who looks.</param>
/// <param name="account">The account of the operating system that this runs under.</param>
/// <param name="clock">The clock.</param>
internal sealed class RulesDesk(ServiceSettings settings, Act act, string account, TimeProvider clock)
{
    // Those beside the executable are also found where one's own folder is not there for a moment: they never take its place by themselves.
    private bool IsAtOnce(Candidate candidate) => settings.Adopting.Adoption == RulesSettings.OnCheck && !(candidate.Source == RulebookStep.Folder && settings.AreRulesShipped);

    /// <summary>One look. Does nothing while no rulebook is in force: the first sweep adopts one.</summary>
    /// <param name="ledger">The register, open to write.</param>
    /// <param name="inForce">The rules in force.</param>
    /// <param name="isSettled">Whether a source has stayed at a hash for long enough to be whole; asked of what is new alone.</param>
    /// <param name="stop">Heard between two sources.</param>
    public void Look(LedgerDatabase ledger, RulesInForce inForce, Func<string, string, bool> isSettled, CancellationToken stop)
    {
        if (ledger.Rulebooks().InForce is null)
        {
            return;
        }

        inForce.Settle(ledger);
        foreach (var list in new[] { Folder, Proposed })
        {
            // What the first brought into force is what the second is compared with.
            foreach (var candidate in list(inForce.Basis(ledger)!))
            {
                stop.ThrowIfCancellationRequested();
                Look(candidate, ledger, inForce.Basis(ledger)!, isSettled);
            }
        }
    }

    private IEnumerable<Candidate> Proposed(Basis now) => ProposalFolders.In(settings.Proposals.Path, now.Files, account);

    private IEnumerable<Candidate> Folder(Basis now)
    {
        IReadOnlyList<RuleFile> files;
        try
        {
            files = RulesFolder.Files(settings.Rules.Path);
        }
        catch (Exception error) when (error is RulesException or IOException or UnauthorizedAccessException)
        {
            files = [];
        }

        yield return FolderCandidate.Of(files, settings, RulebookStep.Folder, Proposers.Of(settings.Rules.Path, files, now.Files, account));
    }

    private void Look(Candidate candidate, LedgerDatabase ledger, Basis now, Func<string, string, bool> isSettled)
    {
        var standing = ledger.Rulebooks();
        var last = standing.LastOf(candidate.Source);
        if (candidate.Hash == standing.InForce)
        {
            if (last is { Kind: RulebookStep.Proposed or RulebookStep.Refused } && last.Hash != candidate.Hash && isSettled(candidate.Source, candidate.Content))
            {
                TakeBack(candidate, last, ledger);
            }

            return;
        }

        if (IsNews(candidate, last, standing) && isSettled(candidate.Source, candidate.Content))
        {
            Propose(candidate, last, ledger, now);
        }
        else if (last?.Hash == candidate.Hash && !File.Exists(candidate.Page) && (standing.IsWaiting(last) || (candidate.IsAnswered && last.Kind == RulebookStep.Refused)))
        {
            Pages.TryWrite(candidate.Page, Pages.Of(candidate, Judging.Of(candidate.Files, ledger, now.Rulebook, Today), now, false, clock.GetUtcNow()));
        }
    }

    /// <summary>What a source said last, and what lies where it was left after something else came into force, is no news.</summary>
    private bool IsNews(Candidate candidate, RulebookStep? last, RulebookStanding standing) =>
        last is null || last.Content != candidate.Content
        || (standing.IsWaiting(last) && (last.Base != standing.InForce || IsAtOnce(candidate)))
        || (last.Kind == RulebookStep.Refused && last.Hash != candidate.Hash);

    private DateOnly Today => Instants.LondonDay(clock.GetUtcNow());

    /// <summary>Judges and records what somebody hands in; null: something else was recorded meanwhile, to be looked at again.</summary>
    public Verdict? Propose(Candidate candidate, RulebookStep? last, LedgerDatabase ledger, Basis now)
    {
        var verdict = Judging.Of(candidate.Files, ledger, now.Rulebook, Today);
        var isInForce = verdict.IsGood && IsAtOnce(candidate);
        using (var writer = ledger.Write(act))
        {
            var standing = ledger.Rulebooks();
            if (standing.InForce != now.Hash || standing.LastOf(candidate.Source)?.Row != last?.Row)
            {
                return null;
            }

            var step = new RulebookStep
            {
                Kind = verdict.IsGood ? RulebookStep.Proposed : RulebookStep.Refused,
                Source = candidate.Source,
                Content = candidate.Content,
                Hash = candidate.Hash,
                Base = standing.InForce,
                By = candidate.By,
                Account = account,
                Detail = verdict.Detail,
            };
            if (verdict.IsGood)
            {
                writer.AppendRulebook(candidate.Hash, verdict.Rules!.Files, RulesInForce.Packs(verdict.Rules));
            }

            writer.AppendRulebookStep(step);
            if (isInForce)
            {
                writer.AppendRulebookStep(step with { Kind = RulebookStep.Adopted, Detail = "At once, as the settings have it (Rules:Adoption = on-check)." });
            }

            writer.Commit();
        }

        if (verdict.IsGood || candidate.IsAnswered)
        {
            Pages.TryWrite(candidate.Page, Pages.Of(candidate, verdict, now, isInForce, clock.GetUtcNow()));
        }

        return verdict;
    }

    private void TakeBack(Candidate candidate, RulebookStep last, LedgerDatabase ledger)
    {
        using (var writer = ledger.Write(act))
        {
            var standing = ledger.Rulebooks();
            if (standing.InForce != candidate.Hash || standing.LastOf(candidate.Source)?.Row != last.Row)
            {
                return;
            }

            writer.AppendRulebookStep(new RulebookStep
            {
                Kind = RulebookStep.Withdrawn,
                Source = candidate.Source,
                Content = candidate.Content,
                Hash = candidate.Hash,
                Base = last.Hash,
                By = candidate.By,
                Account = account,
                Detail = "Its source holds the rules in force again.",
            });
            writer.Commit();
        }

        if (candidate.IsAnswered)
        {
            Pages.TryWrite(candidate.Page, Pages.Answer(clock.GetUtcNow(), "Nothing differs from the rules in force",
                ["What was proposed here before is taken back. To propose a change, put the changed files here.", .. candidate.Remarks]));
        }
    }
}
