using System.Collections.Immutable;

namespace DhrCompliance.Calendars;

/// <summary>
/// A file of days that are not working days, with where it is from: <c># key: value</c> lines (calendar,
/// jurisdictions, known-until, source, taken), then a CSV table with the columns <c>date,name</c>.
/// </summary>
public sealed record HolidayFile
{
    /// <summary>The days, with the calendar's name and the last day up to which they are known.</summary>
    public required HolidayCalendar Calendar { get; init; }

    /// <summary>The jurisdiction words it holds for.</summary>
    public required ImmutableArray<string> Jurisdictions { get; init; }

    /// <summary>Where the days are from.</summary>
    public required string Source { get; init; }

    /// <summary>The day on which they were taken from there.</summary>
    public required DateOnly Taken { get; init; }

    /// <summary>Reads a file's text. All mistakes come at once, in the order of their lines; with any there is no file.</summary>
    /// <param name="text">The whole text; line ends of any kind.</param>
    /// <param name="file">What it says; null where there is a mistake.</param>
    /// <param name="mistakes">What is wrong; empty where nothing is.</param>
    public static bool TryParse(string text, out HolidayFile? file, out ImmutableArray<HolidayMistake> mistakes)
    {
        var reader = new HolidayLines();
        var number = 0;

        // Only what every editor takes for the end of a line is one, so that the numbers are those that it shows.
        foreach (var line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r'))
        {
            reader.Take(++number, line.Trim(' ', '\t', '\uFEFF'));
        }

        file = reader.Finish(out mistakes);
        return file is not null;
    }
}

/// <summary>A mistake in a holiday file.</summary>
/// <param name="Line">The line, from 1; where something is missing, the last.</param>
/// <param name="Column">The character of the line, from 1.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record HolidayMistake(int Line, int Column, string Message);
