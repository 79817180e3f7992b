using System.Collections.Immutable;
using DhrCompliance.Cases;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>What every case file takes from its partnership. There are few partnerships, so they are held whole.</summary>
internal static class PartnershipReading
{
    private const string Partnerships = """
        SELECT id, jurisdiction, kept_since, row FROM partnerships WHERE witnessed_at <= ?1 ORDER BY id, row
        """;

    private const string Protocols = """
        SELECT partnership, pack, from_day, until_day, row FROM protocols WHERE witnessed_at <= ?1 ORDER BY partnership, pack, from_day, row
        """;

    public static Dictionary<string, Known> Read(SqliteConnection connection, string until, Words words, ICollection<UnreadableRow> unreadable)
    {
        var adopted = Adoptions(connection, until, words, unreadable);
        var known = new Dictionary<string, Known>(StringComparer.Ordinal);
        using var rows = new Statement(connection, Partnerships).Bind(1, until);
        while (rows.Step())
        {
            var id = words.Of(rows, 0);
            known[id] = new Known(
                words.Of(rows, 1),
                Day(words.OfOrNull(rows, 2), null, (id, "partnerships", "kept_since", rows.Number(3)), unreadable),
                adopted.TryGetValue(id, out var packs) ? [.. packs.Values.Where(pack => pack.Until is null || pack.From <= pack.Until)] : []);
        }

        return known;
    }

    private static Dictionary<string, SortedDictionary<string, Adoption>> Adoptions(
        SqliteConnection connection, string until, Words words, ICollection<UnreadableRow> unreadable)
    {
        var adopted = new Dictionary<string, SortedDictionary<string, Adoption>>(StringComparer.Ordinal);
        using var rows = new Statement(connection, Protocols).Bind(1, until);
        while (rows.Step())
        {
            var partnership = words.Of(rows, 0);
            if (!adopted.TryGetValue(partnership, out var packs))
            {
                adopted[partnership] = packs = new(StringComparer.Ordinal);
            }

            var pack = words.Of(rows, 1);
            var from = words.OfOrNull(rows, 2);

            // The last version of the same adoption counts; a bar cannot stand in a pack's id.
            packs[$"{pack}|{from}"] = new Adoption(
                pack,
                Day(from, DateOnly.MinValue, (partnership, "protocols", "from_day", rows.Number(4)), unreadable) ?? DateOnly.MinValue,
                Day(words.OfOrNull(rows, 3), DateOnly.MinValue, (partnership, "protocols", "until_day", rows.Number(4)), unreadable));
        }

        return adopted;
    }

    /// <summary>A day that cannot be read is told of; what stands for it then lies before every calendar.</summary>
    private static DateOnly? Day(
        string? text, DateOnly? otherwise, (string Reference, string Table, string Column, long Row) at, ICollection<UnreadableRow> unreadable)
    {
        if (text is null)
        {
            return null;
        }

        if (Instants.TryReadDay(text, out var day))
        {
            return day;
        }

        unreadable.Add(UnreadableRow.OfDay(at.Reference, at.Table, at.Row, at.Reference, at.Column, text));
        return otherwise;
    }

    internal sealed record Known(string Jurisdiction, DateOnly? KeptSince, ImmutableArray<Adoption> Adopted);
}
