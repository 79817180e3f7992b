using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DhrCompliance.Diaries;

/// <summary>A diary as the text of an <c>.ics</c> file. The same diary gives the same text, byte for byte.</summary>
public static class DiaryText
{
    private const string Maker = "-//DhrCompliance//dhr//EN";

    // Sequence numbers count from here, so that they stay small.
    private static readonly DateOnly Beginning = new(2000, 1, 1);

    /// <summary>The whole file, its lines ended as the format wants it.</summary>
    public static string Of(Diary diary)
    {
        ArgumentNullException.ThrowIfNull(diary);
        var lines = new ContentLines();
        lines.Add("BEGIN:VCALENDAR");
        lines.Add("VERSION:2.0");
        lines.Add($"PRODID:{Maker}");
        lines.Add("CALSCALE:GREGORIAN");
        lines.Add("METHOD:PUBLISH");
        lines.AddText("NAME", diary.Name);
        lines.AddText("X-WR-CALNAME", diary.Name);
        lines.Add("REFRESH-INTERVAL;VALUE=DURATION:P1D");
        foreach (var entry in diary.Entries.OrderBy(entry => entry.Day).ThenBy(entry => Uid(entry.Key), StringComparer.Ordinal).DistinctBy(entry => Uid(entry.Key)))
        {
            Add(lines, entry, diary.AsOf);
        }

        lines.Add("END:VCALENDAR");
        return lines.ToString();
    }

    /// <summary>The name of an entry, the same in every file: from what it is about, and telling nothing of it.</summary>
    public static string Uid(DiaryKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        // The lengths keep two keys apart that would read the same when put together.
        var text = string.Create(CultureInfo.InvariantCulture, $"{key.Subject.Length}:{key.Subject}{key.About.Length}:{key.About}{key.Instance.Length}:{key.Instance}");
        return $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40]}@dhr-compliance";
    }

    private static void Add(ContentLines lines, DiaryEntry entry, DateOnly asOf)
    {
        var stamp = asOf.ToString("yyyyMMdd'T000000Z'", CultureInfo.InvariantCulture);
        lines.Add("BEGIN:VEVENT");
        lines.Add($"UID:{Uid(entry.Key)}");
        lines.Add($"DTSTAMP:{stamp}");
        lines.Add($"LAST-MODIFIED:{stamp}");
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{int.Max(0, asOf.DayNumber - Beginning.DayNumber)}"));
        lines.Add($"DTSTART;VALUE=DATE:{Day(entry.Day)}");
        if (entry.Day < DateOnly.MaxValue)
        {
            lines.Add($"DTEND;VALUE=DATE:{Day(entry.Day.AddDays(1))}");
        }

        lines.AddText("SUMMARY", entry.Title);
        if (entry.Text.Length > 0)
        {
            lines.AddText("DESCRIPTION", entry.Text);
        }

        if (entry.Category.Length > 0)
        {
            lines.AddText("CATEGORIES", entry.Category);
        }

        lines.Add(entry.IsTentative ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
        lines.Add("CLASS:CONFIDENTIAL");
        lines.Add("TRANSP:TRANSPARENT");
        lines.Add("END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
