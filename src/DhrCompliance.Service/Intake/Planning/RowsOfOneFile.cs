using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Rows of one table among each other, and the difference that each makes.</summary>
internal sealed class RowsOfOneFile(Desk desk)
{
    private readonly Dictionary<string, (Sheet Sheet, int? Row)> _places = new(StringComparer.Ordinal);

    /// <summary>Refuses a second row with the same key. A row whose key is not known has none, nor has one of which a cell that belongs to it was refused.</summary>
    public void RefuseSecond(RowDraft draft, params ReadOnlySpan<string?> key)
    {
        if ((key[0] is null && key.Length == 1) || IsUnread(draft, key[0]))
        {
            return;
        }

        var text = string.Join('\u001f', key!);
        if (_places.TryGetValue(text, out var place))
        {
            draft.Wrong(null, null, $"each row once: {RowDraft.PlaceOf(place.Sheet, place.Row)} says the same or is about the same");
        }
        else
        {
            _places[text] = (draft.Sheet, draft.Row.Number);
        }
    }

    /// <summary>An event or item without an id is known by everything that it says.</summary>
    private bool IsUnread(RowDraft draft, string? first) =>
        draft.Unread.Count > 0 && ((first is null && draft.Sheet.Table is TableName.Events or TableName.Items)
            || desk.Columns(draft.Sheet.Table).Any(column => column.IsKey && draft.Unread.Contains(column.Name)));

    /// <summary>The difference that a row makes, or null where it makes none.</summary>
    public Change? Difference(RowDraft draft, string about, string? reference, string? id = null, ChangeKind superseding = ChangeKind.Corrected)
    {
        var columns = draft.Changes(desk.Columns(draft.Sheet.Table));
        if (!draft.IsNew && columns.IsEmpty)
        {
            desk.Unchanged++;
            return null;
        }

        return new Change
        {
            Kind = draft.IsNew ? ChangeKind.New : superseding,
            Table = draft.Sheet.Table,
            File = draft.Sheet.File,
            Sheet = draft.Sheet.Name,
            Row = draft.Row.Number,
            About = about,
            Reference = reference,
            Id = id,
            Columns = columns,
        };
    }
}
