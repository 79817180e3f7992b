using System.Text.RegularExpressions;

namespace DhrCompliance.Service.Intake.Mappings;

/// <summary>The words of a heading, a name or a title.</summary>
internal static partial class HeadingWords
{
    private const int StemLength = 6;

    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal)
    {
        "the", "of", "a", "an", "date", "dates", "to", "is", "was", "whether", "and", "or", "for", "on", "in", "did", "by", "that", "with", "it", "s", "made", "held", "done", "given", "when", "day",
    };

    // What is planned has not happened.
    private static readonly HashSet<string> Plans = new(StringComparer.Ordinal)
    {
        "due", "target", "targets", "expected", "deadline", "planned", "forecast", "estimated", "est", "proposed", "anticipated", "scheduled", "next",
    };

    public static string[] Of(string text) => NoLetters().Split(text.ToLowerInvariant()).Where(word => word.Length > 0 && !word.All(char.IsAsciiDigit)).ToArray();

    public static bool IsNoise(string word) => Noise.Contains(word);

    /// <summary>Whether it speaks of what is to come.</summary>
    public static bool IsPlan(string heading) => Of(heading).Any(Plans.Contains);

    /// <summary>Words by their beginnings, so that "publication" finds "published".</summary>
    public static string Stem(string word) => word.Length > StemLength ? word[..StemLength] : word;

    public static HashSet<string> Stems(string text) => [.. Of(text).Where(word => !IsNoise(word)).Select(Stem)];

    [GeneratedRegex("[^a-z0-9']+")]
    private static partial Regex NoLetters();
}
