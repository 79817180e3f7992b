using System.Text;

namespace DhrCompliance.Tests.RealTimelines;

/// <summary>The rows of a comma-separated text by the names in its first line; every row has every column.</summary>
internal static class CsvRows
{
    public static List<Dictionary<string, string>> Of(string text)
    {
        var lines = Lines(text);
        var head = lines[0];
        return [.. lines.Skip(1).Select(cells =>
        {
            cells.Count.ShouldBe(head.Count, string.Join('|', cells));
            return head.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second, StringComparer.Ordinal);
        })];
    }

    private static List<List<string>> Lines(string text)
    {
        List<List<string>> lines = [];
        List<string> line = [];
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    line.Add(Take(cell));
                    break;
                case '\n' when !quoted:
                    line.Add(Take(cell));
                    lines.Add(line);
                    line = [];
                    break;
                case '\r' when !quoted:
                    break;
                default:
                    cell.Append(text[i]);
                    break;
            }
        }

        if (cell.Length > 0 || line.Count > 0)
        {
            line.Add(Take(cell));
            lines.Add(line);
        }

        return lines;
    }

    private static string Take(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text;
    }
}
