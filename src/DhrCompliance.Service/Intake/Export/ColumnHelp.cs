using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Intake.Export;

/// <summary>How the columns of a table look in a workbook: their widths, their drop-downs, and what is said to whoever fills them in.</summary>
internal sealed class ColumnHelp(KnownWords words)
{
    private const string Dates = "A date, as text: 2026-03-31, a month 2026-03, a year 2026, 'by 2026-03', 'after 2026-03', or from/to 2026-03/2026-05.";
    private const string Day = "A day, as text: 2026-03-31.";

    private readonly Dictionary<string, string> _questions = words.Vocabulary.Facts.DistinctBy(fact => fact.Name).ToDictionary(fact => fact.Name, fact => fact.Question, StringComparer.Ordinal);

    public ImmutableArray<WorkbookColumn> Of(Sheet sheet)
    {
        var own = TableColumns.Of(sheet.Table, words).ToDictionary(column => column.Name, StringComparer.Ordinal);
        var facts = Vocabulary(sheet).ToLookup(column => column.Name, StringComparer.Ordinal);
        return [.. sheet.Columns.Select(name => own.TryGetValue(name, out var column) ? Shown(column, null) : Shown(Merged(name, [.. facts[name]]), sheet.Table is TableName.Events ? null : _questions.GetValueOrDefault(name)))];
    }

    private IEnumerable<Column> Vocabulary(Sheet sheet) => sheet.Table switch
    {
        TableName.Cases => FactColumns.Facts(words, null),
        TableName.Items when sheet.ItemKind is { } kind => FactColumns.Facts(words, kind),
        TableName.Items => words.Vocabulary.Items.SelectMany(item => FactColumns.Facts(words, item.Name)),
        TableName.Events => words.Vocabulary.Events.SelectMany(kind => FactColumns.Attributes(words, kind)),
        _ => [],
    };

    /// <summary>Several kinds of event may have an attribute of one name: it is offered the words of all of them.</summary>
    private static Column Merged(string name, Column[] columns) => columns.Select(column => column.Kind).Distinct().ToList() is [var kind]
        ? new Column(name, kind) { Words = [.. columns.SelectMany(column => column.Words).Distinct(StringComparer.Ordinal)] }
        : new Column(name, CellKind.Text);

    private static WorkbookColumn Shown(Column column, string? question)
    {
        if (column.Name == TableColumns.AsExported)
        {
            return new WorkbookColumn(column.Name) { IsHidden = true, Prompt = "Leave this as it is: it tells an import what was changed here, and what was changed elsewhere since." };
        }

        var help = Prompt(column);
        return new WorkbookColumn(column.Name)
        {
            Width = Width(column),
            IsWrapped = column.Kind is CellKind.Text,
            Choices = Choices(column),
            Prompt = (question, help) switch
            {
                (null, _) => help,
                (_, null) => question,
                _ => $"{question} {help}",
            },
        };
    }

    /// <summary>The words that a cell of the column is offered; none where they are not few.</summary>
    public static ImmutableArray<string> Choices(Column column) => column.Kind switch
    {
        CellKind.YesNo => ["yes", "no", CellText.Unknown],
        CellKind.Word when !column.Words.IsEmpty => [.. column.Words, .. column.IsNeeded ? Array.Empty<string>() : [CellText.Unknown]],
        _ => [],
    };

    /// <summary>How a cell of the column is filled in; null where its words say so.</summary>
    public static string? Prompt(Column column) => column.Kind switch
    {
        CellKind.Date => Dates,
        CellKind.Day => Day,
        CellKind.Words => $"Several of these, separated by ';': {string.Join(", ", column.Words)}.",
        CellKind.Number => "A number in figures.",
        CellKind.Moment => "A day (2026-03-31), or a moment with its offset (2026-03-31T09:30:00Z), as text.",
        CellKind.Email => "One plain mail address.",
        _ => null,
    };

    private static double Width(Column column) => Math.Max(column.Kind switch
    {
        CellKind.Text => 32,
        CellKind.Email or CellKind.Line or CellKind.Word or CellKind.Words => 22,
        CellKind.Identifier => 16,
        _ => 13,
    }, Math.Min(28, column.Name.Length + 4));
}
