using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Stored assessments and the rulebooks they were made under.</summary>
internal static class AssessmentReading
{
    private const string LatestOf = """
        SELECT a.reference AS Reference, a.partnership AS Partnership, a.as_of AS AsOf, a.rulebook AS Rulebook, a.digest AS Digest,
               a.payload AS Payload, s.next_change_on AS NextChangeOn
        FROM assessments a LEFT JOIN standing s ON s.reference = a.reference
        WHERE a.reference = @reference
        ORDER BY a.row DESC LIMIT 1;
        """;

    private const string Books = "SELECT b.hash AS Hash, a.at AS At FROM rulebooks b JOIN acts a ON a.id = b.act ORDER BY b.row;";

    private const string Files = "SELECT path AS Path, text AS Text FROM rulebook_files WHERE hash = @hash ORDER BY path;";

    public static StoredAssessment? Latest(SqliteConnection connection, string reference) =>
        connection.QuerySingleOrDefault<Row>(LatestOf, new { reference })?.ToDomain();

    public static IReadOnlyList<StoredRulebook> Rulebooks(SqliteConnection connection) =>
        [.. connection.Query<BookRow>(Books).Select(book => new StoredRulebook(book.Hash, Instants.Read(book.At)))];

    public static IReadOnlyList<(string Path, string Text)> RulebookFiles(SqliteConnection connection, string hash) =>
        [.. connection.Query<FileRow>(Files, new { hash }).Select(file => (file.Path, file.Text))];

    private sealed class Row
    {
        public required string Reference { get; init; }

        public required string Partnership { get; init; }

        public required string AsOf { get; init; }

        public required string Rulebook { get; init; }

        public required string Digest { get; init; }

        public required byte[] Payload { get; init; }

        public string? NextChangeOn { get; init; }

        public StoredAssessment ToDomain() => new()
        {
            Reference = Reference,
            Partnership = Partnership,
            AsOf = Instants.ReadDay(AsOf),
            RulebookHash = Rulebook,
            Digest = Digest,
            Payload = Payload,
            NextChangeOn = Instants.ReadDayOrNull(NextChangeOn),
        };
    }

    private sealed class BookRow
    {
        public required string Hash { get; init; }

        public required string At { get; init; }
    }

    private sealed class FileRow
    {
        public required string Path { get; init; }

        public required string Text { get; init; }
    }
}
