using System.Security.Cryptography;
using System.Text;

namespace DhrCompliance.Service.Intake.Rows;

/// <summary>
/// A short text that stands for what a row says: two versions of a row that say the same have the same one. It is kept beside an exported
/// row, so that an import can tell what was changed in the workbook from what was changed in the register since.
/// </summary>
internal static class RowVersion
{
    private const int Length = 12;

    public static string Of(IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder();
        foreach (var (column, value) in values.OrderBy(value => value.Key, StringComparer.Ordinal))
        {
            text.Append(column).Append('\u001f').Append(value).Append('\u001e');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Length];
    }
}
