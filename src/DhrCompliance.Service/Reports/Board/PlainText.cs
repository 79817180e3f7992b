using System.Globalization;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>Small things of English that the page needs.</summary>
internal static class PlainText
{
    public static string Capital(string text) =>
        text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    public static string Days(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "day" : "days")}");
}
