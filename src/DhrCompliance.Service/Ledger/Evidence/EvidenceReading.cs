using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Dapper;
using DhrCompliance.Service.Ledger.Reading;
using DhrCompliance.Service.Ledger.Sqlite;
using DhrCompliance.Service.Ledger.Trail;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Evidence;

/// <summary>Reads what conclusions about some cases rest on: rows, the chains they stand in, and the acts that wrote them.</summary>
internal sealed class EvidenceReading
{
    private const string PartnershipsOf = """
        SELECT DISTINCT partnership FROM cases WHERE reference IN (SELECT value FROM json_each(?1))
        UNION SELECT reference FROM subjects WHERE kind = 'partnership' AND reference IN (SELECT value FROM json_each(?1))
        ORDER BY 1
        """;

    private const string Chain = """
        SELECT t.sequence, t.act, t.kind, t.source, t.row, t.digest, t.hash, s.salt
        FROM trail t LEFT JOIN trail_salts s ON s.partnership = t.partnership AND s.sequence = t.sequence
        WHERE t.partnership = ?1 ORDER BY t.sequence
        """;

    private const string Acts = """
        SELECT id AS Id, command AS Command, by_whom AS ByWhom, host AS Host, tool_version AS ToolVersion, at AS At FROM acts ORDER BY id;
        """;

    /// <summary>What concerns several partnerships, such as one mail to a person of two of them, stands in a chain of its own.</summary>
    private const string OfNoPartnership = "";

    private readonly SqliteConnection connection;
    private readonly string until;
    private readonly bool withFreeText;
    private readonly Frame frame = new();
    private readonly Utf8Cache<string> texts = new(Encoding.UTF8.GetString);

    /// <param name="connection">A snapshot.</param>
    /// <param name="until">The witnessed moment up to which rows count.</param>
    /// <param name="withFreeText">False: what persons wrote in their own words is left out.</param>
    public EvidenceReading(SqliteConnection connection, string until, bool withFreeText)
    {
        this.connection = connection;
        this.until = until;
        this.withFreeText = withFreeText;
    }

    public EvidenceFound Read(IReadOnlyCollection<string> references)
    {
        var wanted = JsonSerializer.Serialize(references);
        var partnerships = Partnerships(wanted);
        var actors = connection.Query<ActRow>(Acts).ToDictionary(act => act.Id);
        var chains = partnerships.Select(partnership => Entries(partnership)).Where(chain => !chain.Entries.IsEmpty).ToList();
        var common = Entries(OfNoPartnership);
        var writtenBy = chains.Append(common).SelectMany(chain => chain.Entries).ToDictionary(entry => (entry.Source, entry.Row), entry => entry.Act);
        var tables = EvidenceSource.All
            .Select(source => Rows(source, wanted, JsonSerializer.Serialize(partnerships), row => writtenBy.TryGetValue((source.Name, row), out var act) ? actors[act].At : null))
            .ToImmutableArray();
        var given = tables.SelectMany(table => table.Rows.Select(row => (Key: (table.Name, row.Row), row.IsWhole))).ToDictionary(row => row.Key, row => row.IsWhole);
        if (common.Entries.Any(entry => given.ContainsKey((entry.Source, entry.Row))))
        {
            chains.Add(common);
        }

        var named = chains.SelectMany(chain => chain.Entries).Where(entry => given.ContainsKey((entry.Source, entry.Row))).Select(entry => entry.Act).ToHashSet();
        return new EvidenceFound
        {
            Tables = tables,
            Chains = [.. chains.Select(chain => chain with { Entries = [.. chain.Entries.Select(entry => given.GetValueOrDefault((entry.Source, entry.Row)) ? entry : entry with { Salt = null })] })],
            Acts = [.. chains.SelectMany(chain => chain.Entries).Select(entry => entry.Act).Distinct().Order().Select(id => Act(actors[id], named.Contains(id)))],
            Waiting = given.Keys.Count(key => !writtenBy.ContainsKey(key)),
        };
    }

    private List<string> Partnerships(string wanted)
    {
        var found = new List<string>();
        using var rows = new Statement(connection, PartnershipsOf).Bind(1, wanted);
        while (rows.Step())
        {
            found.Add(rows.Text(0));
        }

        return found;
    }

    private EvidenceChain Entries(string partnership)
    {
        var entries = ImmutableArray.CreateBuilder<EvidenceEntry>();
        using var rows = new Statement(connection, Chain).Bind(1, partnership);
        while (rows.Step())
        {
            entries.Add(new EvidenceEntry(
                rows.Number(0), rows.Number(1), rows.Text(2), rows.Text(3), rows.Number(4),
                Convert.ToHexStringLower(rows.Bytes(5)), Convert.ToHexStringLower(rows.Bytes(6)), rows.IsNull(7) ? null : Convert.ToHexStringLower(rows.Bytes(7))));
        }

        return new EvidenceChain(partnership, entries.ToImmutable(), entries.Count == 0 ? string.Empty : entries[^1].Hash);
    }

    private EvidenceTable Rows(EvidenceSource source, string references, string partnerships, Func<long, string?> writtenAt)
    {
        var found = ImmutableArray.CreateBuilder<EvidenceRow>();
        using var rows = new Statement(connection, source.Sql).Bind(1, references);
        if (source.Which.Contains("?2", StringComparison.Ordinal))
        {
            rows.Bind(2, partnerships);
        }

        var columns = Enumerable.Range(0, rows.Columns).Select(rows.Name).Select(Named).ToImmutableArray();
        var (witnessed, left) = (columns.IndexOf("witnessed_at"), columns.Select(column => !source.Given.Contains(column) && !(withFreeText && source.FreeText.Contains(column))).ToArray());
        while (rows.Step())
        {
            var at = witnessed >= 0 ? rows.Text(witnessed) : writtenAt(rows.Number(0));
            if (at is null || string.CompareOrdinal(at, until) <= 0)
            {
                found.Add(new EvidenceRow(rows.Number(0), [.. columns.Select((_, column) => Value(rows, column, left[column]))]));
            }
        }

        return new EvidenceTable(source.Name, columns, found.DrainToImmutable());
    }

    /// <summary>What is digested is not always a column of its own.</summary>
    private static string Named(string column) => column.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') ? column : "more";

    /// <summary>A value as JSON can hold it. What is no text, though it stands where one should, is left out.</summary>
    private object? Value(Statement row, int column, bool isLeftOut) => row.TypeOf(column) switch
    {
        raw.SQLITE_NULL => null,
        _ when isLeftOut => EvidenceRow.Withheld,
        raw.SQLITE_INTEGER => row.Number(column),
        raw.SQLITE_TEXT when Utf8.IsValid(row.Bytes(column)) => texts[row.Bytes(column)],
        _ => EvidenceRow.Withheld,
    };

    private EvidenceAct Act(ActRow act, bool isNamed) => new(
        act.Id,
        Convert.ToHexStringLower(TrailEntry.OfAct(frame, act.Id, act.Command, act.ByWhom, act.Host, act.ToolVersion, act.At)),
        isNamed ? new EvidenceActor(act.Command, act.ByWhom, act.Host, act.ToolVersion, act.At) : null);

    private sealed class ActRow
    {
        public required long Id { get; init; }

        public required string Command { get; init; }

        public required string ByWhom { get; init; }

        public required string Host { get; init; }

        public required string ToolVersion { get; init; }

        public required string At { get; init; }
    }
}
