using Dapper;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Trail;

/// <summary>
/// Gives every row that waits its place in the chain of its partnership, within the transaction that wrote it or, where another
/// system did, the first one of the service after it.
/// </summary>
internal sealed class Chaining
{
    private const string LastArrival = "SELECT coalesce(max(arrival), 0) FROM to_chain;";

    private const string Sources = "SELECT DISTINCT source FROM to_chain;";

    private const string Heads = "SELECT partnership, sequence, hash FROM trail_heads";

    private const string Append = """
        INSERT INTO trail (partnership, sequence, act, kind, source, row, digest, previous, hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """;

    private const string Salt = "INSERT INTO trail_salts (partnership, sequence, salt) VALUES (?1, ?2, ?3)";

    private const string MoveHead = """
        INSERT INTO trail_heads (partnership, sequence, hash) VALUES (?1, ?2, ?3)
        ON CONFLICT (partnership) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash
        """;

    private const string Done = "DELETE FROM to_chain;";

    private readonly SqliteConnection connection;
    private readonly RandomFill fill;
    private readonly byte[] salts = new byte[TrailEntry.SaltBytes * 256];
    private readonly Frame frame = new();
    private readonly long noticedUpTo;
    private int nextSalt;

    /// <summary>What waits at this moment was written by others.</summary>
    public Chaining(SqliteConnection connection, RandomFill fill)
    {
        this.connection = connection;
        this.fill = fill;
        noticedUpTo = connection.ExecuteScalar<long>(LastArrival);
        nextSalt = salts.Length;
    }

    public void Drain(long act, byte[] actDigest)
    {
        var waiting = connection.Query<string>(Sources).ToHashSet(StringComparer.Ordinal);
        if (waiting.Count == 0)
        {
            return;
        }

        var heads = ReadHeads();
        using (var append = new Statement(connection, Append).Bind(3, act))
        using (var salt = new Statement(connection, Salt))
        {
            foreach (var source in TrailSources.All.Where(source => waiting.Contains(source.Name)))
            {
                using var rows = new Statement(connection, source.Waiting);
                append.Bind(5, source.Name);
                while (rows.Step())
                {
                    Add(rows, source.Name, actDigest, heads, append, salt);
                }
            }
        }

        Write(heads);
        connection.Execute(Done);
    }

    private void Add(
        Statement row, string source, byte[] actDigest, Dictionary<string, Head> heads, Statement append, Statement salt)
    {
        var partnership = row.Text(1);
        if (!heads.TryGetValue(partnership, out var head))
        {
            heads[partnership] = head = new Head(partnership);
        }

        Span<byte> digest = stackalloc byte[TrailEntry.HashBytes];
        Span<byte> hash = stackalloc byte[TrailEntry.HashBytes];
        var grain = NextSalt();
        frame.Start().Add(grain).Add(row, 2).Hash(digest);
        head.Sequence++;
        var kind = row.Number(0) <= noticedUpTo ? "noticed" : "written";
        TrailEntry.Hash(frame, partnership, head.Sequence, actDigest, kind, source, row.Number(2), digest, head.Hash, hash);
        append.Bind(1, partnership).Bind(2, head.Sequence).Bind(4, kind).Bind(6, row.Number(2))
            .BindBlob(7, digest).BindBlob(8, head.Hash).BindBlob(9, hash)
            .Run();
        salt.Bind(1, partnership).Bind(2, head.Sequence).BindBlob(3, grain).Run();
        hash.CopyTo(head.Hash);
    }

    private ReadOnlySpan<byte> NextSalt()
    {
        if (nextSalt == salts.Length)
        {
            fill(salts);
            nextSalt = 0;
        }

        nextSalt += TrailEntry.SaltBytes;
        return salts.AsSpan(nextSalt - TrailEntry.SaltBytes, TrailEntry.SaltBytes);
    }

    private Dictionary<string, Head> ReadHeads()
    {
        var heads = new Dictionary<string, Head>(StringComparer.Ordinal);
        using var rows = new Statement(connection, Heads);
        while (rows.Step())
        {
            var head = new Head(rows.Text(0)) { Sequence = rows.Number(1) };
            rows.Bytes(2).CopyTo(head.Hash);
            heads.Add(head.Partnership, head);
        }

        return heads;
    }

    private void Write(Dictionary<string, Head> heads)
    {
        using var move = new Statement(connection, MoveHead);
        foreach (var head in heads.Values)
        {
            move.Bind(1, head.Partnership).Bind(2, head.Sequence).BindBlob(3, head.Hash).Run();
        }
    }

    private sealed class Head(string partnership)
    {
        public string Partnership { get; } = partnership;

        public long Sequence { get; set; }

        public byte[] Hash { get; } = TrailEntry.Beginning.ToArray();
    }
}
