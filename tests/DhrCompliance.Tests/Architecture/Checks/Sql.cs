using System.Text.RegularExpressions;

namespace DhrCompliance.Tests.Architecture.Checks;

/// <summary>Tells a statement of SQL from English; statements are written with their words in capitals.</summary>
internal static partial class Sql
{
    public static bool LooksLike(string text) => Statement().IsMatch(text);

    [GeneratedRegex(@"^\s*(SELECT|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX|TRIGGER|VIEW)|ALTER\s+TABLE|PRAGMA|WITH\s+\w+\s+AS|BEGIN|VACUUM)\b")]
    private static partial Regex Statement();
}
