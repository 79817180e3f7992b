using System.Text.RegularExpressions;

namespace DhrCompliance.Service.Intake.Cells;

/// <summary>
/// What a case reference, a partnership's id, an event's or an item's id may be: 1 to 64 of A-Z a-z 0-9 . _ - and single
/// spaces, beginning and ending with a letter or digit. Such a text is no formula, ends no mail header, leads out of no
/// folder and needs no escaping in a file name, a subject line or a command.
/// </summary>
internal static partial class Identifier
{
    public const string Expected =
        "1 to 64 plain letters, digits, '.', '_', '-' or single spaces, beginning and ending with a letter or digit";

    public static bool Is(string text) => text.Length <= 64 && Shape().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9._-]|\x20(?!\x20))*\z(?<=[A-Za-z0-9])")]
    private static partial Regex Shape();
}
