using System.Text.RegularExpressions;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Tests.Rulebooks.Schemas;

/// <summary>The patterns of single texts take what the readers take.</summary>
public sealed class ScalarPatternsTests
{
    private static readonly string[] Counts =
        ["0", "1", "01", "2", "9", "10", "11", "19", "99", "100", "119", "120", "121", "999", "1000", "1099", "1199", "1200", "1201", "2999", "3499", "3599", "3600", "3649", "3650", "3651", "9999", "007", "-1", "1.5", "", "six", "99999999999"];

    private static readonly string[] Units = ["day", "days", "week", "weeks", "month", "months", "year", "years", "working day", "working days", "quarters", "", "Days"];

    private static readonly string[] Spans =
        ["2026-03-31", "2026-02-28", "2026-12-01", "2026-13-01", "2026-00-10", "2026-01-32", "2026-1-1", "2013-07", "2013-00", "2013", "1899", "1900", "2199", "2200", "13", "..", "", "01/02/2013", "2013-07-11T00:00"];

    public static TheoryData<string> Periods => [.. Counts.SelectMany(count => Units.Select(unit => $"{count} {unit}")).Append(" 6 months ").Append("6  months").Append("6months")];

    [Theory]
    [MemberData(nameof(Periods))]
    public void Periods_are_those_that_are_read(string text)
    {
        IsTaken(Scalars.Period, text).ShouldBe(PeriodText.TryParse(text, out _, out _));
        IsTaken(Scalars.When, $"{text} after").ShouldBe(IsRead(PathPhrases.ReadWhen, $"{text} after"));
        IsTaken(Scalars.When, $"{text} before").ShouldBe(IsRead(PathPhrases.ReadWhen, $"{text} before"));
        IsTaken(Scalars.After, $"{text} after").ShouldBe(IsRead(PathPhrases.ReadAfter, $"{text} after"));
        IsTaken(Scalars.Every, $"every {text}").ShouldBe(IsRead(PathPhrases.ReadEvery, $"every {text}"));
        IsTaken(Scalars.AtMost, $"at most {text}").ShouldBe(IsRead(PathPhrases.ReadAtMost, $"at most {text}"));
        IsTaken(Scalars.Ask, $"ask a, every {text}, at most 3 times").ShouldBe(IsAsked($"ask a, every {text}, at most 3 times"));
    }

    [Theory]
    [InlineData("on the due date")]
    [InlineData("on the due day")]
    [InlineData("1 day after it")]
    public void Days_of_steps_are_those_that_are_read(string text) => IsTaken(Scalars.When, text).ShouldBe(IsRead(PathPhrases.ReadWhen, text));

    [Theory]
    [InlineData("ask a, every 28 days, at most 3 times, then b")]
    [InlineData("ask a, every 28 days, at most 1 time")]
    [InlineData("ask a, every 28 days, at most 0 times")]
    [InlineData("ask a, every 28 days, at most 3651 times")]
    [InlineData("ask a, every 28 days, at most 3 times, then b, then c")]
    [InlineData("ask a b, every 28 days, at most 3 times")]
    [InlineData("ask a, every 28 days")]
    [InlineData("")]
    public void Askings_are_those_that_are_read(string text) => IsTaken(Scalars.Ask, text).ShouldBe(IsAsked(text));

    public static TheoryData<string> Dates =>
        [.. Spans, .. Spans.Select(span => $"by {span}"), .. Spans.Select(span => $"After {span}"), .. Spans.SelectMany(from => Spans.Select(to => $"{from}/{to}")), " 2013-07 ", "2013-07 / 2013-08", "before 2013"];

    [Theory]
    [MemberData(nameof(Dates))]
    public void Dates_are_those_that_are_read(string text)
    {
        // An end before its beginning is found by comparing, which no pattern does; nothing at all stands for no date only in a register.
        var isBackwards = text.Split('/') is [var from, var to] && string.CompareOrdinal(to.Trim(), from.Trim()) < 0 && from.Trim() != ".." && to.Trim() != "..";
        var isRead = text.Trim().Length > 0 && PartialDate.TryParse(text, out _, out _);
        (IsTaken((TextShape)Scalars.Date.Shapes[0], text) && !(isBackwards && !isRead)).ShouldBe(isRead);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-04-31")]
    public void Only_the_reader_knows_how_long_months_are(string text)
    {
        IsTaken((TextShape)Scalars.Date.Shapes[0], text).ShouldBeTrue();
        PartialDate.TryParse(text, out _, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-03", false)]
    [InlineData("by 2026-03-31", false)]
    [InlineData("2026-03-31/2026-03-31", false)]
    public void A_day_is_a_whole_one(string text, bool isDay) => IsTaken(Scalars.Day, text).ShouldBe(isDay);

    [Theory]
    [InlineData("report")]
    [InlineData("report-2")]
    [InlineData("2016")]
    [InlineData("-report")]
    [InlineData("report-")]
    [InlineData("two--hyphens")]
    [InlineData("Report")]
    [InlineData("under_score")]
    [InlineData("known")]
    [InlineData("known-well")]
    [InlineData("owner")]
    [InlineData("")]
    public void Names_are_those_that_are_read(string text) =>
        IsTaken(Scalars.Name, text).ShouldBe(Names.IsName(text) && !Names.Reserved.Contains(text));

    [Theory]
    [InlineData("a title", true)]
    [InlineData("a title\n", true)]
    [InlineData("two\nlines", false)]
    [InlineData(" ", false)]
    public void A_line_is_one(string text, bool isLine)
    {
        IsTaken(Scalars.Line, text).ShouldBe(isLine);
        var mistakes = new DiagnosticList();
        new Prose(new Values(mistakes), mistakes).Line(Node(text), "a title");
        mistakes.HasErrors.ShouldBe(!isLine);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("known", false)]
    [InlineData("missing", false)]
    [InlineData("one;other", false)]
    [InlineData("one thing", true)]
    public void Choices_are_what_rules_can_compare(string text, bool isChoice) => Regex.IsMatch(text, Scalars.Choice.Pattern).ShouldBe(isChoice);

    [Theory]
    [InlineData("year", false)]
    [InlineData("rolling 1 month", true)]
    [InlineData("rolling 3 months", true)]
    [InlineData("rolling 120 months", true)]
    [InlineData("rolling 121 months", false)]
    [InlineData("rolling 0 months", false)]
    [InlineData("rolling 1 months", false)]
    [InlineData("rolling 2 years", false)]
    public void Rolling_periods_are_of_1_to_120_months(string text, bool isRolling) => IsTaken(Scalars.Rolling, text).ShouldBe(isRolling);

    private static bool IsTaken(TextShape shape, string text) => Regex.IsMatch(text, shape.Pattern) && text.Length <= (shape.Longest ?? int.MaxValue);

    private static bool IsRead(Func<Desk, ScalarNode, int?> read, string text) => read(new Desk(new DiagnosticList()), Node(text)) is not null;

    private static bool IsAsked(string text)
    {
        var desk = new Desk(new DiagnosticList());
        desk.Lexicon.ExcuseAll();
        PathPhrases.ReadAsk(desk, Node(text));
        return !desk.Mistakes.HasErrors;
    }

    private static ScalarNode Node(string text) => new(Place.Nowhere, text, isPlain: false, Place.Nowhere);
}
