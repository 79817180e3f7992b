using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>What became of rulebooks.</summary>
internal static class RulebookStepReading
{
    private const string Steps = """
        SELECT row AS Row, kind AS Kind, source AS Source, content AS Content, hash AS Hash, base AS Base, by_whom AS ByWhom, account AS Account, detail AS Detail, at AS At
        FROM rulebook_steps ORDER BY row;
        """;

    private const string LastSwept = "SELECT rulebook FROM sweeps ORDER BY row DESC LIMIT 1;";

    private const string AdoptedBy = "SELECT hash FROM rulebook_steps WHERE kind = 'adopted' AND at <= @at ORDER BY row DESC LIMIT 1;";

    private const string SweptBy = "SELECT s.rulebook FROM sweeps s JOIN acts a ON a.id = s.act WHERE a.at <= @at ORDER BY s.row DESC LIMIT 1;";

    public static string? InForceAt(SqliteConnection connection, DateTimeOffset moment)
    {
        var at = Instants.Write(moment);
        return connection.ExecuteScalar<string?>(AdoptedBy, new { at }) ?? connection.ExecuteScalar<string?>(SweptBy, new { at });
    }

    public static RulebookStanding Standing(SqliteConnection connection) => new(
        connection.Query<Line>(Steps).Select(line => line.ToDomain()),
        connection.ExecuteScalar<string?>(LastSwept));

    private sealed class Line
    {
        public long Row { get; init; }

        public required string Kind { get; init; }

        public required string Source { get; init; }

        public required string Content { get; init; }

        public required string Hash { get; init; }

        public string? Base { get; init; }

        public required string ByWhom { get; init; }

        public required string Account { get; init; }

        public required string Detail { get; init; }

        public required string At { get; init; }

        public RulebookStep ToDomain() => new()
        {
            Row = Row,
            Kind = Kind,
            Source = Source,
            Content = Content,
            Hash = Hash,
            Base = Base,
            By = ByWhom,
            Account = Account,
            Detail = Detail,
            At = Instants.Read(At),
        };
    }
}
