using Dapper;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Trail;

/// <summary>Follows every chain from its beginning: each entry after the one before it, none missing, none changed, none cut off the end.</summary>
internal sealed class ChainWalk
{
    private const string Acts = """
        SELECT id AS Id, command AS Command, by_whom AS ByWhom, host AS Host, tool_version AS ToolVersion, at AS At FROM acts;
        """;

    private const string Chains = """
        SELECT t.partnership, t.sequence, t.act, t.kind, t.source, t.row, t.digest, t.previous, t.hash, s.salt
        FROM trail t LEFT JOIN trail_salts s ON s.partnership = t.partnership AND s.sequence = t.sequence
        ORDER BY t.partnership, t.sequence
        """;

    private readonly List<string> problems;
    private readonly Frame frame = new();
    private readonly Dictionary<string, ChainHead> ends = new(StringComparer.Ordinal);
    private readonly HashSet<(string Partnership, long Sequence, string Hash)> sought = [];

    public ChainWalk(List<string> problems) => this.problems = problems;

    /// <summary>By source and row: what the chains say was written.</summary>
    public Dictionary<(string Source, long Row), Digested> Written { get; } = [];

    public long Entries { get; private set; }

    public void Walk(SqliteConnection connection, IReadOnlyList<ChainHead> heads, IReadOnlyList<ChainHead> recorded)
    {
        var acts = connection.Query<ActRow>(Acts).ToDictionary(
            act => act.Id, act => TrailEntry.OfAct(frame, act.Id, act.Command, act.ByWhom, act.Host, act.ToolVersion, act.At));
        var outside = recorded.ToDictionary(head => (head.Partnership, head.Sequence));
        using var rows = new Statement(connection, Chains);
        var link = new Link(string.Empty, 0, TrailEntry.Beginning.ToArray());
        while (rows.Step())
        {
            Entries++;
            var partnership = rows.Text(0);
            if (partnership != link.Partnership)
            {
                link = new Link(partnership, 0, TrailEntry.Beginning.ToArray());
            }

            link = Follow(rows, link, acts);
            ends[partnership] = new ChainHead(partnership, link.Sequence, Convert.ToHexStringLower(link.Hash));
            if (outside.TryGetValue((partnership, link.Sequence), out var noted))
            {
                sought.Add((partnership, noted.Sequence, Convert.ToHexStringLower(link.Hash)));
            }
        }

        CompareEnds(heads, "the register's own record");
        problems.AddRange(recorded
            .Where(head => !sought.Contains((head.Partnership, head.Sequence, head.Hash.ToLowerInvariant())))
            .Select(head => FormattableString.Invariant(
                $"{Chain(head.Partnership)}: the entry {head.Sequence} that was noted elsewhere is missing or another; the end was cut off or the chain was rewritten")));
    }

    private static string Chain(string partnership) =>
        partnership.Length == 0 ? "the trail of what belongs to no partnership" : $"the trail of {partnership}";

    private Link Follow(Statement row, Link link, Dictionary<long, byte[]> acts)
    {
        var sequence = row.Number(1);
        var name = FormattableString.Invariant($"{Chain(link.Partnership)}, entry {sequence}");
        var previous = row.Bytes(7).ToArray();
        if (sequence != link.Sequence + 1)
        {
            problems.Add(FormattableString.Invariant(
                $"{Chain(link.Partnership)}: the entries {link.Sequence + 1} to {sequence - 1} were removed"));
        }
        else if (!previous.AsSpan().SequenceEqual(link.Hash))
        {
            problems.Add($"{name} does not follow from the one before it: one of them was changed");
        }

        var source = row.Text(4);
        var digest = row.Bytes(6).ToArray();
        if (acts.TryGetValue(row.Number(2), out var act))
        {
            Span<byte> hash = stackalloc byte[TrailEntry.HashBytes];
            TrailEntry.Hash(frame, link.Partnership, sequence, act, row.Text(3), source, row.Number(5), digest, previous, hash);
            if (!row.Bytes(8).SequenceEqual(hash))
            {
                problems.Add($"{name} (of {source}) was changed, or the act that it names was");
            }
        }
        else
        {
            problems.Add($"{name}: the act that wrote it was removed");
        }

        Written[(source, row.Number(5))] = new Digested(link.Partnership, sequence, digest, row.IsNull(9) ? null : row.Bytes(9).ToArray());
        return link with { Sequence = sequence, Hash = row.Bytes(8).ToArray() };
    }

    private void CompareEnds(IReadOnlyList<ChainHead> heads, string where)
    {
        foreach (var head in heads)
        {
            if (!ends.TryGetValue(head.Partnership, out var end) || end.Sequence < head.Sequence)
            {
                problems.Add(FormattableString.Invariant(
                    $"{Chain(head.Partnership)} ends at entry {end?.Sequence ?? 0}, and {where} says {head.Sequence}: its end was cut off"));
            }
            else if (end != head)
            {
                problems.Add($"{Chain(head.Partnership)} does not end as {where} says");
            }
        }

        problems.AddRange(ends.Keys
            .Except(heads.Select(head => head.Partnership), StringComparer.Ordinal)
            .Select(partnership => $"{Chain(partnership)}: {where} of its end was removed"));
    }

    /// <summary>What one entry says of one row.</summary>
    internal sealed record Digested(string Partnership, long Sequence, byte[] Digest, byte[]? Salt);

    private sealed record Link(string Partnership, long Sequence, byte[] Hash);

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
