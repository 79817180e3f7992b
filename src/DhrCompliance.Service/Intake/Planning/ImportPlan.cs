using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>What an import would do: every row judged, nothing written. Made of rows and words alone.</summary>
internal sealed record ImportPlan
{
    public ImmutableArray<Planned<PartnershipRow>> Partnerships { get; private init; } = [];

    public ImmutableArray<Planned<ProtocolRow>> Protocols { get; private init; } = [];

    public ImmutableArray<Planned<CaseRow>> Cases { get; private init; } = [];

    public ImmutableArray<Planned<CasePartnershipRow>> CasePartnerships { get; private init; } = [];

    public ImmutableArray<Planned<ContactRow>> Contacts { get; private init; } = [];

    public ImmutableArray<Planned<ItemRow>> Items { get; private init; } = [];

    public ImmutableArray<Planned<EventRow>> Events { get; private init; } = [];

    /// <summary>Everything that is wrong, in the order of the tables and rows.</summary>
    public required ImmutableArray<Mistake> Mistakes { get; init; }

    /// <summary>Rows that change nothing.</summary>
    public required int Unchanged { get; init; }

    /// <summary>What changes nothing but should be known.</summary>
    public required ImmutableArray<string> Remarks { get; init; }

    /// <summary>Files that were not read.</summary>
    public required ImmutableArray<string> Ignored { get; init; }

    /// <summary>The differences that the rows without a mistake make, in the order in which they are written.</summary>
    public IEnumerable<Change> Changes =>
    [
        .. Partnerships.Select(planned => planned.Change),
        .. Protocols.Select(planned => planned.Change),
        .. Cases.Select(planned => planned.Change),
        .. CasePartnerships.Select(planned => planned.Change),
        .. Contacts.Select(planned => planned.Change),
        .. Items.Select(planned => planned.Change),
        .. Events.Select(planned => planned.Change),
    ];

    /// <summary>Judges what was handed in.</summary>
    /// <param name="incoming">What was handed in.</param>
    /// <param name="existing">The register: all of it, or at least all of the cases and partnerships that are named.</param>
    /// <param name="words">The words that rows may use.</param>
    /// <param name="today">The day of the import (inclusive): what is not plannable has happened by then.</param>
    /// <param name="days">How days are written; null: ISO and nothing else.</param>
    /// <param name="earlier">Superseded versions of events: a row without an id that says what one of them said is no new event.</param>
    /// <param name="past">What rows said when they were exported; null: rows are taken as they stand.</param>
    public static ImportPlan Make(
        IncomingRegister incoming,
        RegisterRows existing,
        KnownWords words,
        DateOnly today,
        DayFormat? days = null,
        IEnumerable<EventRow>? earlier = null,
        PastVersions? past = null)
    {
        var current = new CurrentRows(existing, words.Names);
        existing = current.Rows;
        incoming = incoming with { Sheets = [.. incoming.Sheets.Select(sheet => CurrentSheet.Of(sheet, words, words.Names))] };
        var desk = new Desk(incoming, words, days ?? DayFormat.Iso, today, new Subjects(existing), past);
        var events = new EventPlan(desk, existing, (earlier ?? []).Select(row => CurrentRows.Of(row, words.Names)));
        return new ImportPlan
        {
            Partnerships = [.. PartnershipPlan.Of(desk, existing)],
            Protocols = [.. ProtocolPlan.Of(desk, existing)],
            Cases = [.. CasePlan.Of(desk, existing)],
            CasePartnerships = [.. CasePartnershipPlan.Of(desk, existing)],
            Contacts = [.. ContactPlan.Of(desk, existing).SelectMany(planned => current.Stored(planned.Row).Select(row => planned with { Row = row }))],
            Items = [.. ItemPlan.Of(desk, existing).Select(planned => planned with { Row = current.Stored(planned.Row) })],
            Events = [.. events.Plan()],
            // With a mapping the same cell stands in several tables, and is told once.
            Mistakes = [.. desk.Mistakes.Distinct()],
            Unchanged = desk.Unchanged,
            Remarks = [.. desk.Remarks, .. events.Remarks],
            Ignored = incoming.Ignored,
        };
    }
}
