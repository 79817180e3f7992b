using System.Collections.Immutable;

namespace DhrCompliance.Service.Workbooks;

/// <summary>The words of all drop-downs, in a hidden sheet that they refer to: written into the cells themselves they could be but 255 characters.</summary>
internal sealed class ChoiceLists
{
    private const string Name = "drop-downs";

    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    public ChoiceLists(IEnumerable<WorkbookSheet> sheets)
    {
        var lists = new List<ImmutableArray<string>>();
        foreach (var choices in sheets.SelectMany(sheet => sheet.Columns.Select(column => column.Choices).Concat(sheet.Rows.Select(row => row.Help).OfType<CellHelp>().Select(help => help.Choices))).Where(choices => !choices.IsEmpty))
        {
            var letter = CellName.Column(lists.Count);
            if (_places.TryAdd(Key(choices), FormattableString.Invariant($"'{Name}'!${letter}$2:${letter}${choices.Length + 1}")))
            {
                lists.Add(choices);
            }
        }

        Sheet = lists.Count == 0 ? null : new WorkbookSheet
        {
            Name = Name,
            IsView = true,
            Columns = [.. lists.Select((_, at) => new WorkbookColumn(FormattableString.Invariant($"list {at + 1}")))],
            Rows = [.. Enumerable.Range(0, lists.Max(list => list.Length)).Select(row => new WorkbookRow([.. lists.Select(list => row < list.Length ? list[row] : "")]))],
        };
    }

    /// <summary>The hidden sheet; null where no column has choices.</summary>
    public WorkbookSheet? Sheet { get; }

    /// <summary>Where the choices stand, as a formula.</summary>
    public string Place(ImmutableArray<string> choices) => _places[Key(choices)];

    private static string Key(ImmutableArray<string> choices) => string.Join('\n', choices);
}
