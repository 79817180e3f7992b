using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DhrCompliance.Calendars;

/// <summary>
/// How days are written in a file, as its owner declares it: <c>dd/MM/yyyy</c>, <c>d.M.yyyy</c>, <c>dd-MMM-yyyy</c>.
/// ISO days (<c>2026-03-31</c>) are read beside it, as they cannot be mistaken.
/// </summary>
public sealed class DayFormat
{
    private const string IsoPattern = "yyyy-MM-dd";

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal) { "d", "dd", "M", "MM", "MMM", "yyyy" };

    private DayFormat(string pattern) => Pattern = pattern;

    /// <summary>ISO days and nothing else.</summary>
    public static DayFormat Iso { get; } = new(IsoPattern);

    /// <summary>The pattern as declared.</summary>
    public string Pattern { get; }

    /// <summary>
    /// Takes a declared pattern: day (<c>d</c>, <c>dd</c>), month (<c>M</c>, <c>MM</c>, <c>MMM</c>) and year
    /// (<c>yyyy</c>), each once, with <c>/ . -</c> or a space between. False where it is none; then
    /// <paramref name="expected"/> says what would be one.
    /// </summary>
    public static bool TryDeclare(
        string? pattern, [NotNullWhen(true)] out DayFormat? format, [NotNullWhen(false)] out string? expected)
    {
        var parts = (pattern ?? "").Split('/', '.', '-', ' ');
        var isPattern = parts.Length == 3 && Array.TrueForAll(parts, Parts.Contains) && parts.DistinctBy(part => part[0]).Count() == 3;
        format = isPattern ? new DayFormat(pattern!) : null;
        expected = isPattern ? null : "day, month and four-digit year once each, such as dd/MM/yyyy, d.M.yyyy or dd-MMM-yyyy";
        return isPattern;
    }

    internal bool TryRead(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text, IsoPattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
        || (Pattern != IsoPattern
            && DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out day));
}
