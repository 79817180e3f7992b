using DhrCompliance.Cases;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands;

/// <summary>Cases and partnerships by the names a person types.</summary>
internal static class Subjects
{
    /// <summary>The case files of these references. Throws <see cref="UsageException"/> where the register does not have one of them.</summary>
    public static IReadOnlyList<CaseFile> Files(LedgerDatabase ledger, string[] named, DateTimeOffset? known)
    {
        var files = ledger.CaseFiles(named, known).ToList();
        var found = files.Select(file => file.Reference).Concat(ledger.Unreadable.Select(row => row.Reference)).ToHashSet(StringComparer.Ordinal);
        return named.FirstOrDefault(one => !found.Contains(one)) is { } missing ? throw NoCase(ledger, missing) : files;
    }

    /// <summary>Whether a partnership has a part in the case. Null: none was named.</summary>
    public static bool IsOf(CaseFile file, string? partnership) =>
        partnership is null || file.Partnership == partnership || file.OtherPartnerships.Any(other => other.Partnership == partnership);

    /// <summary>The words for a case the register does not have, with the one that is probably meant.</summary>
    public static UsageException NoCase(LedgerDatabase ledger, string reference)
    {
        var rows = ledger.Rows();
        if (rows.Cases.Any(row => row.Reference == reference))
        {
            return new UsageException($"The register did not know of case '{reference}' by then: give a later --known-at.");
        }

        var hint = Nearest.Hint(reference, rows.Cases.Select(row => row.Reference).Concat(rows.Partnerships.Select(row => row.Id)));
        return new UsageException($"The register has no case '{reference}'{(hint.Length > 0 ? hint : ": 'dhr audit --format list' shows those it has.")}");
    }

    /// <summary>Throws <see cref="UsageException"/> where the register does not have the partnership. Null: none was named.</summary>
    public static void RequirePartnership(LedgerDatabase ledger, string? partnership)
    {
        if (partnership is null)
        {
            return;
        }

        var known = ledger.Rows().Partnerships.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        if (!known.Contains(partnership))
        {
            var hint = Nearest.Hint(partnership, known);
            throw new UsageException($"The register has no partnership '{partnership}'{(hint.Length > 0 ? hint : $"; it has: {string.Join(", ", known.Order(StringComparer.Ordinal))}.")}");
        }
    }
}
