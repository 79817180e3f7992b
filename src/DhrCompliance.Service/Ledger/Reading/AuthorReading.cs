using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Who wrote the version of a row that counts, as the trail has it. Looked up one by one, for what a person is told.</summary>
internal static class AuthorReading
{
    private const string OfEvent = Begin + "'events' AND t.row = (SELECT max(row) FROM events WHERE id = @key);";
    private const string OfItem = Begin + "'items' AND t.row = (SELECT max(row) FROM items WHERE id = @key);";
    private const string OfCase = Begin + "'cases' AND t.row = (SELECT max(row) FROM cases WHERE reference = @key);";
    private const string OfPartnership = Begin + "'partnerships' AND t.row = (SELECT max(row) FROM partnerships WHERE id = @key);";

    // What was only noticed was written by another system, of which the trail knows no name.
    private const string Begin = "SELECT a.by_whom FROM trail t JOIN acts a ON a.id = t.act WHERE t.kind = 'written' AND t.source = ";

    public static string? Of(SqliteConnection connection, AuthoredRow row, string key) => connection.ExecuteScalar<string?>(
        row switch
        {
            AuthoredRow.Event => OfEvent,
            AuthoredRow.Item => OfItem,
            AuthoredRow.Case => OfCase,
            _ => OfPartnership,
        },
        new { key });
}
