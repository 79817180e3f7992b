using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What falls due, as calendar entries of whole days (RFC 5545). They say no more than a mail's headline does.</summary>
public static class CalendarWriter
{
    private const int LineOctets = 75;
    private const int TitleLength = 200;

    /// <summary>From when the number of a version counts; any day before the first mail does.</summary>
    private static readonly DateOnly FirstVersion = new(2020, 1, 1);

    /// <summary>An entry for each duty that falls due on a day that is known; null where there is none.</summary>
    /// <param name="entries">What is told.</param>
    /// <param name="asOf">The day: a calendar that had an entry earlier takes the later one for it.</param>
    public static string? Write(IEnumerable<Entry> entries, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var text = new StringBuilder();
        foreach (var entry in entries)
        {
            if (entry.Due is { } due)
            {
                AddEvent(text, entry, due, asOf);
            }
        }

        if (text.Length == 0)
        {
            return null;
        }

        var calendar = new StringBuilder();
        Add(calendar, "BEGIN", "VCALENDAR");
        Add(calendar, "VERSION", "2.0");
        Add(calendar, "PRODID", "-//DhrCompliance//DhrCompliance//EN");
        Add(calendar, "METHOD", "PUBLISH");
        calendar.Append(text);
        Add(calendar, "END", "VCALENDAR");
        return calendar.ToString();
    }

    private static void AddEvent(StringBuilder text, Entry entry, DateOnly due, DateOnly asOf)
    {
        Add(text, "BEGIN", "VEVENT");
        Add(text, "UID", $"{Name(entry)}@dhr-compliance");
        Add(text, "DTSTAMP", $"{Day(asOf)}T000000Z");
        Add(text, "SEQUENCE", (asOf.DayNumber - FirstVersion.DayNumber).ToString(CultureInfo.InvariantCulture));
        Add(text, "DTSTART;VALUE=DATE", Day(due));
        if (due < DateOnly.MaxValue)
        {
            Add(text, "DTEND;VALUE=DATE", Day(due.AddDays(1)));
        }

        Add(text, "SUMMARY", Escaped(entry.Words.Of(
            CommonTextIds.Calendar, ("what", Headlines.InSentence(entry.Title)), ("reference", OneLine.Of(entry.Reference, TitleLength)))));
        Add(text, "TRANSP", "TRANSPARENT");
        Add(text, "END", "VEVENT");
    }

    /// <summary>The same for the same duty of the same case, whatever day it falls due on.</summary>
    private static string Name(Entry entry) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{entry.Reference}\n{entry.Duty}\n{entry.Instance}")).AsSpan(0, 16));

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => OneLine.Of(text, TitleLength)
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal);

    /// <summary>Lines end with CRLF and have at most 75 octets; one that goes on begins with a blank.</summary>
    private static void Add(StringBuilder calendar, string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                calendar.Append("\r\n ");
                octets = 1;
            }

            calendar.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        calendar.Append("\r\n");
    }
}
