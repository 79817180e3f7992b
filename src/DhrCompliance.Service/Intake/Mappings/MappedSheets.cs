using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Mappings;

/// <summary>A team's own sheet as sheets of ours: one of the table, and one for each column that is the date of an event.</summary>
internal static partial class MappedSheets
{
    private static readonly string[] EventColumns = [TableColumns.Id, TableColumns.Reference, TableColumns.Event, TableColumns.Date];

    /// <summary>What was handed in, in our columns. What is wrong with a cell is told by their heading.</summary>
    public static IncomingRegister Of(RawSheets raw, Mapping mapping)
    {
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        var mistakes = raw.Mistakes.ToBuilder();
        var ignored = raw.Ignored.ToBuilder();
        foreach (var one in mapping.Sheets)
        {
            var found = raw.Sheets.Where(sheet => one.Name is null || Plain(sheet.Name).Equals(Plain(one.Name), StringComparison.OrdinalIgnoreCase)).ToList();
            if (found is [var theirs])
            {
                Take(theirs, one, sheets, mistakes, ignored);
            }
            else if (raw.Mistakes.IsEmpty)
            {
                mistakes.Add(new Mistake(raw.File, null, null, one.Name, $"a sheet that the mapping means; there are: {string.Join(", ", raw.Sheets.Select(sheet => Mistake.Shown(sheet.Name)))}"));
            }
        }

        return new IncomingRegister { Sheets = sheets.ToImmutable(), Ignored = ignored.ToImmutable(), Mistakes = mistakes.ToImmutable() };
    }

    /// <summary>A heading without what is only there for its looks: capitals, line breaks and doubled blanks.</summary>
    public static string Plain(string heading) => Blanks().Replace(heading.Trim(), " ");

    private static void Take(RawSheet theirs, SheetMapping mapping, ImmutableArray<Sheet>.Builder sheets, ImmutableArray<Mistake>.Builder mistakes, ImmutableArray<string>.Builder ignored)
    {
        Mistake Wrong(int? row, string? column, string expected) => new(theirs.File, row, column, null, expected) { Sheet = theirs.SheetName };
        if (theirs.Rows.FirstOrDefault(row => row.Number == mapping.Headings) is not { } headings)
        {
            mistakes.Add(Wrong(mapping.Headings, null, "the headings, as the mapping says ('headings:')"));
            return;
        }

        string[] names = [.. headings.Cells.Select(Plain)];
        var places = mapping.Columns.Select(column => (Column: column, At: Array.FindIndex(names, name => name.Equals(Plain(column.Heading), StringComparison.OrdinalIgnoreCase)))).ToList();
        foreach (var (column, _) in places.Where(one => one.At < 0))
        {
            mistakes.Add(Wrong(mapping.Headings, column.Heading, FormattableString.Invariant($"this column, which line {column.Line} of the mapping names")));
        }

        foreach (var name in names.Where((name, at) => name.Length > 0 && places.TrueForAll(one => one.At != at)))
        {
            ignored.Add($"{theirs.Place}, column {Mistake.Shown(name)} (the mapping does not name it)");
        }

        SheetRow[] rows = [.. theirs.Rows.Where(row => row.Number > mapping.Headings)];
        places.RemoveAll(one => one.At < 0);
        var own = places.Where(one => one.Column.To is not null).ToList();
        if (own.Select(one => one.Column.To!).Concat(mapping.Always.Select(pair => pair.Key)).GroupBy(name => name).FirstOrDefault(name => name.Count() > 1) is { } twice)
        {
            mistakes.Add(Wrong(mapping.Headings, twice.Key, "one column of theirs for each of ours; the mapping names two for this"));
            return;
        }

        ImmutableArray<string> always = [.. mapping.Always.Select(pair => pair.Value)];
        if (own.Count + always.Length > 1)
        {
            sheets.Add(Make(theirs, mapping.Table, mapping.ItemKind, [.. own.Select(one => one.Column.To!), .. mapping.Always.Select(pair => pair.Key)],
                own.ToDictionary(one => one.Column.To!, one => one.Column.Heading, StringComparer.Ordinal), rows.Select(row => Row(row, own, always))));
        }

        var reference = own.FindIndex(one => one.Column.To == TableColumns.Reference);
        foreach (var (column, at) in places.Where(one => one.Column.Event is not null))
        {
            if (reference < 0)
            {
                mistakes.Add(Wrong(mapping.Headings, column.Heading, $"a column for '{TableColumns.Reference}' in the mapping, as this one is an event"));
                continue;
            }

            var of = own[reference];
            sheets.Add(Make(theirs, TableName.Events, null, [.. EventColumns, .. column.With.Select(pair => pair.Key)],
                new Dictionary<string, string>(StringComparer.Ordinal) { [TableColumns.Reference] = of.Column.Heading, [TableColumns.Date] = column.Heading, [TableColumns.Event] = column.Heading },
                rows.Select(row => Event(row, of, column, at)).OfType<SheetRow>()));
        }
    }

    private static Sheet Make(RawSheet theirs, TableName table, string? itemKind, ImmutableArray<string> columns, Dictionary<string, string> headings, IEnumerable<SheetRow> rows)
    {
        // Their rows have no ids of ours: what is the same is known by what it says.
        if (table is TableName.Items or TableName.Events && !columns.Contains(TableColumns.Id))
        {
            columns = [.. columns, TableColumns.Id];
        }

        return new Sheet
        {
            File = theirs.File,
            Name = theirs.SheetName,
            Table = table,
            ItemKind = itemKind,
            Columns = columns,
            Headings = headings,
            Rows = [.. rows.Where(row => row.Cells.Any(cell => cell.Length > 0))],
        };
    }

    private static SheetRow Row(SheetRow row, List<(ColumnMapping Column, int At)> own, ImmutableArray<string> always)
    {
        ImmutableArray<string> cells = [.. own.Select(one => Word(row, one.Column, one.At))];
        return new SheetRow(row.Number, cells.All(string.IsNullOrWhiteSpace) ? [] : [.. cells, .. always])
        {
            Troubles = [.. row.Troubles.SelectMany(trouble => own.Select((one, at) => (one.At, Ours: at)).Where(one => one.At == trouble.Column).Select(one => trouble with { Column = one.Ours }))],
        };
    }

    private static SheetRow? Event(SheetRow row, (ColumnMapping Column, int At) reference, ColumnMapping column, int at)
    {
        var date = Word(row, column, at);
        var trouble = row.Troubles.FirstOrDefault(one => one.Column == at);
        return date.Length == 0 && trouble is null ? null : new SheetRow(
            row.Number, ["", Word(row, reference.Column, reference.At), column.Event!, date, .. column.With.Select(pair => pair.Value)])
        {
            Troubles = trouble is null ? [] : [trouble with { Column = Array.IndexOf(EventColumns, TableColumns.Date) }],
        };
    }

    private static string Word(SheetRow row, ColumnMapping column, int at)
    {
        var cell = at < row.Cells.Length ? row.Cells[at].Trim() : "";
        return column.Words.TryGetValue(cell, out var ours) ? ours : cell;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
