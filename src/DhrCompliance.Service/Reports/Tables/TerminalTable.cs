using Spectre.Console;

namespace DhrCompliance.Service.Reports.Tables;

/// <summary>How wide a terminal is, and whether it shows colours (not in a pipe, nor where NO_COLOR is set).</summary>
public sealed record TerminalLook(int Width, bool Colour)
{
    /// <summary>A pipe or a file: as wide as need be for a mail, and without colours.</summary>
    public static TerminalLook Plain { get; } = new(120, false);
}

/// <summary>A table for a terminal. Where it is too narrow for columns, each row is told in lines of its own.</summary>
public static class TerminalTable
{
    private const int NarrowerThanTable = 80;

    public static void Write(TextWriter output, Table table, TerminalLook look)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(look);
        if (look.Width < NarrowerThanTable)
        {
            Stacked(output, table);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = look.Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = look.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = look.Width;
        console.Profile.Capabilities.Unicode = true;
        var grid = new Spectre.Console.Table().Border(TableBorder.Minimal).Title(new TableTitle(Markup.Escape(Cells.OneLine(table.Title))));
        foreach (var column in table.Columns)
        {
            var shown = new TableColumn(new Text(column.Name, new Style(decoration: Decoration.Bold)));
            grid.AddColumn(column.Kind is ColumnKind.Number ? shown.RightAligned() : column.Kind is ColumnKind.Date ? shown.NoWrap() : shown);
        }

        foreach (var row in table.Rows)
        {
            grid.AddRow(row.Select((cell, i) => new Text(Cells.OneLine(cell), StyleOf(table.Columns[i], cell))));
        }

        console.Write(grid);
    }

    private static Style StyleOf(Column column, string cell) => column.Kind is not ColumnKind.State ? Style.Plain : StateMark.Of(cell) switch
    {
        StateTone.Wrong => new Style(Color.Red, decoration: Decoration.Bold),
        StateTone.Soon => new Style(Color.Yellow),
        StateTone.Open or StateTone.Still => new Style(Color.Blue),
        StateTone.Good => new Style(Color.Green),
        _ => Style.Plain,
    };

    private static void Stacked(TextWriter output, Table table)
    {
        output.WriteLine(Cells.OneLine(table.Title));
        foreach (var row in table.Rows)
        {
            output.WriteLine();
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i].Length > 0)
                {
                    output.WriteLine($"{table.Columns[i].Name}: {Cells.OneLine(row[i])}");
                }
            }
        }
    }
}
