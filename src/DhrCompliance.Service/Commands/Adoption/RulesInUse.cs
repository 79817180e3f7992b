using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>
/// The rules that a command reads with: those of a folder that it names; else those in force; else, before the first sweep, those of the
/// folder of the settings. Where folder and force differ, it is said which were taken.
/// </summary>
internal static class RulesInUse
{
    /// <summary>Throws <see cref="RulesException"/> where they cannot be used.</summary>
    /// <param name="settings">Where the folder is, and whether it was named for this command.</param>
    /// <param name="ledger">The register; null: there is none yet.</param>
    /// <param name="invocation">Is told where folder and force differ.</param>
    /// <param name="draft">A pack that is looked for in the folder where those in force do not have it.</param>
    public static Rulebook For(ServiceSettings settings, LedgerDatabase? ledger, Invocation invocation, string? draft = null)
    {
        if (ledger?.Rulebooks() is not { InForce: { } inForce } standing)
        {
            return RulesFolder.Read(settings.Rules.Path);
        }

        if (!settings.AreRulesNamed)
        {
            var kept = RulesFolder.Read(ledger, inForce);
            if (draft is not null && !Has(kept, draft) && RulesFolder.Read(settings.Rules.Path) is var folder && Has(folder, draft))
            {
                return NotInForce(folder, settings, inForce, invocation);
            }

            Beside(settings, standing, inForce, invocation);
            return kept;
        }

        return NotInForce(RulesFolder.Read(settings.Rules.Path), settings, inForce, invocation);
    }

    private static bool Has(Rulebook rulebook, string pack) => rulebook.Packs.Any(one => one.Id == pack);

    private static Rulebook NotInForce(Rulebook folder, ServiceSettings settings, string inForce, Invocation invocation)
    {
        if (folder.Hash != inForce)
        {
            invocation.Complain($"dhr: these are the rules of {RulesCommand.Shown(settings.Rules.Path, invocation)} ({Hashes.Short(folder.Hash)}), which are not in force; in force are {Hashes.Short(inForce)}.");
        }

        return folder;
    }

    /// <summary>Says where the folder holds other rules than those in force. True: it holds what cannot come into force.</summary>
    public static bool Beside(ServiceSettings settings, RulebookStanding standing, string inForce, Invocation invocation)
    {
        var place = RulesCommand.Shown(settings.Rules.Path, invocation);
        var folder = FolderState.Of(settings.Rules.Path, inForce);
        if (folder.Hash == inForce)
        {
            return false;
        }

        var refused = standing.LastOf(RulebookStep.Folder) is { Kind: RulebookStep.Refused } last && last.Hash == folder.Hash ? last : null;
        invocation.Complain($"dhr: these are the rules in force ({Hashes.Short(inForce)}). {What(folder, refused, standing, settings, place)}");
        return folder.Hash is null || folder.Mistakes > 0 || refused is not null;
    }

    private static string What(FolderState folder, RulebookStep? refused, RulebookStanding standing, ServiceSettings settings, string place) =>
        folder.Hash is not { } hash ? $"The folder {place} cannot be read."
        : folder.Mistakes > 0 ? $"The folder {place} holds {Recorded.Counted(folder.Mistakes, "mistake")} and cannot come into force: 'dhr rules check' names each."
        : refused is not null ? $"The folder {place} cannot come into force: {RulesNews.FirstLine(refused.Detail)} 'dhr rules test' shows each."
        : standing.Waiting.LastOrDefault(step => step.Hash == hash) is { } step
            ? $"The folder {place} holds others ({Hashes.Short(hash)}), which wait for a person{(step.By.Length > 0 ? $" other than {step.By}" : "")} to adopt them: '{Pages.Adopting(hash)}'. What they do: {FolderCandidate.PageOf(settings, step.Source, hash)}"
        : standing.WasInForce(hash) ? $"The folder {place} holds others ({Hashes.Short(hash)}), which were in force before: 'dhr rules export DIR' writes those in force."
        : $"The folder {place} holds others ({Hashes.Short(hash)}), which are not: 'dhr rules impact --with {place}' shows what they would change, and 'dhr rules propose' proposes them.";
}

/// <summary>What lies in a folder of rule files.</summary>
/// <param name="Hash">The hash of its files; null: it cannot be read.</param>
/// <param name="Mistakes">How many mistakes keep it from being used.</param>
internal sealed record FolderState(string? Hash, int Mistakes)
{
    /// <summary>Read whole only where it does not hold what is in force.</summary>
    public static FolderState Of(string folder, string inForce)
    {
        try
        {
            var files = RulesFolder.Files(folder);
            if (RulebookReader.HashOf(files) == inForce)
            {
                return new FolderState(inForce, 0);
            }

            var reading = RuleReadings.Of(files);
            return new FolderState(reading.Hash, reading.Diagnostics.Count(one => one.Severity == Severity.Error));
        }
        catch (Exception error) when (error is RulesException or IOException or UnauthorizedAccessException)
        {
            return new FolderState(null, 0);
        }
    }
}
