using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Mappings;

/// <summary>A team's own sheet as sheets of ours: one of the table, and one for each column that is the date of an event.</summary>
internal static partial class MappedSheets
{
    private static readonly string[] EventColumns = [TableColumns.Id, TableColumns.Reference, TableColumns.Item, TableColumns.Event, TableColumns.Date];

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
        if (theirs.MergedFrom(mapping.Headings) is { } merged)
        {
            mistakes.Add(merged);
            return;
        }

        if (theirs.Rows.FirstOrDefault(row => row.Number == mapping.Headings) is not { } headings)
        {
            mistakes.Add(Wrong(mapping.Headings, null, "the headings, as the mapping says ('headings:')"));
            return;
        }

        string[] names = [.. headings.Cells.Select(Plain)];
        (ColumnMapping Column, int At) Placed(ColumnMapping column) => (column, Array.FindIndex(names, name => name.Equals(Plain(column.Heading), StringComparison.OrdinalIgnoreCase)));
        var places = mapping.Columns.Select(Placed).ToList();
        var carried = mapping.Columns.SelectMany(column => column.With).Where(with => with.Column is not null).ToDictionary(with => with, with => Placed(with.Column!));
        foreach (var (column, _) in places.Concat(carried.Values).Where(one => one.At < 0))
        {
            mistakes.Add(Wrong(mapping.Headings, column.Heading, FormattableString.Invariant($"this column, which line {column.Line} of the mapping names")));
        }

        foreach (var name in names.Where((name, at) => name.Length > 0 && places.Concat(carried.Values).All(one => one.At != at)))
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

        var (reference, item) = (Ours(own, TableColumns.Reference), Ours(own, TableColumns.Id));
        foreach (var (column, at) in places.Where(one => one.Column.Event is not null && one.Column.With.All(with => with.Column is null || carried[with].At >= 0)))
        {
            if (reference is not { } of || (column.IsOfItem && item is null))
            {
                mistakes.Add(Wrong(mapping.Headings, column.Heading, $"a column for '{(reference is null ? TableColumns.Reference : TableColumns.Id)}' in the mapping, as this one is an event{(reference is null ? "" : " of the row's item")}"));
                continue;
            }

            var with = column.With.Select(one => (one.Attribute, one.Value, From: one.Column is null ? null : ((ColumnMapping Column, int At)?)carried[one])).ToList();
            var theirNames = new Dictionary<string, string>(StringComparer.Ordinal) { [TableColumns.Reference] = of.Column.Heading, [TableColumns.Date] = column.Heading, [TableColumns.Event] = column.Heading };
            foreach (var (attribute, _, from) in with.Where(one => one.From is not null))
            {
                theirNames[attribute] = from!.Value.Column.Heading;
            }

            if (column.IsOfItem)
            {
                theirNames[TableColumns.Item] = item!.Value.Column.Heading;
            }

            sheets.Add(Make(theirs, TableName.Events, null, [.. EventColumns, .. with.Select(one => one.Attribute)], theirNames,
                rows.Select(row => Event(row, of, column.IsOfItem ? item : null, column, at, with)).OfType<SheetRow>()));
        }
    }

    private static (ColumnMapping Column, int At)? Ours(List<(ColumnMapping Column, int At)> own, string name) =>
        own.FindIndex(one => one.Column.To == name) is >= 0 and var found ? own[found] : null;

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

    private static SheetRow? Event(
        SheetRow row,
        (ColumnMapping Column, int At) reference,
        (ColumnMapping Column, int At)? item,
        ColumnMapping column,
        int at,
        List<(string Attribute, string? Value, (ColumnMapping Column, int At)? From)> with)
    {
        var date = Word(row, column, at);
        if (date.Length == 0 && row.Troubles.All(one => one.Column != at))
        {
            return null;
        }

        // Where each cell of ours comes from; what is wrong with theirs is wrong with it.
        int[] from = [-1, reference.At, item?.At ?? -1, -1, at, .. with.Select(one => one.From?.At ?? -1)];
        return new SheetRow(row.Number,
        [
            "", Word(row, reference.Column, reference.At), item is { } of ? Word(row, of.Column, of.At) : "", column.Event!, date,
            .. with.Select(one => one.From is { } other ? Word(row, other.Column, other.At) : one.Value!),
        ])
        {
            Troubles = [.. row.Troubles.SelectMany(trouble => Enumerable.Range(0, from.Length).Where(ours => from[ours] == trouble.Column).Select(ours => trouble with { Column = ours }))],
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
