using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Export;

/// <summary>The register as the sheets of the import format: importing them into an empty register gives the same rows.</summary>
internal static class RegisterSheets
{
    public const string Ending = ".csv";

    /// <summary>When the register saw a version; a column of the history alone.</summary>
    public const string WitnessedAt = "witnessed-at";

    /// <summary>
    /// Every table, each with all the columns that the vocabulary knows and those that the rows have beside, in an order that
    /// depends on nothing but the rows. Versions of one row keep the order in which they came.
    /// </summary>
    public static ImmutableArray<Sheet> Of(RegisterRows rows, KnownWords words, bool isHistory = false)
    {
        Dictionary<string, string> Seen(Dictionary<string, string> values, DateTimeOffset? at)
        {
            if (isHistory && at is { } moment)
            {
                values[WitnessedAt] = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            }

            return values;
        }

        return
        [
            Make(TableName.Partnerships, words, [], rows.Partnerships.Select(row => Seen(RegisterForm.Values(row), row.WitnessedAt)), TableColumns.Id),
            Make(TableName.Protocols, words, [], rows.Protocols.Select(row => Seen(RegisterForm.Values(row), row.WitnessedAt)),
                TableColumns.Partnership, TableColumns.Pack, TableColumns.From),
            Make(TableName.Cases, words, FactNames(words, isOfItems: false), rows.Cases.Select(row => Seen(RegisterForm.Values(row), row.WitnessedAt)),
                TableColumns.Reference),
            Make(TableName.CasePartnerships, words, [], rows.CasePartnerships.Select(row => Seen(RegisterForm.Values(row), row.WitnessedAt)),
                TableColumns.Reference, TableColumns.Partnership),
            Make(TableName.Contacts, words, [], rows.Contacts.Select(row => Seen(RegisterForm.Values(row), row.WitnessedAt)),
                TableColumns.Partnership, TableColumns.Case, TableColumns.Agency, TableColumns.Role, TableColumns.Email, TableColumns.From),
            Make(TableName.Items, words, FactNames(words, isOfItems: true), rows.Items.Select(row => Seen(RegisterForm.Values(row), row.WitnessedAt)),
                TableColumns.Reference, TableColumns.Id),
            Make(TableName.Events, words, AttributeNames(words), rows.Events.Select(row => Seen(RegisterForm.Values(row), row.WitnessedAt)),
                TableColumns.Reference, TableColumns.Id),
        ];
    }

    private static Sheet Make(TableName table, KnownWords words, IEnumerable<string> vocabulary, IEnumerable<Dictionary<string, string>> rows, params string[] key)
    {
        // Numbers at the end of ids have no leading zeros, so that a shorter key comes first.
        ImmutableArray<Dictionary<string, string>> values =
        [
            .. key.Aggregate(
                rows.OrderBy(_ => 0),
                (sorted, column) => sorted.ThenBy(row => column == TableColumns.Id ? row[column].Length : 0).ThenBy(row => row.GetValueOrDefault(column, ""), StringComparer.Ordinal)),
        ];
        ImmutableArray<string> columns =
        [
            .. TableColumns.Of(table, words).Select(column => column.Name)
                .Concat(vocabulary)
                .Concat(values.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
        return new Sheet
        {
            File = SheetNames.Of(table) + Ending,
            Table = table,
            Columns = columns,
            Rows = [.. values.Select((row, index) => new SheetRow(index + 2, [.. columns.Select(column => CellText.Write(row.GetValueOrDefault(column, "")))]))],
        };
    }

    private static IEnumerable<string> FactNames(KnownWords words, bool isOfItems) =>
        words.Vocabulary.Facts.Where(fact => fact.Of is not null == isOfItems).Select(fact => fact.Name);

    private static IEnumerable<string> AttributeNames(KnownWords words) =>
        words.Vocabulary.Events.SelectMany(kind => kind.Attributes).Select(attribute => attribute.Name);
}
