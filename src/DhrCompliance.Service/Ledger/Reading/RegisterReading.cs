using System.Collections.Immutable;
using DhrCompliance.Service.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Rows of the register as rows: for export, for the comparison that an import makes, and for the history of each.</summary>
internal sealed class RegisterReading
{
    private readonly SqliteConnection connection;
    private readonly string until;
    private readonly string? only;
    private readonly bool everyVersion;
    private readonly Words words = new();

    /// <param name="connection">A snapshot.</param>
    /// <param name="until">The witnessed moment up to which versions count.</param>
    /// <param name="only">A subject; null: all.</param>
    /// <param name="everyVersion">True: superseded versions too.</param>
    public RegisterReading(SqliteConnection connection, string until, string? only, bool everyVersion)
    {
        this.connection = connection;
        this.until = until;
        this.only = only;
        this.everyVersion = everyVersion;
    }

    public RegisterRows Read() => new()
    {
        Partnerships = Partnerships(),
        Protocols = Protocols(),
        Contacts = Contacts(),
        Cases = Cases(),
        CasePartnerships = CasePartnerships(),
        Items = Items(),
        Events = Events(),
    };

    public ImmutableArray<PartnershipRow> Partnerships() => Read(
        only is null ? RegisterSql.AllPartnerships : RegisterSql.PartnershipsOf,
        row => new PartnershipRow
        {
            Id = words.Of(row, 1),
            Name = words.Of(row, 2),
            Jurisdiction = words.Of(row, 3),
            KeptSince = words.OfOrNull(row, 4),
            WitnessedAt = words.MomentOf(row, 0),
        },
        (one, other) => one.Id == other.Id);

    public ImmutableArray<ProtocolRow> Protocols() => Read(
        only is null ? RegisterSql.AllProtocols : RegisterSql.ProtocolsOf,
        row => new ProtocolRow
        {
            Partnership = words.Of(row, 1),
            Pack = words.Of(row, 2),
            From = words.OfOrNull(row, 3),
            Until = words.OfOrNull(row, 4),
            WitnessedAt = words.MomentOf(row, 0),
        },
        (one, other) => one.Partnership == other.Partnership && one.Pack == other.Pack && one.From == other.From);

    public ImmutableArray<ContactRow> Contacts() => Read(
        only is null ? RegisterSql.AllContacts : RegisterSql.ContactsOf,
        row => new ContactRow
        {
            Partnership = words.OfOrNull(row, 1),
            Case = words.OfOrNull(row, 2),
            Agency = words.OfOrNull(row, 3),
            Role = words.Of(row, 4),
            Email = words.Of(row, 5),
            From = words.OfOrNull(row, 6),
            Until = words.OfOrNull(row, 7),
            WitnessedAt = words.MomentOf(row, 0),
        },
        (one, other) => one with { Until = null, WitnessedAt = null } == other with { Until = null, WitnessedAt = null });

    private ImmutableArray<CaseRow> Cases() => Read(
        only is null ? RegisterSql.AllCases : RegisterSql.CasesOf,
        row => new CaseRow
        {
            Reference = words.Of(row, 1),
            Partnership = words.Of(row, 2),
            KeptSince = words.OfOrNull(row, 3),
            Facts = ObjectOf(row, 4, "cases", words.Of(row, 1)),
            WitnessedAt = words.MomentOf(row, 0),
        },
        (one, other) => one.Reference == other.Reference);

    private ImmutableArray<CasePartnershipRow> CasePartnerships() => Read(
        only is null ? RegisterSql.AllCasePartnerships : RegisterSql.CasePartnershipsOf,
        row => new CasePartnershipRow
        {
            Reference = words.Of(row, 1),
            Partnership = words.Of(row, 2),
            Part = words.Of(row, 3),
            WitnessedAt = words.MomentOf(row, 0),
        },
        (one, other) => one.Reference == other.Reference && one.Partnership == other.Partnership);

    private ImmutableArray<ItemRow> Items() => Read(
        only is null ? RegisterSql.AllItems : RegisterSql.ItemsOf,
        row => new ItemRow
        {
            Id = row.Text(1),
            Reference = words.Of(row, 2),
            Kind = words.Of(row, 3),
            Facts = ObjectOf(row, 4, "items", row.Text(1)),
            WitnessedAt = words.MomentOf(row, 0),
        },
        (one, other) => one.Id == other.Id);

    private ImmutableArray<EventRow> Events() => Read(
        only is null ? RegisterSql.AllEvents : RegisterSql.EventsOf,
        row => new EventRow
        {
            Id = row.Text(1),
            Reference = words.Of(row, 2),
            Item = words.OfOrNull(row, 3),
            Event = words.Of(row, 4),
            Date = words.OfOrNull(row, 5),
            Withdrawn = row.Number(6) != 0,
            Note = words.OfOrNull(row, 7),
            RecordedBy = words.OfOrNull(row, 8),
            RecordedAt = words.OfOrNull(row, 9),
            Attributes = ObjectOf(row, 10, "events", row.Text(1)),
            WitnessedAt = words.MomentOf(row, 0),
        },
        (one, other) => one.Id == other.Id);

    /// <summary>Rows are read to be handed on or compared, so that one that cannot be read whole is not handed on as less than it is.</summary>
    private ImmutableDictionary<string, string> ObjectOf(Statement row, int column, string table, string key) => words.ObjectOf(row, column)
        ?? throw new LedgerException(
            LedgerFault.Damaged, connection.DataSource,
            $"{connection.DataSource}: {table} row of '{key}' holds facts or attributes that cannot be read: they are a JSON object of texts. Let the system that wrote it insert a corrected version; 'dhr audit' goes on without it.");

    private ImmutableArray<T> Read<T>(string sql, Func<Statement, T> toRow, Func<T, T, bool> isSame)
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        using var statement = new Statement(connection, sql).Bind(1, until);
        if (only is not null)
        {
            statement.Bind(2, only);
        }

        while (statement.Step())
        {
            var row = toRow(statement);
            if (!everyVersion && rows.Count > 0 && isSame(rows[^1], row))
            {
                rows[^1] = row;
            }
            else
            {
                rows.Add(row);
            }
        }

        return rows.DrainToImmutable();
    }
}
