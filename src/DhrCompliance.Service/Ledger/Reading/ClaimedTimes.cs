using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>
/// Lets a connection see rows as known from when their sources say they were recorded, for history that was loaded at once: views of this
/// connection stand before the tables, and every reading is as it was. Only events have such a time. An event that says none counts from when
/// the register took it in; nothing counts later than that. An item counts from its first event, or else with its case; a case from its
/// first event; partnerships and what they adopted always. Later versions of all these count from when they were taken in.
/// </summary>
internal static class ClaimedTimes
{
    private const string Function = "claimed_at";

    private const string Views = """
        PRAGMA query_only = OFF;
        CREATE TEMP VIEW partnerships AS
            SELECT row, id, name, jurisdiction, kept_since,
                   CASE WHEN row = (SELECT min(f.row) FROM main.partnerships f WHERE f.id = t.id) THEN '0001-01-01T00:00:00.000Z' ELSE witnessed_at END AS witnessed_at
            FROM main.partnerships t;
        CREATE TEMP VIEW protocols AS
            SELECT row, partnership, pack, from_day, until_day,
                   CASE WHEN row = (SELECT min(f.row) FROM main.protocols f WHERE f.partnership = t.partnership AND f.pack = t.pack AND f.from_day IS t.from_day)
                        THEN '0001-01-01T00:00:00.000Z' ELSE witnessed_at END AS witnessed_at
            FROM main.protocols t;
        CREATE TEMP VIEW case_partnerships AS
            SELECT row, reference, partnership, part,
                   CASE WHEN row = (SELECT min(f.row) FROM main.case_partnerships f WHERE f.reference = t.reference AND f.partnership = t.partnership)
                        THEN '0001-01-01T00:00:00.000Z' ELSE witnessed_at END AS witnessed_at
            FROM main.case_partnerships t;
        CREATE TEMP VIEW cases AS
            SELECT row, reference, partnership, kept_since, facts,
                   CASE WHEN row = (SELECT min(f.row) FROM main.cases f WHERE f.reference = t.reference)
                        THEN min(witnessed_at, coalesce((SELECT min(claimed_at(e.recorded_at, e.witnessed_at)) FROM main.events e WHERE e.reference = t.reference), witnessed_at))
                        ELSE witnessed_at END AS witnessed_at
            FROM main.cases t;
        CREATE TEMP VIEW items AS
            SELECT row, id, reference, kind, facts,
                   CASE WHEN row = (SELECT min(f.row) FROM main.items f WHERE f.id = t.id)
                        THEN min(witnessed_at, coalesce(
                            (SELECT min(claimed_at(e.recorded_at, e.witnessed_at)) FROM main.events e WHERE e.reference = t.reference AND e.item = t.id),
                            (SELECT min(claimed_at(e.recorded_at, e.witnessed_at)) FROM main.events e WHERE e.reference = t.reference),
                            witnessed_at))
                        ELSE witnessed_at END AS witnessed_at
            FROM main.items t;
        CREATE TEMP VIEW events AS
            SELECT row, id, reference, item, event, date, withdrawn, note, recorded_by, recorded_at, attributes,
                   claimed_at(recorded_at, witnessed_at) AS witnessed_at
            FROM main.events;
        PRAGMA query_only = ON;
        """;

    private const string WithoutClaim = "SELECT count(*) FROM main.events WHERE claimed_at(recorded_at, NULL) IS NULL;";

    /// <summary>Lays the views over a connection that reads.</summary>
    public static void Lay(SqliteConnection connection)
    {
        Teach(connection);
        connection.Execute(Views);
    }

    /// <summary>How many versions of events say nothing that can be read of when they were recorded.</summary>
    public static long CountWithout(SqliteConnection connection)
    {
        Teach(connection);
        return connection.ExecuteScalar<long>(WithoutClaim);
    }

    /// <summary>
    /// The moment that counts: what the source claims (a day to its end in London), never after the register took it in; where it claims
    /// nothing that can be read, when the register did.
    /// </summary>
    internal static string? Moment(string? claimed, string? witnessed)
    {
        if (Claimed(claimed) is not { } moment)
        {
            return witnessed;
        }

        return witnessed is not null && string.CompareOrdinal(witnessed, moment) < 0 ? witnessed : moment;
    }

    private static void Teach(SqliteConnection connection) =>
        connection.CreateFunction<string?, string?, string?>(Function, Moment, isDeterministic: true);

    private static string? Claimed(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (Instants.TryReadDay(text, out var day))
        {
            return day == DateOnly.MaxValue ? null : Instants.Write(Instants.EndOf(day));
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Instants.Write(moment)
            : null;
    }
}
