using System.Globalization;
using System.Text.RegularExpressions;
using DhrCompliance.Calendars;

namespace DhrCompliance.Service.Intake.Mappings;

/// <summary>How the days of a sheet are written, as far as the days themselves tell.</summary>
internal static partial class DateReading
{
    public const string Iso = "yyyy-MM-dd";

    private static readonly string[] Forms = ["dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy", "d-M-yyyy", "dd-MMM-yyyy", "d MMM yyyy", "MM/dd/yyyy", "M/d/yyyy"];

    /// <summary>The form that most of the days have; ISO where there are no others, null where they can be read in two ways.</summary>
    public static string? Of(IEnumerable<string> cells)
    {
        string[] days = [.. cells.Select(cell => cell.Trim()).Where(cell => DateLike().IsMatch(cell) && !Fits(Iso, cell))];
        if (days.Length == 0)
        {
            return Iso;
        }

        var best = Forms.Select(form => (Form: form, Days: days.Where(day => Fits(form, day)).ToArray())).MaxBy(one => one.Days.Length);
        return best.Days.Length == 0 ? Iso : Array.TrueForAll(best.Days, day => Fits(Turned(best.Form), day)) && Turned(best.Form) != best.Form ? null : best.Form;
    }

    public static bool IsDate(string cell, string form) => Fits(form, cell) || (PartialDate.TryParse(cell, out var date, out _) && date != DateInterval.Unknown);

    private static bool Fits(string form, string cell) => DateOnly.TryParseExact(cell, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The same with day and month in the other's place; where the month is a word, itself.</summary>
    private static string Turned(string form) => form.Contains("MMM", StringComparison.Ordinal) ? form
        : string.Concat(form.Select(letter => letter switch { 'd' => 'M', 'M' => 'd', _ => letter }));

    [GeneratedRegex(@"^[0-9]{1,4}[-/. ]([0-9]{1,2}|[A-Za-z]{3})[-/. ][0-9]{1,4}\z")]
    private static partial Regex DateLike();
}
