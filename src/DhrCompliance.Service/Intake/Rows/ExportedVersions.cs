using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Rows;

/// <summary>
/// Rows in the words of today, each with the text that stands for its version. That text is made of the words that the register has, so
/// that it stays what it is when a word is renamed.
/// </summary>
/// <param name="stored">The rows, in the register's own words.</param>
/// <param name="names">The words of today.</param>
/// <param name="isHistory">True: there are several versions of a row, and all of them are meant.</param>
internal sealed class ExportedVersions(RegisterRows stored, CurrentNames names, bool isHistory = false)
{
    private readonly RegisterRows _current = Current(stored, names, isHistory);

    public IEnumerable<VersionedRow> Rows(TableName table)
    {
        // The word of a contact's role is part of its key, so that contacts are known by the word of today.
        var before = table is TableName.Contacts || names.AreAll ? _current : stored;
        return RegisterForm.Rows(_current, table).Zip(
            RegisterForm.Rows(before, table), (now, then) => new VersionedRow(now.Values, RowVersion.Of(then.Values), now.WitnessedAt));
    }

    private static RegisterRows Current(RegisterRows stored, CurrentNames names, bool isHistory)
    {
        var current = new CurrentRows(stored, names).Rows;
        return isHistory ? current with { Contacts = [.. stored.Contacts.Select(row => row with { Role = names.Role(row.Role) })] } : current;
    }
}

/// <summary>A row, the text that stands for its version, and when the register saw it.</summary>
internal sealed record VersionedRow(Dictionary<string, string> Values, string Version, DateTimeOffset? WitnessedAt);
