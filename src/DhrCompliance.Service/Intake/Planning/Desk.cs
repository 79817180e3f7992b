using System.Collections.Frozen;
using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>What the judging of every table shares: the incoming sheets, the words, the day, what is known of what the rows refer to, and the mistakes found so far.</summary>
internal sealed class Desk
{
    private readonly IncomingRegister _incoming;
    private readonly Dictionary<string, ImmutableArray<Column>> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<TableName, ImmutableArray<Column>> _columns;
    private readonly Dictionary<(Sheet, string), ImmutableArray<string>> _foreign = [];
    private readonly FrozenSet<string> _hidden;
    private readonly PastVersions? _past;

    public Desk(IncomingRegister incoming, KnownWords words, DayFormat days, DateOnly today, Subjects subjects, PastVersions? past = null)
    {
        _incoming = incoming;
        _past = past;
        Words = words;
        _hidden = PrivateColumns.Of(words);
        Days = days;
        Today = today;
        Subjects = subjects;
        Mistakes.AddRange(incoming.Mistakes);
        _columns = Enum.GetValues<TableName>().ToDictionary(table => table, table => TableColumns.Of(table, words));
    }

    public KnownWords Words { get; }

    public DayFormat Days { get; }

    /// <summary>The day of the import.</summary>
    public DateOnly Today { get; }

    public Subjects Subjects { get; }

    public List<Mistake> Mistakes { get; } = [];

    /// <summary>What changes nothing but should be known.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Rows that change nothing.</summary>
    public int Unchanged { get; set; }

    public ImmutableArray<Column> Columns(TableName table) => _columns[table];

    /// <summary>The fact columns of a case (the empty kind) or of the items of a kind.</summary>
    public ImmutableArray<Column> Facts(string? itemKind)
    {
        var key = itemKind ?? "";
        return _facts.TryGetValue(key, out var known) ? known : _facts[key] = FactColumns.Facts(Words, itemKind);
    }

    /// <summary>The attribute columns of an event.</summary>
    public ImmutableArray<Column> Attributes(EventKind kind)
    {
        var key = "/" + kind.Name;
        return _facts.TryGetValue(key, out var known) ? known : _facts[key] = FactColumns.Attributes(Words, kind);
    }

    /// <summary>The rows of a table whose sheets have the right headings, with the cells of the table's own columns taken.</summary>
    public IEnumerable<RowDraft> Drafts(TableName table)
    {
        foreach (var sheet in _incoming.Sheets.Where(sheet => sheet.Table == table))
        {
            ImmutableArray<Column> columns = [.. Columns(table).Select(column => IsSaidByName(column, sheet) ? column with { IsKey = false } : column)];
            if (!SheetCheck.Passes(sheet, columns, FactNames(sheet), Mistakes))
            {
                continue;
            }

            foreach (var row in sheet.Rows)
            {
                var draft = new RowDraft(sheet, row, Days, _hidden, Mistakes, Remarks);
                RefuseStrayCells(draft);
                draft.Take(columns);
                yield return draft;
            }
        }
    }

    /// <summary>Lays a row over what the register says; of a row that was exported, only what was changed in it since.</summary>
    public void LayOver(RowDraft draft, Dictionary<string, string> old) =>
        draft.LayOver(old, draft.Row.AsExported is { } version ? _past?.Of(draft.Sheet.Table, old, version) : null);

    /// <summary>A new row must say what is needed, and its file must have the columns that it is asked for.</summary>
    public void Need(RowDraft draft)
    {
        foreach (var column in Columns(draft.Sheet.Table).Where(column => draft.IsNew && draft[column.Name] is null))
        {
            if (column.IsNeeded && draft.Raw(column.Name).Trim().Length == 0)
            {
                draft.Wrong(column.Name, null, column.Words.IsEmpty ? "a value: a new row needs it" : $"{column.What}: a new row needs it");
            }
            else if (column.IsAskedOfNewRows && !draft.Sheet.Columns.Contains(column.Name))
            {
                draft.Wrong(column.Name, null, "this column, as there are new rows; leave a cell empty where it is not known");
            }
        }
    }

    /// <summary>Refuses what stands in columns of the vocabulary that do not belong to the row.</summary>
    /// <param name="draft">The row.</param>
    /// <param name="owner">The event's or item kind's word.</param>
    /// <param name="facts">The columns that it has.</param>
    public void RefuseForeign(RowDraft draft, string owner, ImmutableArray<Column> facts)
    {
        if (!_foreign.TryGetValue((draft.Sheet, owner), out var foreign))
        {
            var own = Columns(draft.Sheet.Table).Concat(facts).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
            foreign = _foreign[(draft.Sheet, owner)] = [.. draft.Sheet.Columns.Where(column => column.Length > 0 && !own.Contains(column))];
        }

        foreach (var column in foreign.Where(column => !string.IsNullOrWhiteSpace(draft.Raw(column))))
        {
            var names = facts.IsEmpty ? "nothing of its own" : string.Join(", ", facts.Select(fact => fact.Name));
            draft.Wrong(column, draft.Raw(column), $"nothing here: '{owner}' has {names}");
        }
    }

    private static bool IsSaidByName(Column column, Sheet sheet) => sheet.ItemKind is not null && column.Name == TableColumns.Kind;

    private static void RefuseStrayCells(RowDraft draft)
    {
        var (columns, cells) = (draft.Sheet.Columns, draft.Row.Cells);
        if (cells.Length > columns.Length)
        {
            draft.Wrong(null, null, FormattableString.Invariant(
                $"at most {columns.Length} cells, as there are headings, not {cells.Length}; a comma inside a cell needs quotation marks around the cell"));
        }

        for (var at = 0; at < Math.Min(columns.Length, cells.Length); at++)
        {
            if (columns[at].Length == 0 && cells[at].Trim().Length > 0)
            {
                draft.Wrong(FormattableString.Invariant($"{at + 1}"), null, "a heading above it");
            }
        }
    }

    private HashSet<string> FactNames(Sheet sheet) => sheet.Table switch
    {
        TableName.Cases => [.. Facts(null).Select(fact => fact.Name)],
        TableName.Items when sheet.ItemKind is { } kind => [.. Facts(kind).Select(fact => fact.Name)],
        TableName.Items => [.. Words.Vocabulary.Facts.Where(fact => fact.Of is not null).Select(fact => fact.Name)],
        TableName.Events => [.. Words.Vocabulary.Events.SelectMany(kind => kind.Attributes).Select(attribute => attribute.Name)],
        _ => [],
    };
}
