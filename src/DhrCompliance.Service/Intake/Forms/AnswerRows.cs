using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Forms;

/// <summary>What an answer becomes.</summary>
internal enum AnswerKind
{
    Event,
    Correction,
    CaseFact,
    ItemFact,
}

/// <summary>The rows that answers become. Answers about one event, case or item are one row, since the register takes each once.</summary>
internal sealed class AnswerRows
{
    private static readonly Dictionary<string, string> Places = new(StringComparer.Ordinal)
    {
        [TableColumns.Note] = FormColumns.Source,
        [TableColumns.Reference] = FormColumns.Review,
        [TableColumns.Event] = FormColumns.About,
        [TableColumns.Item] = FormColumns.Item,
        [TableColumns.Id] = FormColumns.Id,
    };

    private readonly List<Answered> _all = [];
    private readonly Dictionary<(AnswerKind, string), Answered> _byKey = [];

    /// <param name="kind">What it becomes.</param>
    /// <param name="key">What tells one row of the kind from another.</param>
    /// <param name="row">The question's row.</param>
    /// <param name="column">The column that the answer fills.</param>
    /// <param name="cells">What says which row is meant.</param>
    public void Add(AnswerKind kind, string key, FormRow row, string column, ReadOnlySpan<(string Column, string Value)> cells)
    {
        if (!_byKey.TryGetValue((kind, key), out var answered))
        {
            _byKey[(kind, key)] = answered = new Answered(kind, row);
            _all.Add(answered);
            foreach (var (name, value) in cells)
            {
                answered.Cells[name] = value;
            }
        }

        answered.Cells[column] = row.Raw(FormColumns.Answer);
        answered.Rows[column] = row.Row.Number ?? 0;
        if (kind is AnswerKind.Event or AnswerKind.Correction && row.Raw(FormColumns.Source) is { } source && answered.Cells.GetValueOrDefault(TableColumns.Note, "").Length == 0)
        {
            answered.Cells[TableColumns.Note] = source;
        }
    }

    public ImmutableArray<Sheet> Sheets() => [.. _all.GroupBy(one => (one.First.Sheet, one.Kind)).Select(rows => Sheet(rows.Key.Sheet, rows.Key.Kind, [.. rows]))];

    /// <summary>Mistakes of these rows by the cells of the questions; those of other sheets as they are. Where one of several answers about the same is wrong, so are the others.</summary>
    public IEnumerable<Mistake> InPlace(IReadOnlyList<Mistake> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            yield return Of(mistake) is not { } answered ? mistake : mistake with
            {
                Row = mistake.Column is { } column && answered.Rows.TryGetValue(column, out var row) ? row : mistake.Row,
                Column = mistake.Column is not { } named ? null : answered.Rows.ContainsKey(named) ? FormColumns.Answer : Places.GetValueOrDefault(named),
            };
        }

        foreach (var answered in _all.Where(one => one.Rows.Values.Distinct().Skip(1).Any()))
        {
            Mistake[] own = [.. mistakes.Where(mistake => Of(mistake) == answered)];
            foreach (var row in own.Length == 0 ? [] : answered.Rows.Where(one => !Array.Exists(own, mistake => mistake.Column == one.Key)).Select(one => one.Value).Distinct())
            {
                yield return answered.First.Sheet.Wrong(row, FormColumns.Answer, null, "the other answers about the same to be right, too: they are taken together");
            }
        }
    }

    private Answered? Of(Mistake mistake) => _all.Find(one =>
        one.First.Row.Number == mistake.Row && one.First.Sheet.File == mistake.File && one.First.Sheet.Name == mistake.Sheet);

    private static Sheet Sheet(Sheet form, AnswerKind kind, ImmutableArray<Answered> rows)
    {
        ImmutableArray<string> columns = [.. rows.SelectMany(row => row.Cells.Keys).Distinct(StringComparer.Ordinal)];
        return new Sheet
        {
            File = form.File,
            Name = form.Name,
            Table = kind switch { AnswerKind.CaseFact => TableName.Cases, AnswerKind.ItemFact => TableName.Items, _ => TableName.Events },
            Columns = columns,
            Rows = [.. rows.Select(row => new SheetRow(row.First.Row.Number, [.. columns.Select(column => row.Cells.GetValueOrDefault(column, ""))])
            {
                AsExported = kind is AnswerKind.Correction ? row.First.Row.AsExported : null,
            })],
        };
    }

    private sealed class Answered(AnswerKind kind, FormRow first)
    {
        public AnswerKind Kind { get; } = kind;

        public FormRow First { get; } = first;

        public Dictionary<string, string> Cells { get; } = new(StringComparer.Ordinal);

        /// <summary>The question's row by the column that it fills.</summary>
        public Dictionary<string, int> Rows { get; } = new(StringComparer.Ordinal);
    }
}
