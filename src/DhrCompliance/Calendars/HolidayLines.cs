using System.Collections.Immutable;

namespace DhrCompliance.Calendars;

/// <summary>The lines of a holiday file, taken one after the other.</summary>
internal sealed class HolidayLines
{
    private const string TableHead = "date,name";

    private static readonly ImmutableArray<string> Keys = ["calendar", "jurisdictions", "known-until", "source", "taken"];

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> _days = new(StringComparer.Ordinal);
    private readonly Dictionary<DateOnly, string> _holidays = [];
    private readonly List<HolidayMistake> _mistakes = [];
    private bool _inTable;
    private int _last;

    public void Take(int number, string line)
    {
        _last = line.Length > 0 || number == 1 ? number : _last;
        if (line.Length == 0)
        {
            return;
        }

        if (line[0] == '#')
        {
            TakeKey(number, line);
        }
        else if (_inTable)
        {
            TakeHoliday(number, line);
        }
        else
        {
            _inTable = true;
            if (line != TableHead)
            {
                Mistake(number, 1, $"expected the columns '{TableHead}' above the days");
            }
        }
    }

    public HolidayFile? Finish(out ImmutableArray<HolidayMistake> mistakes)
    {
        // Where a line is wrong, the days may be missing because of it.
        if (_holidays.Count == 0 && _mistakes.Count == 0)
        {
            Mistake(_last, 1, $"expected at least one day below '{TableHead}'");
        }

        foreach (var key in Keys)
        {
            if (!_values.ContainsKey(key))
            {
                Mistake(_last, 1, $"missing line '# {key}: ...'");
            }
        }

        mistakes = [.. _mistakes];
        return mistakes.IsEmpty
            ? new HolidayFile
            {
                Calendar = new HolidayCalendar(_values["calendar"], _holidays, _days["known-until"]),
                Jurisdictions = [.. _values["jurisdictions"].Split(',', StringSplitOptions.TrimEntries)],
                Source = _values["source"],
                Taken = _days["taken"],
            }
            : null;
    }

    private void TakeKey(int number, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? "" : line[1..colon].Trim();
        if (!Keys.Contains(key))
        {
            return; // Any other line of this kind is a remark.
        }

        var value = line[(colon + 1)..].Trim();
        var column = value.Length == 0 ? colon + 2 : line.IndexOf(value, colon + 1, StringComparison.Ordinal) + 1;
        if (!_values.TryAdd(key, value))
        {
            Mistake(number, 1, $"'{key}' is given twice");
        }
        else if (value.Length == 0)
        {
            Mistake(number, column, $"'{key}' has no value");
        }
        else if (key is "known-until" or "taken")
        {
            TakeDay(number, column, key, value);
        }
        else if (key == "jurisdictions" && Array.Exists(value.Split(','), string.IsNullOrWhiteSpace))
        {
            Mistake(number, column, "expected the jurisdictions with commas between, such as 'england, wales'");
        }
    }

    private void TakeDay(int number, int column, string key, string value)
    {
        if (Day(number, column, value) is { } day)
        {
            _days[key] = day;
        }
    }

    private void TakeHoliday(int number, string line)
    {
        var comma = line.IndexOf(',', StringComparison.Ordinal);
        var name = comma < 0 ? "" : Unquoted(line[(comma + 1)..].Trim());
        if (name.Length == 0)
        {
            Mistake(number, line.Length + 1, "expected a day and what it is called, such as '2026-04-03,Good Friday'");
            return;
        }

        if (Day(number, 1, line[..comma].Trim()) is { } day && !_holidays.TryAdd(day, name))
        {
            Mistake(number, 1, $"the day {DateInterval.On(day)} is listed twice");
        }
    }

    private DateOnly? Day(int number, int column, string text)
    {
        if (PartialDate.TryParse(text, out var interval, out var expected) && interval.IsDay)
        {
            return interval.Earliest;
        }

        Mistake(number, column, $"expected {expected ?? "a day, such as 2026-03-31"}");
        return null;
    }

    private static string Unquoted(string cell) => cell.Length > 1 && cell[0] == '"' && cell[^1] == '"'
        ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
        : cell;

    private void Mistake(int line, int column, string message) => _mistakes.Add(new HolidayMistake(line, column, message));
}
