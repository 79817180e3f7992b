namespace DhrCompliance.Rulebooks.Reading;

/// <summary>Words of a file within a message: short, and on one line.</summary>
internal static class Quote
{
    private const int Longest = 60;

    public static string Of(string text) => $"'{Clipped(text)}'";

    public static string Clipped(string text)
    {
        var line = text.Replace('\n', ' ');
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "...");
    }

    /// <summary><c>a, b or c</c>.</summary>
    public static string Choice(IEnumerable<string> words)
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }

    public static string Article(string noun) => noun is ['a' or 'e' or 'i' or 'o' or 'u', ..] ? $"an {noun}" : $"a {noun}";
}
