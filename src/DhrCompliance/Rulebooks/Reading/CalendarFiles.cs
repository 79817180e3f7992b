using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Texts;

namespace DhrCompliance.Rulebooks.Reading;

/// <summary>The calendars among the files, by jurisdiction.</summary>
internal sealed class CalendarFiles(Desk desk)
{
    private readonly Dictionary<string, (HolidayCalendar Calendar, string Path)> _calendars = new(StringComparer.Ordinal);
    private readonly List<HolidayFile> _files = [];
    private bool _isWrong;

    /// <summary>Those that were read.</summary>
    public IReadOnlyList<HolidayFile> Files => _files;

    public void Take(SourceText source)
    {
        if (!HolidayFile.TryParse(source.Text, out var file, out var mistakes))
        {
            _isWrong = true;
            foreach (var mistake in mistakes)
            {
                desk.Mistakes.Error(new Place(source, mistake.Line, mistake.Column), Codes.Calendar, mistake.Message);
            }

            return;
        }

        _files.Add(file!);
        foreach (var jurisdiction in file!.Jurisdictions)
        {
            if (!_calendars.TryAdd(jurisdiction, (file.Calendar, source.Path)))
            {
                desk.Mistakes.Error(
                    new Place(source, 1, 1), Codes.CalendarTwice, $"{Quote.Of(jurisdiction)} has a calendar already, in {_calendars[jurisdiction].Path}");
            }

            desk.Jurisdictions.Add(jurisdiction);
        }
    }

    /// <summary>The same calendars at another desk, without reading them again.</summary>
    public CalendarFiles At(Desk other)
    {
        var same = new CalendarFiles(other) { _isWrong = _isWrong };
        same._files.AddRange(_files);
        foreach (var (jurisdiction, calendar) in _calendars)
        {
            same._calendars.Add(jurisdiction, calendar);
            other.Jurisdictions.Add(jurisdiction);
        }

        return same;
    }

    public void Refused() => _isWrong = true;

    /// <summary>A file that is wrong may be for any jurisdiction.</summary>
    public void Sorted()
    {
        if (_isWrong)
        {
            desk.Jurisdictions.Clear();
        }
    }

    public ImmutableDictionary<string, HolidayCalendar> Finish()
    {
        if (_calendars.Count == 0 && !_isWrong)
        {
            foreach (var place in desk.WorkingDays)
            {
                desk.Mistakes.Error(place, Codes.NoCalendar, "working days are counted here, and there is no calendar", hint: "Put one into the folder calendars: england-and-wales.csv.");
            }

            desk.Mistakes.Warning(Place.Nowhere, Codes.CalendarMissing, "there is no calendar: which days are working days is not known", "Put one into the folder calendars: england-and-wales.csv.");
        }

        return _calendars.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Calendar, StringComparer.Ordinal);
    }
}
