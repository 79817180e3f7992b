namespace DhrCompliance.Rulebooks.Reading.Words;

/// <summary>The word that was probably meant.</summary>
internal static class Nearest
{
    private const int LongestWord = 60;

    /// <summary>The nearest of the words, or null where none is near: one slip in a short word, up to three in a long one.</summary>
    public static string? To(string word, IEnumerable<string> words)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        var wanted = Normalised(word);
        string? best = null;
        var fewest = Math.Min(3, Math.Max(1, wanted.Length / 3)) + 1;
        foreach (var candidate in words)
        {
            if (candidate == word || Math.Abs(candidate.Length - wanted.Length) >= fewest)
            {
                continue;
            }

            var slips = Distance(wanted, candidate);
            if (slips < fewest || (slips == fewest && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, fewest) = (candidate, slips);
            }
        }

        return best;
    }

    /// <summary>The word as the vocabulary writes words: lower case, hyphens.</summary>
    public static string Normalised(string word)
    {
        var letters = new List<char>(word.Length + 4);
        foreach (var letter in word.Trim())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                if (char.IsAsciiLetterUpper(letter) && letters.Count > 0 && char.IsAsciiLetterLower(letters[^1]))
                {
                    letters.Add('-');
                }

                letters.Add(char.ToLowerInvariant(letter));
            }
            else if (letters.Count > 0 && letters[^1] != '-')
            {
                letters.Add('-');
            }
        }

        return new string([.. letters]).TrimEnd('-');
    }

    /// <summary>Letters added, left out, changed, or swapped with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        var (before, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[other.Length];
    }
}
