using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Intake.Columns;

namespace DhrCompliance.Service.Intake.Cells;

/// <summary>The text of a cell as a value of its column, in the one form in which the register keeps it.</summary>
internal static partial class CellValue
{
    private const int LongestLine = 200;
    private const int LongestText = 20_000;
    private const int MostWordsListed = 12;

    private static readonly string[] Moments =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Takes a text that is not empty. False where it is no value of the column; then <paramref name="expected"/> says what would be one.</summary>
    /// <param name="column">The column.</param>
    /// <param name="text">The text.</param>
    /// <param name="days">How days are written.</param>
    /// <param name="hints">Whether to look for the word that was meant.</param>
    /// <param name="value">The value, where it is one.</param>
    /// <param name="expected">What was expected, where it is none.</param>
    public static bool TryTake(Column column, string text, DayFormat days, bool hints, out string value, out string expected)
    {
        (value, expected) = (text, "");
        var refusal = Unprintable(text, column.Kind) ?? column.Kind switch
        {
            CellKind.Identifier => Identifier.Is(text) ? null : Identifier.Expected,
            CellKind.Email => EmailAddress.Is(text) ? null : EmailAddress.Expected,
            CellKind.Line => text.Length <= LongestLine ? null : FormattableString.Invariant($"at most {LongestLine} characters, not {text.Length}"),
            CellKind.Text => text.Length <= LongestText ? null : FormattableString.Invariant($"at most {LongestText} characters, not {text.Length}"),
            CellKind.YesNo => TakeWord(["yes", "no"], "yes or no", false, ref value),
            CellKind.Word => TakeWord(column.Words, column.What, hints, ref value),
            CellKind.Words => TakeWords(column, hints, ref value),
            CellKind.Number => TakeNumber(ref value),
            CellKind.Day => TakeDay(days, ref value),
            CellKind.Date => TakeDate(days, ref value),
            _ => IsMoment(text) ? null : "a day (2026-03-31), or a moment with its offset (2026-03-31T09:30:00Z)",
        };

        expected = refusal ?? "";
        return refusal is null;
    }

    /// <summary>Whether two values of a column say the same, however they are written.</summary>
    public static bool AreSame(CellKind kind, string one, string other) => one == other || kind switch
    {
        CellKind.Date or CellKind.Day => PartialDate.TryParse(one, out var first, out _) && PartialDate.TryParse(other, out var second, out _) && first == second,
        CellKind.Number => TakeNumber(ref one) is null && TakeNumber(ref other) is null && one == other,
        CellKind.Words => Split(one).Order(StringComparer.Ordinal).SequenceEqual(Split(other).Order(StringComparer.Ordinal)),
        _ => one.TrimEnd() == other.TrimEnd(),
    };

    /// <summary>The day of a moment, as it is written.</summary>
    public static DateOnly DayOf(string moment) => DateOnly.ParseExact(moment[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Unprintable(string text, CellKind kind)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) && character is not ('\t' or '\r' or '\n'))
            {
                return FormattableString.Invariant($"text without control characters, such as U+{(int)character:X4}");
            }

            if (kind != CellKind.Text && character is '\t' or '\r' or '\n' or '\u2028' or '\u2029')
            {
                return "one line without tabs";
            }
        }

        return null;
    }

    private static string? TakeWord(ImmutableArray<string> words, string what, bool hints, ref string value)
    {
        var text = value;
        if (words.Contains(text))
        {
            return null;
        }

        if (words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            value = same;
            return null;
        }

        var listed = words.Length is > 0 and <= MostWordsListed && what != "yes or no" ? $" ({string.Join(", ", words)})" : "";
        return what + listed + (hints ? Nearest.Hint(text, words) : "");
    }

    private static string? TakeWords(Column column, bool hints, ref string value)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Split(value))
        {
            var word = part;
            if (TakeWord(column.Words, "its words, separated by ';'", hints, ref word) is { } expected)
            {
                return expected;
            }

            taken.Add(word);
        }

        value = string.Join(';', column.Words.Where(taken.Contains));
        return taken.Count > 0 ? null : "its words, separated by ';'";
    }

    private static string? TakeNumber(ref string value)
    {
        if (!Plain().IsMatch(value))
        {
            return "a number in figures, such as 47 or 1.5";
        }

        value = decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture);
        return null;
    }

    private static string? TakeDay(DayFormat days, ref string value)
    {
        if (!PartialDate.TryParse(value, days, out var date, out var expected))
        {
            return ShortYear(value) ?? expected;
        }

        value = date.ToString();
        return date.IsDay ? null : "a day that is known, such as 2026-03-31, or nothing";
    }

    /// <summary>Keeps what was written, unless only the file's own declaration says what it means.</summary>
    private static string? TakeDate(DayFormat days, ref string value)
    {
        if (!PartialDate.TryParse(value, days, out var date, out var expected))
        {
            return ShortYear(value) ?? expected;
        }

        value = date == DateInterval.Unknown ? "" : PartialDate.TryParse(value, out var plain, out _) && plain == date ? value : date.ToString();
        return null;
    }

    /// <summary>What a day such as 20/11/26 is told; null: it is none. Reviews began in this century.</summary>
    private static string? ShortYear(string value) => WithShortYear().Match(value) is { Success: true } match
        ? $"a year of four digits: the year has two digits: write 20{match.Groups[1].Value}" : null;

    private static bool IsMoment(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (Offset().IsMatch(text) && DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static string[] Split(string value) => value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^[0-9]{1,2}[-/. ](?:[0-9]{1,2}|[A-Za-z]{3,9})[-/. ]([0-9]{2})\z")]
    private static partial Regex WithShortYear();

    [GeneratedRegex(@"^-?[0-9]{1,15}(\.[0-9]{1,6})?\z")]
    private static partial Regex Plain();

    [GeneratedRegex(@"(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Offset();
}
