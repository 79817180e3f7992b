using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;
using static DhrCompliance.Service.Intake.Columns.TableColumns;

namespace DhrCompliance.Service.Intake.Rows;

/// <summary>Rows of the register as values by column, and back.</summary>
internal static class RegisterForm
{
    /// <summary>All rows of a table as values by column, each with the moment at which the register saw it.</summary>
    public static IEnumerable<(Dictionary<string, string> Values, DateTimeOffset? WitnessedAt)> Rows(RegisterRows rows, TableName table) => table switch
    {
        TableName.Partnerships => rows.Partnerships.Select(row => (Values(row), row.WitnessedAt)),
        TableName.Protocols => rows.Protocols.Select(row => (Values(row), row.WitnessedAt)),
        TableName.Cases => rows.Cases.Select(row => (Values(row), row.WitnessedAt)),
        TableName.CasePartnerships => rows.CasePartnerships.Select(row => (Values(row), row.WitnessedAt)),
        TableName.Contacts => rows.Contacts.Select(row => (Values(row), row.WitnessedAt)),
        TableName.Items => rows.Items.Select(row => (Values(row), row.WitnessedAt)),
        _ => rows.Events.Select(row => (Values(row), row.WitnessedAt)),
    };

    public static Dictionary<string, string> Values(PartnershipRow row) =>
        RowValues.Of((Id, row.Id), (Name, row.Name), (Jurisdiction, row.Jurisdiction), (KeptSince, row.KeptSince));

    public static Dictionary<string, string> Values(ProtocolRow row) =>
        RowValues.Of((Partnership, row.Partnership), (Pack, row.Pack), (From, row.From), (Until, row.Until));

    public static Dictionary<string, string> Values(ContactRow row) => RowValues.Of(
        (Partnership, row.Partnership), (Case, row.Case), (Agency, row.Agency), (Role, row.Role), (Email, row.Email), (From, row.From), (Until, row.Until));

    public static Dictionary<string, string> Values(CaseRow row) =>
        RowValues.Of((Reference, row.Reference), (Partnership, row.Partnership), (KeptSince, row.KeptSince)).With(row.Facts);

    public static Dictionary<string, string> Values(CasePartnershipRow row) =>
        RowValues.Of((Reference, row.Reference), (Partnership, row.Partnership), (Part, row.Part));

    public static Dictionary<string, string> Values(ItemRow row) =>
        RowValues.Of((Id, row.Id), (Reference, row.Reference), (Kind, row.Kind)).With(row.Facts);

    public static Dictionary<string, string> Values(EventRow row) => RowValues.Of(
        (Id, row.Id), (Reference, row.Reference), (Item, row.Item), (Event, row.Event), (Date, row.Date), (Withdrawn, row.Withdrawn ? "yes" : null),
        (Note, row.Note), (RecordedBy, row.RecordedBy), (RecordedAt, row.RecordedAt)).With(row.Attributes);

    public static PartnershipRow ToPartnership(IReadOnlyDictionary<string, string> row) => new()
    {
        Id = row[Id], Name = row[Name], Jurisdiction = row[Jurisdiction], KeptSince = row.GetValueOrDefault(KeptSince),
    };

    public static ProtocolRow ToProtocol(IReadOnlyDictionary<string, string> row) => new()
    {
        Partnership = row[TableColumns.Partnership], Pack = row[Pack], From = row.GetValueOrDefault(From), Until = row.GetValueOrDefault(Until),
    };

    public static ContactRow ToContact(IReadOnlyDictionary<string, string> row) => new()
    {
        Partnership = row.GetValueOrDefault(TableColumns.Partnership),
        Case = row.GetValueOrDefault(TableColumns.Case),
        Agency = row.GetValueOrDefault(Agency),
        Role = row[Role],
        Email = row[Email],
        From = row.GetValueOrDefault(From),
        Until = row.GetValueOrDefault(Until),
    };

    public static CaseRow ToCase(IReadOnlyDictionary<string, string> row, IReadOnlyCollection<Column> own) => new()
    {
        Reference = row[Reference], Partnership = row[TableColumns.Partnership], KeptSince = row.GetValueOrDefault(KeptSince), Facts = row.Facts(own),
    };

    public static CasePartnershipRow ToCasePartnership(IReadOnlyDictionary<string, string> row) =>
        new() { Reference = row[Reference], Partnership = row[TableColumns.Partnership], Part = row[Part] };

    public static ItemRow ToItem(IReadOnlyDictionary<string, string> row, IReadOnlyCollection<Column> own) => new()
    {
        Id = row.GetValueOrDefault(Id, ""), Reference = row[Reference], Kind = row[Kind], Facts = row.Facts(own),
    };

    public static EventRow ToEvent(IReadOnlyDictionary<string, string> row, IReadOnlyCollection<Column> own) => new()
    {
        Id = row.GetValueOrDefault(Id, ""),
        Reference = row[Reference],
        Item = row.GetValueOrDefault(TableColumns.Item),
        Event = row[TableColumns.Event],
        Date = row.GetValueOrDefault(Date),
        Withdrawn = row.ContainsKey(Withdrawn),
        Note = row.GetValueOrDefault(Note),
        RecordedBy = row.GetValueOrDefault(RecordedBy),
        RecordedAt = row.GetValueOrDefault(RecordedAt),
        Attributes = row.Facts(own),
    };
}
