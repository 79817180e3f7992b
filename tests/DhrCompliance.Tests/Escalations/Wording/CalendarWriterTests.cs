using System.Text;
using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using static DhrCompliance.Tests.Escalations.Ground;
using static DhrCompliance.Tests.Escalations.Wording.Mails;

namespace DhrCompliance.Tests.Escalations.Wording;

public sealed class CalendarWriterTests
{
    [Fact]
    public void What_falls_due_is_an_entry_of_a_whole_day()
    {
        var properties = Read(CalendarWriter.Write(Entries(On(Today, Row(Today, Day("2026-11-29")))), Today)!);

        properties.ShouldContain(("DTSTART;VALUE=DATE", "20261129"));
        properties.ShouldContain(("DTEND;VALUE=DATE", "20261130"));
        properties.ShouldContain(("SUMMARY", "Due: complete the overview report (BEX-2026-01)"));
        properties.Count(property => property == ("BEGIN", "VEVENT")).ShouldBe(1);
        properties.ShouldContain(("DTSTAMP", "20261120T000000Z"));
    }

    [Fact]
    public void What_is_overdue_or_has_no_day_is_in_no_calendar()
    {
        CalendarWriter.Write(Entries(On(Today, Late)), Today).ShouldBeNull();
        var vague = Row(Today, Day("2026-11-29")) with { Due = new(Day("2026-11-22"), Day("2026-11-29")) };
        CalendarWriter.Write(Entries(On(Today, vague)), Today).ShouldBeNull();
    }

    [Fact]
    public void The_same_duty_keeps_its_name_when_its_day_moves_and_the_later_version_counts()
    {
        var first = Read(CalendarWriter.Write(Entries(On(Today, Row(Today, Day("2026-11-29")))), Today)!);
        var then = Today.AddDays(1);
        var second = Read(CalendarWriter.Write(Entries(On(then, Row(then, Day("2026-12-01")))), then)!);

        Of(second, "UID").ShouldBe(Of(first, "UID"));
        int.Parse(Of(second, "SEQUENCE")).ShouldBeGreaterThan(int.Parse(Of(first, "SEQUENCE")));
        Of(Read(CalendarWriter.Write(Entries(On(Today, Row(Today, Day("2026-11-29"))) with { Reference = "BEX-2026-02" }), Today)!), "UID").ShouldNotBe(Of(first, "UID"));
    }

    [Theory]
    [MemberData(nameof(HostileWordsTests.Hostile), MemberType = typeof(HostileWordsTests))]
    [InlineData("a;b,c\\d")]
    [InlineData("ööööööööööööööööööööööööööööööööööööööööööööööööööööööööööööööö 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    public void Hostile_words_stay_words(string hostile)
    {
        var properties = Read(CalendarWriter.Write(Entries(On(Today, Row(Today, Day("2026-11-29"))) with { Reference = hostile }), Today)!);

        properties.Select(property => property.Name).ShouldBe(
            ["BEGIN", "VERSION", "PRODID", "METHOD", "BEGIN", "UID", "DTSTAMP", "SEQUENCE", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "TRANSP", "END", "END"]);
        Of(properties, "SUMMARY").ShouldBe($"Due: complete the overview report ({OneLine.Of(hostile, 200)})");
    }

    private static IEnumerable<Entry> Entries(Assessment assessment)
    {
        var writer = new NoticeWriter(Rules).For(assessment);
        return new NoticePlanner(Rules).Plan(assessment, SentNotices.None, "england").Notices.Where(notice => notice.Key.Role == "team").Select(notice => writer.Entry(notice));
    }

    private static string Of(IEnumerable<(string Name, string Value)> properties, string name) => properties.Single(property => property.Name == name).Value;

    /// <summary>As RFC 5545 has it: lines of at most 75 octets that end with CRLF, folded, then a name, a colon and a value with escaped marks.</summary>
    private static List<(string Name, string Value)> Read(string calendar)
    {
        calendar.ShouldEndWith("\r\n");
        calendar.Replace("\r\n", string.Empty, StringComparison.Ordinal).ShouldNotContain(letter => char.IsControl(letter));
        calendar.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        return
        [
            .. calendar.Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line =>
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                colon.ShouldBeGreaterThan(0, line);
                return (line[..colon], Plain(line[(colon + 1)..]));
            }),
        ];
    }

    private static string Plain(string value)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\')
            {
                i++;
                value[i].ShouldBeOneOf('\\', ';', ',');
            }
            else
            {
                value[i].ShouldNotBeOneOf(';', ',');
            }

            plain.Append(value[i]);
        }

        return plain.ToString();
    }
}
