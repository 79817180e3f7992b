using System.Text;
using DhrCompliance.Diaries;
using FsCheck.Fluent;

namespace DhrCompliance.Tests.Diaries;

public sealed class DiaryTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DiaryKey Key = new("BEX-2026-01", "decide", "once");

    [Fact]
    public void It_reads_as_the_format_wants_it() => Text(new DiaryEntry { Key = Key, Day = new DateOnly(2026, 12, 20), Title = "BEX-2026-01: decide, or; say why\\not", Text = "One.\nTwo.", Category = "due" }).ShouldBe("""
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//DhrCompliance//dhr//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        NAME:Bexley
        X-WR-CALNAME:Bexley
        REFRESH-INTERVAL;VALUE=DURATION:P1D
        BEGIN:VEVENT
        UID:1edb16023e277ee9cc58baf4af6b8465b0b791cd@dhr-compliance
        DTSTAMP:20261120T000000Z
        LAST-MODIFIED:20261120T000000Z
        SEQUENCE:9820
        DTSTART;VALUE=DATE:20261220
        DTEND;VALUE=DATE:20261221
        SUMMARY:BEX-2026-01: decide\, or\; say why\\not
        DESCRIPTION:One.\nTwo.
        CATEGORIES:due
        STATUS:CONFIRMED
        CLASS:CONFIDENTIAL
        TRANSP:TRANSPARENT
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"));

    [Fact]
    public void A_date_that_moves_keeps_its_name_and_counts_up()
    {
        var before = Text(new DiaryEntry { Key = Key, Day = new DateOnly(2026, 12, 20), Title = "x" });
        var after = DiaryText.Of(new Diary { Name = "Bexley", AsOf = Today.AddDays(1), Entries = [new DiaryEntry { Key = Key, Day = new DateOnly(2027, 1, 20), Title = "y" }] });

        Value(after, "UID").ShouldBe(Value(before, "UID"));
        int.Parse(Value(after, "SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture).ShouldBe(int.Parse(Value(before, "SEQUENCE"), System.Globalization.CultureInfo.InvariantCulture) + 1);
    }

    [Theory]
    [InlineData("BEX-2026-01", "decide", "E1")]
    [InlineData("BEX-2026-02", "decide", "once")]
    [InlineData("BEX-2026-01", "decid", "eonce")]
    [InlineData("BEX-2026-01d", "ecide", "once")]
    public void Another_thing_has_another_name(string subject, string about, string instance) =>
        DiaryText.Uid(new DiaryKey(subject, about, instance)).ShouldNotBe(DiaryText.Uid(Key));

    [Fact]
    public void No_line_is_longer_than_the_format_allows_and_unfolded_it_is_what_was_written() => Properties.Hold(
        Gen.Elements("a", "é", "😀", "漢", ",", ";", "\\", "\n", " ", "\u202E", "\u0007", "\r\nEND:VEVENT").ListOf().Select(string.Concat),
        title =>
        {
            var text = Text(new DiaryEntry { Key = Key, Day = Today, Title = title });
            var lines = text.Split("\r\n");
            var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal);
            return lines.All(line => Encoding.UTF8.GetByteCount(line) <= 75)
                && !text.Replace("\r\n", "", StringComparison.Ordinal).Any(char.IsControl)
                && unfolded.Split("\r\n").Count(line => line == "END:VEVENT") == 1
                && !unfolded.Contains('\uFFFD', StringComparison.Ordinal);
        });

    private static string Text(DiaryEntry entry) => DiaryText.Of(new Diary { Name = "Bexley", AsOf = Today, Entries = [entry] });

    private static string Value(string text, string property) =>
        text.Split("\r\n").First(line => line.StartsWith(property + ":", StringComparison.Ordinal))[(property.Length + 1)..];
}
