using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>
/// One row while it is being judged: what it says, laid over what the register says already. An empty cell says nothing
/// and keeps what there is; <c>unknown</c> empties; so does nothing else.
/// </summary>
internal sealed class RowDraft(Sheet sheet, SheetRow row, DayFormat days, IReadOnlySet<string> hidden, ICollection<Mistake> mistakes, ICollection<string> remarks)
{
    /// <summary>To look for the word that was meant takes time, and nobody reads the thousandth.</summary>
    public const int MostHints = 1_000;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _old = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CellKind> _kinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private ExportedRow? _exported;

    public Sheet Sheet { get; } = sheet;

    public SheetRow Row { get; } = row;

    /// <summary>True once a mistake was found in it: it is not imported.</summary>
    public bool IsWrong { get; private set; }

    /// <summary>Columns whose cells were refused: nobody knows what the row says there.</summary>
    public IReadOnlySet<string> Unread => _unread;

    /// <summary>True while no earlier version was laid under it.</summary>
    public bool IsNew { get; private set; } = true;

    /// <summary>The row's values by column; none is empty.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>"events.csv, row 12".</summary>
    public string Place => PlaceOf(Sheet, Row.Number);

    public string? this[string column] => _values.GetValueOrDefault(column);

    /// <summary>Whether the row itself says something in the column.</summary>
    public bool Says(string column) => _given.Contains(column);

    /// <summary>The cell as it stands; empty where there is none.</summary>
    public string Raw(string column)
    {
        var at = Sheet.Place(column);
        return at >= 0 && at < Row.Cells.Length ? Row.Cells[at] : "";
    }

    public static string PlaceOf(Sheet sheet, int? row) => sheet.Wrong(row, null, null, "").Place;

    public void Wrong(string? column, string? value, string expected)
    {
        IsWrong = true;
        mistakes.Add(Sheet.Wrong(Row.Number, column, column is not null && hidden.Contains(column) ? null : value, expected));
    }

    /// <summary>It is not imported, for a reason that was told already.</summary>
    public void Refuse() => IsWrong = true;

    /// <summary>A mistake in a column that holds a value, perhaps one that an earlier version gave.</summary>
    public void Wrong(string column, string expected) => Wrong(column, this[column], expected);

    /// <summary>Takes the cells of these columns.</summary>
    public void Take(IEnumerable<Column> columns)
    {
        foreach (var column in columns)
        {
            _kinds[column.Name] = column.Kind;
            Take(column, Raw(column.Name));
            Settle(column.Name);
        }
    }

    /// <summary>Lays the row over an earlier version of it.</summary>
    /// <param name="old">What the register says.</param>
    /// <param name="exported">What the row said when it was exported: a cell that says so still says nothing now. Null: it was not exported.</param>
    public void LayOver(IReadOnlyDictionary<string, string> old, ExportedRow? exported)
    {
        IsNew = false;
        _exported = exported;
        foreach (var (column, value) in old)
        {
            _old[column] = value;
            if (!_given.Contains(column))
            {
                _values[column] = value;
            }
        }

        foreach (var column in _kinds.Keys)
        {
            Settle(column);
        }
    }

    /// <summary>Gives a value that the row says by something else than a cell.</summary>
    public void Set(string column, string value)
    {
        _given.Add(column);
        _values[column] = value;
    }

    /// <summary>Removes a value that says as little as none.</summary>
    public void Drop(string column, string value)
    {
        if (this[column] == value)
        {
            _values.Remove(column);
        }
    }

    /// <summary>Whether an earlier version says something else in a column.</summary>
    public bool HasOther(string column) => !IsNew && _old.GetValueOrDefault(column) != this[column];

    /// <summary>Removes what an earlier version says in columns that are none of these.</summary>
    public void KeepOnly(IReadOnlyCollection<Column> columns)
    {
        foreach (var column in _values.Keys.Where(name => columns.All(known => known.Name != name)).ToArray())
        {
            _values.Remove(column);
        }
    }

    /// <summary>The columns that differ from the earlier version, in the order of <paramref name="order"/>, then by name.</summary>
    public ImmutableArray<ColumnChange> Changes(IEnumerable<Column> order) =>
    [
        .. order.Select(column => column.Name).Concat(_old.Keys.Concat(_values.Keys).Order(StringComparer.Ordinal)).Distinct()
            .Select(column => new ColumnChange(column, _old.GetValueOrDefault(column), _values.GetValueOrDefault(column)) { IsPrivate = hidden.Contains(column) })
            .Where(change => !IsSame(change.Column, change.Old, change.New)),
    ];

    /// <summary>Everything that the row says, column by column.</summary>
    public IEnumerable<string> Content() => _values.OrderBy(value => value.Key, StringComparer.Ordinal).SelectMany(value => new[] { value.Key, value.Value });

    /// <summary>Whether an existing row says in every column that this file has what this row says. Columns that the file has not say nothing.</summary>
    public bool IsSameAs(IReadOnlyDictionary<string, string> existing, string except) =>
        Sheet.Columns.Where(column => column.Length > 0 && column != except)
            .All(column => IsSame(column, existing.GetValueOrDefault(column), _values.GetValueOrDefault(column)));

    private void Take(Column column, string raw)
    {
        if (Trouble(column.Name) is { } trouble)
        {
            _unread.Add(column.Name);
            Wrong(column.Name, raw, trouble.Expected);
            return;
        }

        var text = CellText.Read(raw, out var empties);
        if (empties)
        {
            if (column.IsNeeded)
            {
                Wrong(column.Name, raw, "a value: this cannot be unknown");
            }

            _given.Add(column.Name);
            _values.Remove(column.Name);
        }
        else if (text.Length > 0)
        {
            if (!CellValue.TryTake(column, text, days, mistakes.Count < MostHints, out var value, out var expected))
            {
                _unread.Add(column.Name);
                Wrong(column.Name, raw, expected);
                return;
            }

            _given.Add(column.Name);
            if (value.Length > 0)
            {
                _values[column.Name] = value;
            }
        }
    }

    /// <summary>Of an exported row: what nobody touched keeps what the register says now, and what was changed must not replace what is newer.</summary>
    private void Settle(string column)
    {
        if (_exported is null)
        {
            return;
        }

        var (was, now, mine) = (_exported.Values.GetValueOrDefault(column), _old.GetValueOrDefault(column), Said(column));
        if (!_given.Contains(column))
        {
            if (was is not null && Sheet.Place(column) >= 0 && string.IsNullOrWhiteSpace(Raw(column)))
            {
                remarks.Add($"{Sheet.Wrong(Row.Number, column, null, "").Place}: the cell was emptied, which says nothing: 'unknown' would remove what the register says");
            }
        }
        else if (IsSame(column, was, mine))
        {
            _given.Remove(column);
            if (now is null)
            {
                _values.Remove(column);
            }
            else
            {
                _values[column] = now;
            }
        }
        else if (_exported.IsStale && !IsSame(column, now, mine))
        {
            var standing = hidden.Contains(column) ? "what stands there now (not shown)" : now is null ? "nothing, which stands there now" : $"'{Mistake.Shown(now)}', which stands there now";
            Wrong(column, Raw(column), mistakes.Count < MistakeReport.MostShown
                ? $"{standing}: {_exported.Since()}; export it again, and change it there if it is still to be changed"
                : standing);
        }
    }

    /// <summary>What the row says in a column; that it is not withdrawn is said by nothing.</summary>
    private string? Said(string column) => column == TableColumns.Withdrawn && this[column] == "no" ? null : this[column];

    private CellTrouble? Trouble(string column)
    {
        if (Row.Troubles.IsEmpty)
        {
            return null;
        }

        var at = Sheet.Place(column);
        return Row.Troubles.FirstOrDefault(one => one.Column == at);
    }

    private bool IsSame(string column, string? old, string? now) => (old, now) switch
    {
        (null, null) => true,
        ({ } one, { } other) => CellValue.AreSame(_kinds.GetValueOrDefault(column, CellKind.Text), one, other),
        _ => false,
    };
}
