using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Rows;

/// <summary>
/// Rows in the words of today, each with the text that stands for its version. That text is made of the words that the register has, so
/// that it stays what it is when a word is renamed.
/// </summary>
internal sealed class ExportedVersions(RegisterRows stored, CurrentNames names)
{
    private readonly RegisterRows _current = new CurrentRows(stored, names).Rows;

    public IEnumerable<Dictionary<string, string>> Rows(TableName table)
    {
        // The word of a contact's role is part of its key, so that contacts are known by the word of today.
        var before = table is TableName.Contacts || names.AreAll ? _current : stored;
        return RegisterForm.Rows(_current, table).Zip(RegisterForm.Rows(before, table), (now, then) =>
        {
            var version = RowVersion.Of(then.Values);
            now.Values[TableColumns.AsExported] = version;
            return now.Values;
        });
    }
}
