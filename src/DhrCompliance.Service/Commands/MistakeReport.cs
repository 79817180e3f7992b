using System.Globalization;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Commands;

/// <summary>What is wrong with an import, as a table a team can open in its spreadsheet.</summary>
internal static class MistakeReport
{
    public static void Write(string? path, Invocation invocation, IReadOnlyCollection<Mistake> mistakes)
    {
        if (path is null)
        {
            return;
        }

        var table = new Table
        {
            Title = "Mistakes",
            Columns = [new Column("file"), new Column("row"), new Column("column"), new Column("value"), new Column("expected")],
            Rows = mistakes.Select(mistake => System.Collections.Immutable.ImmutableArray.Create(
                mistake.File, mistake.Row?.ToString(CultureInfo.InvariantCulture) ?? "", mistake.Column ?? "", mistake.Value ?? "", mistake.Expected)),
        };
        Documents.WriteText(path, invocation, text => CsvTable.Write(text, table));
    }
}
