using Dapper;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Trail;

/// <summary>Compares the rows that are there with what the trail says was written.</summary>
internal static class RowComparison
{
    private const string Waiting = "SELECT row FROM to_chain WHERE source = @source;";

    /// <summary>How many rows were removed together with their salts.</summary>
    public static long Compare(
        SqliteConnection connection, Dictionary<(string Source, long Row), ChainWalk.Digested> written, List<string> problems)
    {
        foreach (var source in TrailSources.All)
        {
            Compare(connection, source, written, problems);
        }

        problems.AddRange(written
            .Where(entry => entry.Value.Salt is not null)
            .OrderBy(entry => entry.Key)
            .Select(entry => FormattableString.Invariant(
                $"{entry.Key.Source} row {entry.Key.Row} was removed; the trail of {entry.Value.Partnership} has it as entry {entry.Value.Sequence}")));
        return written.LongCount(entry => entry.Value.Salt is null);
    }

    private static void Compare(
        SqliteConnection connection,
        TrailSource source,
        Dictionary<(string Source, long Row), ChainWalk.Digested> written,
        List<string> problems)
    {
        var waiting = connection.Query<long>(Waiting, new { source = source.Name }).ToHashSet();
        var frame = new Frame();
        Span<byte> digest = stackalloc byte[TrailEntry.HashBytes];
        using var rows = new Statement(connection, source.All);
        while (rows.Step())
        {
            var row = rows.Number(0);
            if (!written.Remove((source.Name, row), out var entry))
            {
                if (!waiting.Contains(row))
                {
                    problems.Add(FormattableString.Invariant(
                        $"{source.Name} row {row} has no entry in the trail: the end of a chain was cut off, or the row was slipped in"));
                }

                continue;
            }

            if (entry.Salt is null)
            {
                problems.Add(FormattableString.Invariant(
                    $"{source.Name} row {row}: the salt of entry {entry.Sequence} of {entry.Partnership} was removed, so it cannot be told whether the row was changed"));
                continue;
            }

            frame.Start().Add(entry.Salt).Add(rows, 0).Hash(digest);
            if (!digest.SequenceEqual(entry.Digest))
            {
                problems.Add(FormattableString.Invariant(
                    $"{source.Name} row {row} was changed after it was written (entry {entry.Sequence} of {entry.Partnership})"));
            }
        }
    }
}
