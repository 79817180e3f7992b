namespace DhrCompliance.Service.Intake.Cells;

/// <summary>The word that was probably meant.</summary>
internal static class Nearest
{
    private const int LongestCompared = 40;

    /// <summary>The nearest of the words, or null where none is near: at most a third of its letters differ, are missing, added or swapped.</summary>
    public static string? Of(string text, IEnumerable<string> words)
    {
        if (text.Length is 0 or > LongestCompared)
        {
            return null;
        }

        string? nearest = null;
        var least = Math.Max(1, text.Length / 3) + 1;
        foreach (var word in words)
        {
            if (Math.Abs(word.Length - text.Length) < least && Distance(text, word, least) is var distance && distance < least)
            {
                (nearest, least) = (word, distance);
            }
        }

        return nearest;
    }

    /// <summary>"; did you mean 'word'?", or nothing.</summary>
    public static string Hint(string text, IEnumerable<string> words) => Of(text, words) is { } word ? $"; did you mean '{word}'?" : "";

    private static int Distance(string from, string to, int most)
    {
        var (before, last, row) = (new int[to.Length + 1], new int[to.Length + 1], new int[to.Length + 1]);
        for (var j = 0; j <= to.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var isSame = Lower(from[i - 1]) == Lower(to[j - 1]);
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (isSame ? 0 : 1));
                if (i > 1 && j > 1 && Lower(from[i - 1]) == Lower(to[j - 2]) && Lower(from[i - 2]) == Lower(to[j - 1]))
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return least;
            }

            (before, last, row) = (last, row, before);
        }

        return last[to.Length];
    }

    private static char Lower(char letter) => char.ToLowerInvariant(letter);
}
