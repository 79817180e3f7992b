using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Events: known by their id; without one, the same as an identical event, or new.</summary>
internal sealed class EventPlan(Desk desk, RegisterRows existing, IEnumerable<EventRow> earlier)
{
    private readonly Dictionary<string, EventRow> _known = existing.Events.ToDictionary(row => row.Id, StringComparer.Ordinal);
    private readonly ILookup<(string, string?, string), EventRow> _alike = existing.Events.ToLookup(row => (row.Reference, row.Item, row.Event));
    private readonly ILookup<(string, string?, string), EventRow> _superseded = earlier.ToLookup(row => (row.Reference, row.Item, row.Event));
    private readonly RowsOfOneFile _rows = new(desk);

    /// <summary>Rows that say what an earlier version of an event said before it was corrected or withdrawn: they change nothing.</summary>
    public List<string> Remarks { get; } = [];

    public IEnumerable<Planned<EventRow>> Plan()
    {
        var once = new OnceOnly(existing, desk);
        var planned = new List<(RowDraft Draft, Planned<EventRow> Row)>();
        foreach (var draft in desk.Drafts(TableName.Events))
        {
            if (Judge(draft) is { } row)
            {
                planned.Add((draft, row));
            }
        }

        // Only what will stand counts: a row that frees a place by a withdrawal must itself be right.
        planned.ForEach(entry => once.Free(entry.Row.Row));
        foreach (var (draft, row) in planned)
        {
            once.Take(draft, row.Row);
            if (!draft.IsWrong)
            {
                yield return row;
            }
        }
    }

    private Planned<EventRow>? Judge(RowDraft draft)
    {
        var id = draft[TableColumns.Id];
        var old = id is not null ? _known.GetValueOrDefault(id) : null;
        if (old is not null)
        {
            RefuseMove(draft, old);
            desk.LayOver(draft, RegisterForm.Values(old));
        }

        draft.Drop(TableColumns.Withdrawn, "no");
        EventCheck.Judge(draft, desk);
        desk.Need(draft);
        if (id is not null)
        {
            _rows.RefuseSecond(draft, id);
        }
        else
        {
            _rows.RefuseSecond(draft, [null, .. draft.Content()]);
        }

        if (draft.IsWrong || (id is null && IsRecorded(draft)))
        {
            return null;
        }

        if (id is null && draft[TableColumns.Withdrawn] is not null)
        {
            draft.Wrong(TableColumns.Withdrawn, "the id of the event that is withdrawn");
            return null;
        }

        return Difference(draft, old);
    }

    private Planned<EventRow>? Difference(RowDraft draft, EventRow? old)
    {
        var row = RegisterForm.ToEvent(draft.Values, desk.Columns(TableName.Events));
        var kind = old is null || old.Withdrawn == row.Withdrawn ? ChangeKind.Corrected
            : row.Withdrawn ? ChangeKind.Withdrawn : ChangeKind.Restored;
        var date = string.IsNullOrEmpty(row.Date) ? "(date not known)" : row.Date;
        var change = _rows.Difference(draft, $"{row.Reference} {row.Event} {date}", row.Reference, row.Id.Length > 0 ? row.Id : null, kind);
        if (change is null)
        {
            return null;
        }

        if (old is not null && (row.Note is null || (draft.Row.Number is not null && row.Note.TrimEnd() == old.Note?.TrimEnd())))
        {
            draft.Wrong(TableColumns.Note, old.Note, $"a note of why {old.Id} changes: {Differences(change)}");
            return null;
        }

        return new Planned<EventRow>(row, change);
    }

    /// <summary>Whether the register has an event that says the same. A file may be imported again, so that in it also what was withdrawn or corrected since is no new event.</summary>
    private bool IsRecorded(RowDraft draft)
    {
        var key = (draft[TableColumns.Reference]!, draft[TableColumns.Item], draft[TableColumns.Event]!);
        var saysWithdrawn = draft[TableColumns.Withdrawn] is not null;
        var same = _alike[key].Where(row => IsSame(draft, row)).ToArray();
        if (Array.Exists(same, row => row.Withdrawn == saysWithdrawn))
        {
            desk.Unchanged++;
            return true;
        }

        var isOfFile = draft.Row.Number is not null;
        var version = same.Concat(_superseded[key].Where(row => IsSame(draft, row))).FirstOrDefault();
        if (!isOfFile || version is null)
        {
            return false;
        }

        Remarks.Add($"{draft.Place}: an earlier version of {version.Id}, which has been corrected or withdrawn since; nothing changes");
        desk.Unchanged++;
        return true;
    }

    /// <summary>Looks at the date first: it tells most events of a kind apart, and the rest of the row takes longer.</summary>
    private static bool IsSame(RowDraft draft, EventRow row) =>
        (draft.Sheet.Place(TableColumns.Date) < 0 || CellValue.AreSame(CellKind.Date, row.Date ?? "", draft[TableColumns.Date] ?? ""))
        && draft.IsSameAs(RegisterForm.Values(row), except: TableColumns.Id);

    private static string Differences(Change change) => string.Join(", ", change.Columns.Select(column =>
        column.IsPrivate ? $"{column.Column} (not shown)" : $"{column.Column} '{Mistake.Shown(column.Old ?? "")}' -> '{Mistake.Shown(column.New ?? "")}'"));

    private static void RefuseMove(RowDraft draft, EventRow old)
    {
        if (draft[TableColumns.Reference] is { } reference && reference != old.Reference)
        {
            draft.Wrong(TableColumns.Reference, $"'{old.Reference}', to which {old.Id} belongs: an id keeps its case");
        }
    }
}
