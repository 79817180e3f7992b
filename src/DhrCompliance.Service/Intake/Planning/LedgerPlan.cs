using DhrCompliance.Calendars;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Judges what was handed in beside a register, its past versions included.</summary>
internal static class LedgerPlan
{
    /// <param name="incoming">What was handed in.</param>
    /// <param name="ledger">The register; null: there is none yet.</param>
    /// <param name="words">The words that rows may use.</param>
    /// <param name="today">The day of the import.</param>
    /// <param name="days">How days are written; null: ISO and nothing else.</param>
    public static ImportPlan Of(IncomingRegister incoming, LedgerDatabase? ledger, KnownWords words, DateOnly today, DayFormat? days = null)
    {
        if (ledger is null)
        {
            return ImportPlan.Make(incoming, new RegisterRows(), words, today, days);
        }

        var existing = ledger.Rows();
        return ImportPlan.Make(
            incoming, existing, words, today, days, ledger.History().SelectMany(version => version.Events),
            new PastVersions(existing, words.Names, ledger.History, (table, key) => Author(ledger, table, key)));
    }

    private static string? Author(LedgerDatabase ledger, TableName table, string key) => table switch
    {
        TableName.Partnerships => ledger.AuthorOf(AuthoredRow.Partnership, key),
        TableName.Cases => ledger.AuthorOf(AuthoredRow.Case, key),
        TableName.Items => ledger.AuthorOf(AuthoredRow.Item, key),
        TableName.Events => ledger.AuthorOf(AuthoredRow.Event, key),
        _ => null,
    };
}
