using DhrCompliance.Calendars;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Whether an event can be what a row says: its attributes, what it happened to, and not yet to come.</summary>
internal static class EventCheck
{
    public static void Judge(RowDraft draft, Desk desk)
    {
        var kind = desk.Words.Event(draft[TableColumns.Event]);
        if (kind is not null)
        {
            var attributes = desk.Attributes(kind);
            draft.Take(attributes);
            if (draft.HasOther(TableColumns.Event))
            {
                // What it was before had attributes of its own.
                draft.KeepOnly([.. desk.Columns(TableName.Events), .. attributes]);
            }

            desk.RefuseForeign(draft, kind.Name, attributes);
            RefuseFuture(draft, kind, desk.Today);
        }

        if (draft[TableColumns.Reference] is { } reference)
        {
            RefuseSubject(draft, desk.Subjects, reference, kind);
        }

        if (draft[TableColumns.RecordedAt] is { } moment && draft.Says(TableColumns.RecordedAt) && CellValue.DayOf(moment).DayNumber > desk.Today.DayNumber + 1)
        {
            draft.Wrong(TableColumns.RecordedAt, FormattableString.Invariant($"a moment that is not after today ({desk.Today:yyyy-MM-dd})"));
        }
    }

    private static void RefuseFuture(RowDraft draft, EventKind kind, DateOnly today)
    {
        if (!kind.Plannable && draft[TableColumns.Withdrawn] is null
            && PartialDate.TryParse(draft[TableColumns.Date], out var date, out _) && date.Earliest > today)
        {
            draft.Wrong(TableColumns.Date, draft.Says(TableColumns.Date) ? draft.Raw(TableColumns.Date) : draft[TableColumns.Date], FormattableString.Invariant(
                $"a date that is not after today ({today:yyyy-MM-dd}): '{kind.Name}' is recorded once it has happened, not planned"));
        }
    }

    private static void RefuseSubject(RowDraft draft, Subjects subjects, string reference, EventKind? kind)
    {
        var item = draft[TableColumns.Item];
        if (!subjects.IsCase(reference) && !subjects.IsPartnership(reference) && subjects.IsRefusedBy(reference, draft.Place))
        {
            draft.Refuse();
        }
        else if (!subjects.IsCase(reference) && !subjects.IsPartnership(reference))
        {
            draft.Wrong(TableColumns.Reference, subjects.ExpectedSubject(reference));
        }
        else if (item is not null && (subjects.Item(item) is not { } known || known.Reference != reference))
        {
            draft.Wrong(TableColumns.Item, subjects.ExpectedItem(item, reference));
        }
        else if (kind is { Of: null } && item is not null)
        {
            draft.Wrong(TableColumns.Item, $"an empty cell: '{kind.Name}' happens to the case, not to an item of it");
        }
        else if (kind is { Of: { } of } && (item is null || subjects.Item(item)?.Kind != of))
        {
            draft.Wrong(TableColumns.Item, $"the id of an item of the kind '{of}', to which '{kind.Name}' happens");
        }
    }
}
