using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary>Rulebooks that the register keeps, by the hash a person types.</summary>
internal static class KeptRulebooks
{
    private const string Kind = "sha256:";

    /// <summary>The rulebook of a hash or of the beginning of one, with or without <c>sha256:</c>. Throws <see cref="UsageException"/> where that means none or several.</summary>
    public static Rulebook Read(LedgerDatabase ledger, string typed)
    {
        var hash = Find(ledger, typed);
        return RulesFolder.Read(ledger, hash);
    }

    /// <summary>The files of a rulebook that a command reads with: as the register keeps them, or else as they lie in the folder.</summary>
    public static IReadOnlyList<(string Path, string Text)> Texts(LedgerDatabase ledger, Rulebook rulebook, ServiceSettings settings) =>
        ledger.RulebookFiles(rulebook.Hash) is { Count: > 0 } kept ? kept : RulesFolder.Texts(RulesFolder.Files(settings.Rules.Path));

    /// <summary>The hash that is meant. Throws as <see cref="Read"/>.</summary>
    public static string Find(LedgerDatabase ledger, string typed)
    {
        var kept = ledger.StoredRulebooks();
        var begins = typed.StartsWith(Kind, StringComparison.OrdinalIgnoreCase) ? typed[Kind.Length..] : typed;
        var meant = begins.Length == 0 ? [] : kept.Where(book => book.Hash[Kind.Length..].StartsWith(begins, StringComparison.OrdinalIgnoreCase)).ToList();
        return meant is [var one]
            ? one.Hash
            : throw new UsageException(meant.Count > 1
                ? $"Several rulebooks in the register begin with '{typed}': give more of the hash.{Lines(meant)}"
                : kept.Count == 0
                    ? $"The register keeps no rulebook '{typed}', nor any other: 'dhr run' keeps each that it assesses with, and each that is proposed."
                    : $"The register keeps no rulebook '{typed}'. It keeps those that a run assessed with or that were proposed:{Lines(kept)}");
    }

    private static string Lines(IReadOnlyList<StoredRulebook> books) =>
        string.Concat(books.Select(book => $"{Environment.NewLine}  {book.Hash}, kept since {Invocation.Text(book.At)}"));
}
