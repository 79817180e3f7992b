using System.Collections.Immutable;
using System.Globalization;
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
            .. Enum.GetValues<TableName>().Select(table =>
                SheetMaking.Make(table, words, RegisterForm.Rows(rows, table).Select(row => Seen(row.Values, row.WitnessedAt)))),
        ];
    }
}
