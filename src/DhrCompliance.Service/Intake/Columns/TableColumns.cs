using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Columns;

/// <summary>The columns of every table that do not come from the vocabulary, in the order in which they are exported.</summary>
internal static class TableColumns
{
    public const string Id = "id";
    public const string Name = "name";
    public const string Jurisdiction = "jurisdiction";
    public const string KeptSince = "kept-since";
    public const string Partnership = "partnership";
    public const string Pack = "pack";
    public const string From = "from";
    public const string Until = "until";
    public const string Case = "case";
    public const string Agency = "agency";
    public const string Role = "role";
    public const string Email = "email";
    public const string Reference = "reference";
    public const string Part = "part";
    public const string Item = "item";
    public const string Event = "event";
    public const string Date = "date";
    public const string Withdrawn = "withdrawn";
    public const string Note = "note";
    public const string RecordedBy = "recorded-by";
    public const string RecordedAt = "recorded-at";
    public const string Kind = "kind";

    /// <summary>In a workbook, which version of a row was exported. It is no column of a table: who reads a sheet takes it off.</summary>
    public const string AsExported = "as-exported";

    /// <summary>In the copy of a workbook whose mistakes are marked, what is wrong with the row. Nothing reads it.</summary>
    public const string WhatIsWrong = "what-is-wrong";

    private static readonly ImmutableArray<string> Jurisdictions = ["england", "wales"];

    private static readonly ImmutableArray<string> Parts = ["joint", "lead", "contributing", "administering", CasePartnershipRow.NoPart];

    /// <summary>The columns of a table; those that take words of the vocabulary with these words.</summary>
    public static ImmutableArray<Column> Of(TableName table, KnownWords words) => table switch
    {
        TableName.Partnerships =>
        [
            Key(Id),
            new(Name, CellKind.Line) { IsNeeded = true },
            new(Jurisdiction, CellKind.Word) { What = "a jurisdiction", Words = Jurisdictions, IsNeeded = true },
            new(KeptSince, CellKind.Day),
        ],
        TableName.Protocols =>
        [
            Key(Partnership),
            new(Pack, CellKind.Word) { What = "a pack's id", Words = [.. words.Packs.Order(StringComparer.Ordinal)], IsKey = true, IsNeeded = true },
            new(From, CellKind.Day) { IsKey = true },
            new(Until, CellKind.Day),
        ],
        TableName.Cases =>
        [
            Key(Reference),
            new(Partnership, CellKind.Identifier) { IsNeeded = true },
            new(KeptSince, CellKind.Day),
        ],
        TableName.CasePartnerships =>
        [
            Key(Reference),
            Key(Partnership),
            new(Part, CellKind.Word) { What = "a part in a review", Words = Parts, IsNeeded = true },
        ],
        TableName.Contacts =>
        [
            new(Partnership, CellKind.Identifier) { IsKey = true },
            new(Case, CellKind.Identifier) { IsKey = true },
            new(Agency, CellKind.Line) { IsKey = true },
            new(Role, CellKind.Word)
            {
                What = "a role", Words = [.. words.Vocabulary.Roles.Select(role => role.Name)], IsKey = true, IsNeeded = true,
            },
            new(Email, CellKind.Email) { IsKey = true, IsNeeded = true },
            new(From, CellKind.Day) { IsKey = true },
            new(Until, CellKind.Day),
        ],
        TableName.Items =>
        [
            new(Id, CellKind.Identifier) { IsKey = true },
            Key(Reference),
            new(Kind, CellKind.Word)
            {
                What = "an item kind", Words = [.. words.Vocabulary.Items.Select(item => item.Name)], IsKey = true, IsNeeded = true,
            },
        ],
        _ =>
        [
            new(Id, CellKind.Identifier) { IsKey = true },
            Key(Reference),
            new(Item, CellKind.Identifier),
            new(Event, CellKind.Word)
            {
                What = "an event", Words = [.. words.Vocabulary.Events.Select(kind => kind.Name)], IsKey = true, IsNeeded = true,
            },
            new(Date, CellKind.Date) { IsAskedOfNewRows = true },
            new(Withdrawn, CellKind.YesNo),
            new(Note, CellKind.Text),
            new(RecordedBy, CellKind.Line),
            new(RecordedAt, CellKind.Moment),
        ],
    };

    private static Column Key(string name) => new(name, CellKind.Identifier) { IsKey = true, IsNeeded = true };
}
