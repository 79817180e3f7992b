using System.Globalization;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>Singular and plural, numbers in words, capitals and full stops.</summary>
internal static class English
{
    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary><c>1 day</c>, <c>12 days</c>.</summary>
    public static string Count(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? string.Empty : "s")}");

    /// <summary>
    /// <c>12 days</c>, or <c>between 3 and 12 days</c> where the most is more than the fewest, or <c>at least 3 days</c>
    /// where there is no telling how many at the most.
    /// </summary>
    public static string Range(int fewest, int most, string thing = "day") => most == int.MaxValue
        ? fewest is 0 or int.MaxValue ? $"a number of {thing}s that is not known" : $"at least {Count(fewest, thing)}"
        : most <= fewest
        ? Count(fewest, thing)
        : fewest == 0
            ? $"up to {Count(most, thing)}"
            : string.Create(CultureInfo.InvariantCulture, $"between {fewest} and {Count(most, thing)}");

    /// <summary><c>6 months</c> becomes <c>six months</c>, as a person would write it; another text stays as it is.</summary>
    public static string Period(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0
            && int.TryParse(text.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0 && number < Numbers.Length
            ? Numbers[number] + text[space..]
            : text;
    }

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> parts, string last = "and") => parts.Count switch
    {
        0 => string.Empty,
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} {last} {parts[^1]}",
    };

    /// <summary>A word of a rule file as a person reads it: hyphens between letters become spaces.</summary>
    public static string Plain(string word) => word.Any(char.IsWhiteSpace) ? word : string.Create(word.Length, word, static (span, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var between = i > 0 && i < source.Length - 1 && char.IsLower(source[i - 1]) && char.IsLower(source[i + 1]);
            span[i] = source[i] is '-' && between ? ' ' : source[i];
        }
    });

    /// <summary>With a capital at the beginning.</summary>
    public static string Capital(string text) =>
        text.Length > 0 && char.IsLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>A title in the middle of a sentence: without its capital, unless it begins with an abbreviation.</summary>
    public static string Within(string text) =>
        text is [var first, var second, ..] && char.IsUpper(first) && !char.IsUpper(second) ? char.ToLowerInvariant(first) + text[1..] : text;

    /// <summary>With a capital at the beginning and a full stop at the end, if it has no end yet.</summary>
    public static string Sentence(string text)
    {
        var trimmed = text.AsSpan().TrimEnd();
        if (trimmed.Length == 0)
        {
            return string.Empty;
        }

        var stop = trimmed[^1] is '.' or '?' or '!' || EndsQuoted(trimmed) ? string.Empty : ".";
        return stop.Length == 0 && trimmed.Length == text.Length
            ? Capital(text)
            : string.Concat([char.IsLower(trimmed[0]) ? char.ToUpperInvariant(trimmed[0]) : trimmed[0]], trimmed[1..], stop);
    }

    private static bool EndsQuoted(ReadOnlySpan<char> text) => text.Length > 1 && text[^1] is '”' && text[^2] is '.' or '?' or '!';
}
