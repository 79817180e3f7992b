namespace DhrCompliance.Assessments.Explaining;

/// <summary>Text in lines of at most so many characters. A word longer than a line stands alone and is never cut.</summary>
public static class Wrapped
{
    /// <summary>The text in lines, each beginning with the indent; later lines with so many spaces more.</summary>
    public static IEnumerable<string> Lines(string text, int width = 100, int indent = 0, int hanging = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new string(' ', indent);
        var empty = true;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = new string(' ', indent + hanging);
                empty = true;
            }

            line += empty ? word : $" {word}";
            empty = false;
        }

        if (!empty)
        {
            yield return line;
        }
    }
}
