using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Writing;

/// <summary>The words of a constraint, without what the driver puts around them.</summary>
internal static class Refusal
{
    private const string Check = "CHECK constraint failed: ";

    public static string Because(SqliteException error)
    {
        var first = error.Message.IndexOf('\'', StringComparison.Ordinal);
        var last = error.Message.LastIndexOf('\'');
        var words = last > first ? error.Message[(first + 1)..last] : error.Message;
        return words.StartsWith(Check, StringComparison.Ordinal) ? words[Check.Length..] : words;
    }
}
