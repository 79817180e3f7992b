using DhrCompliance.Service.Ledger.Trail;

namespace DhrCompliance.Service.Ledger.Evidence;

/// <summary>Follows chains from their beginning, and compares rows with what the chains say was written; each thing that is not so, in words.</summary>
internal sealed class EvidenceProof
{
    private readonly Frame frame = new();
    private readonly List<string> problems = [];

    /// <summary>What is not as it was written.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>How many rows were compared with their digests.</summary>
    public int Compared { get; private set; }

    /// <summary>How many rows could not be compared, as something of them was left out.</summary>
    public int NotComparable { get; private set; }

    public void Check(EvidenceFound found)
    {
        var acts = Acts(found);
        var entries = new Dictionary<(string, long), EvidenceEntry>();
        foreach (var chain in found.Chains)
        {
            Follow(chain, acts);
            foreach (var entry in chain.Entries)
            {
                entries[(entry.Source, entry.Row)] = entry;
            }
        }

        foreach (var table in found.Tables)
        {
            foreach (var row in table.Rows)
            {
                Compare(table, row, entries.GetValueOrDefault((table.Name, row.Row)));
            }
        }
    }

    private static string Chain(string partnership) => $"the audit trail of {partnership}";

    private static byte[]? Bytes(string? hex, int length)
    {
        if (hex is null || hex.Length != length * 2 || !hex.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        return Convert.FromHexString(hex);
    }

    private Dictionary<long, byte[]> Acts(EvidenceFound found)
    {
        var acts = new Dictionary<long, byte[]>();
        foreach (var act in found.Acts)
        {
            var digest = Bytes(act.Digest, TrailEntry.HashBytes) ?? [];
            if (act.Actor is { } actor && !TrailEntry.OfAct(frame, act.Id, actor.Command, actor.By, actor.Host, actor.ToolVersion, actor.At).AsSpan().SequenceEqual(digest))
            {
                problems.Add(FormattableString.Invariant($"trail/acts.json: the act {act.Id} was changed"));
            }

            acts[act.Id] = digest;
        }

        return acts;
    }

    private void Follow(EvidenceChain chain, Dictionary<long, byte[]> acts)
    {
        var (sequence, previous) = (0L, TrailEntry.Beginning.ToArray());
        Span<byte> hash = stackalloc byte[TrailEntry.HashBytes];
        foreach (var entry in chain.Entries)
        {
            var name = FormattableString.Invariant($"{Chain(chain.Partnership)}, entry {entry.Sequence}");
            if (entry.Sequence != sequence + 1)
            {
                problems.Add($"{name}: it does not follow entry {FormattableString.Invariant($"{sequence}")}; entries were removed or moved");
                return;
            }

            if (Bytes(entry.Digest, TrailEntry.HashBytes) is not { } digest || !acts.TryGetValue(entry.Act, out var act))
            {
                problems.Add($"{name} has no digest, or names an act that is not there");
                return;
            }

            TrailEntry.Hash(frame, chain.Partnership, entry.Sequence, act, entry.Kind, entry.Source, entry.Row, digest, previous, hash);
            if (!string.Equals(Convert.ToHexStringLower(hash), entry.Hash, StringComparison.Ordinal))
            {
                problems.Add($"{name} (of {entry.Source}) was changed, or the one before it was");
                return;
            }

            (sequence, previous) = (entry.Sequence, hash.ToArray());
        }

        if (chain.Entries.IsEmpty || chain.Entries[^1].Hash != chain.Hash)
        {
            problems.Add($"{Chain(chain.Partnership)} does not end where it says: its end was cut off");
        }
    }

    private void Compare(EvidenceTable table, EvidenceRow row, EvidenceEntry? entry)
    {
        var name = FormattableString.Invariant($"register/{table.Name}.json, row {row.Row}");
        if (entry is null)
        {
            problems.Add($"{name} has no entry in the audit trail: it was slipped in");
            return;
        }

        if (!row.IsWhole)
        {
            // Left out is only what a pack ever leaves out.
            problems.AddRange(table.Columns.Where((column, at) => Equals(row.Values[at], EvidenceRow.Withheld) && EvidenceSource.Of(table.Name)?.Given.Contains(column) != false)
                .Select(column => $"{name}: {column} was taken out"));
            NotComparable++;
            return;
        }

        if (Bytes(entry.Salt, TrailEntry.SaltBytes) is not { } salt)
        {
            problems.Add($"{name}: the salt of its entry is missing, so that it cannot be compared");
            return;
        }

        frame.Start().Add(salt);
        foreach (var value in row.Values)
        {
            _ = value switch
            {
                long number => frame.Add(number),
                string text => frame.Add(text),
                _ => frame.AddNull(),
            };
        }

        Compared++;
        if (!string.Equals(Convert.ToHexStringLower(frame.Hash()), entry.Digest, StringComparison.Ordinal))
        {
            problems.Add($"{name} was changed after it was written");
        }
    }
}
