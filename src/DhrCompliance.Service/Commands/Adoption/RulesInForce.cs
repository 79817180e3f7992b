using DhrCompliance.Assessments;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>
/// The rulebook in force for a register, from the texts that the register keeps; where nothing is in force yet, that of the folder of rule
/// files, which is adopted by being the first. Not for several threads at once.
/// </summary>
/// <param name="settings">Where the folder is.</param>
/// <param name="act">Who reads, and adopts a first one.</param>
/// <param name="account">The account of the operating system.</param>
/// <param name="isNamed">True: the folder governs whatever is in force; what takes force by that is recorded.</param>
internal sealed class RulesInForce(ServiceSettings settings, Act act, string account, bool isNamed = false)
{
    private RulesNow? _last;

    public RulesSource Source => new(Now, Confirm);

    public bool IsNamed => isNamed;

    /// <summary>Throws <see cref="RulesException"/> where it cannot be used.</summary>
    public RulesNow Now(LedgerDatabase ledger)
    {
        if (isNamed || ledger.Rulebooks().InForce is not { } hash)
        {
            return _last = OfFolder(settings.Rules.Path);
        }

        if (_last?.Rulebook.Rulebook.Hash != hash)
        {
            _last = new RulesNow(CompiledRulebook.Compile(RulesFolder.Read(ledger, hash)), ledger.RulebookFiles(hash));
        }

        return _last;
    }

    /// <summary>What a change is laid over; null: nothing is in force yet.</summary>
    public Basis? Basis(LedgerDatabase ledger)
    {
        if (ledger.Rulebooks().InForce is not { } hash)
        {
            return null;
        }

        try
        {
            var now = Now(ledger);
            return new Basis(hash, now.Files, now.Rulebook);
        }
        catch (RulesException)
        {
            // A change must be possible then above all.
            return new Basis(hash, ledger.RulebookFiles(hash), null);
        }
    }

    /// <summary>The rules of a folder. Throws <see cref="RulesException"/> with every mistake.</summary>
    public static RulesNow OfFolder(string folder)
    {
        var files = RulesFolder.Files(folder);
        return new RulesNow(CompiledRulebook.Compile(RulesFolder.Read(files, folder)), RulesFolder.Texts(files));
    }

    /// <summary>The packs of a rulebook, by name.</summary>
    public static IReadOnlyList<string> Packs(RulesNow rules) => [.. rules.Rulebook.Rulebook.Packs.Select(pack => pack.Id)];

    /// <summary>Records what is in force where only the sweeps say it, as in a register from before adoption.</summary>
    public void Settle(LedgerDatabase ledger)
    {
        if (ledger.Rulebooks() is { Adoption: null, InForce: not null } && Basis(ledger) is { Rulebook: not null })
        {
            var rules = Now(ledger);
            using var writer = ledger.Write(act);
            Confirm(ledger, writer, rules);
            writer.Commit();
        }
    }

    private void Confirm(LedgerDatabase ledger, LedgerWriter writer, RulesNow rules)
    {
        var standing = ledger.Rulebooks();
        var hash = rules.Rulebook.Rulebook.Hash;
        if (standing.Adoption is not null && standing.InForce == hash)
        {
            return;
        }

        if (standing.InForce is { } other && other != hash && !isNamed)
        {
            throw new RulesMovedException();
        }

        writer.AppendRulebook(hash, rules.Files, Packs(rules));
        writer.AppendRulebookStep(new RulebookStep
        {
            Kind = RulebookStep.Adopted,
            Source = isNamed && standing.InForce is not null ? RulebookStep.Command : RulebookStep.Folder,
            Content = hash,
            Hash = hash,
            Base = standing.InForce == hash ? null : standing.InForce,
            By = act.By,
            Account = account,
            Detail = standing.InForce is null ? "The first rulebook of this register."
                : standing.InForce == hash ? "In force already when adoption began to be recorded: the last sweep used it."
                : "Named for a sweep of a demonstration.",
        });
    }
}

/// <summary>The rules in force, as something that a change is laid over.</summary>
/// <param name="Hash">Their hash.</param>
/// <param name="Files">Their files.</param>
/// <param name="Rulebook">The rulebook; null: this version of the program cannot read it.</param>
internal sealed record Basis(string Hash, IReadOnlyList<(string Path, string Text)> Files, CompiledRulebook? Rulebook);
