using System.Collections.Immutable;

namespace DhrCompliance.Service.Workbooks;

/// <summary>How high a row is: not every program makes room for a text of several lines by itself.</summary>
internal static class RowHeight
{
    private const int PointsOfLine = 15;
    private const int MostLines = 12;

    public static int Points(int lines) => lines * PointsOfLine;

    /// <summary>The lines of the longest text among the columns that are set in several.</summary>
    public static int Lines(ImmutableArray<string> cells, ImmutableArray<WorkbookColumn> columns)
    {
        var most = 1;
        for (var at = 0; at < cells.Length; at++)
        {
            if (columns[at].IsWrapped && cells[at].Length > 0)
            {
                most = Math.Max(most, Lines(cells[at], columns[at].Width));
            }
        }

        return most;
    }

    /// <summary>The lines of a text in a column so many characters wide, a word at the end of a line not broken.</summary>
    public static int Lines(string text, double width)
    {
        var lines = text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Length * 1.05 / Math.Max(1, width))));
        return Math.Min(lines, MostLines);
    }
}
