using System.Text.RegularExpressions;

namespace DhrCompliance.Service.Intake.Cells;

/// <summary>
/// One plain mail address: no display name, no quotes, no comment, no list, nothing but ASCII. What it leaves out of the
/// standard nobody's office address uses, and each of those things has been used to add a recipient or a header.
/// </summary>
internal static partial class EmailAddress
{
    public const string Expected = "one plain mail address, such as team@example.gov.uk";

    public static bool Is(string text) => text.Length <= 254 && Shape().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_'+-]*(\.[A-Za-z0-9_'+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex Shape();
}
