using System.IO.Compression;
using System.Text.RegularExpressions;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Commands.Reporting;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Pages;
using DhrCompliance.Service.Reports.Pages.Boards;
using DhrCompliance.Service.Reports.Pages.Overviews;
using DhrCompliance.Service.Tests.Reports.Pages;
using DhrCompliance.Tests.Assessments.Explaining;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Tests.Reports.Data;

/// <summary>The edition for other boards as data: nothing that its page would not tell.</summary>
public sealed partial class ShareSafeDataTests(DemoRegister register) : IClassFixture<DemoRegister>
{
    // HAR-06's death is on 27 June 2023 in the sample borough as of 20 November 2026.
    private const string Day = "2023-06-27";

    public static TheoryData<string> Reports => ["overview", "board"];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Of_a_death_only_the_month_is_told_in_every_form(string kind)
    {
        Json(kind).ShouldContain(Day);
        var json = Json(kind, "--share-safe");
        json.ShouldContain("\"shareSafe\": true");
        json.ShouldContain("2023-06-01/2023-06-30");
        Whole(json).ShouldNotContain(Day);

        foreach (var id in (kind == "board" ? ReportTables.Board : ReportTables.Overview).Fixed.Append("items-action").Where(id => kind == "board" || id != "items-action"))
        {
            Whole(Said(kind, "--share-safe", "--format", "csv", "--table", id)).ShouldNotContain(Day, customMessage: id);
        }

        register.Said(["report", kind, "--partnership", "harrowmere", "--share-safe", "--out", "safe.xlsx"]);
        using var zip = ZipFile.OpenRead(register.Path("safe.xlsx"));
        foreach (var sheet in zip.Entries.Where(entry => entry.FullName.Contains("sheet", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(sheet.Open());
            Whole(reader.ReadToEnd()).ShouldNotContain(Day, customMessage: sheet.FullName);
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void No_limit_that_runs_from_a_death_is_told_to_the_day(string kind)
    {
        var words = SampleRules.TheRules.Vocabulary;
        var rules = SampleRules.TheRules with
        {
            Vocabulary = words with { Events = [.. words.Events.Select(one => one.Name == "notified" ? one with { Means = EventMeaning.Beginning } : one)] },
        };
        var whole = Whole(Sample(kind, rules, [(SampleRules.TheFile, SampleRules.TheAssessment)]));
        var safe = Sample(kind, rules, new ShareSafe(rules.Vocabulary).Of([(SampleRules.TheFile, SampleRules.TheAssessment)]));

        whole.ShouldContain("2026-09-30");
        whole.ShouldContain("\"daysLate\": 51");
        safe.ShouldContain("2026-09-01/2026-09-30");
        safe.ShouldContain("\"daysLateAtLeast\": 1,");
        foreach (var told in new[] { "2026-09-30", "2026-07-10", "51" })
        {
            Whole(safe).ShouldNotContain(told);
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void No_day_is_in_it_that_the_whole_edition_does_not_have(string kind)
    {
        var whole = IsoDay().Matches(Json(kind)).Select(match => match.Value).ToHashSet();

        IsoDay().Matches(Json(kind, "--share-safe")).Where(match => !Interval().IsMatch(match.Value)).Select(match => match.Value).Except(whole)
            .ShouldAllBe(day => day.EndsWith("-01", StringComparison.Ordinal) || DateOnly.Parse(day).AddDays(1).Day == 1, "the ends of months alone");
    }

    [Fact]
    public void Nothing_says_when_something_changes_next()
    {
        Json("board").ShouldContain("nothing of it changes before");
        Json("board", "--share-safe").ShouldNotContain("nothing of it changes before");
    }

    [Theory]
    [InlineData("report overview --partnership harrowmere --format json")]
    [InlineData("report board --partnership harrowmere --format json")]
    [InlineData("report case HAR-06 --format json")]
    [InlineData("report family HAR-02 --format json")]
    public void As_on_the_pages_there_are_no_addresses_and_nothing_sensitive(string command)
    {
        var said = register.Said(command.Split(' '));

        said.ShouldStartWith("{");
        said.ShouldNotContain("@");
        said.ShouldNotContain("suicide");
    }

    private static string Sample(string kind, Rulebook rules, IReadOnlyList<(CaseFile, Assessment)> cases)
    {
        var terms = new PageTerms { Kind = kind, Heading = kind, AsOf = new DateOnly(2026, 11, 20) };
        var tables = kind == "overview"
            ? OverviewMaker.Of(cases, rules, terms).Data
            : QuarterReportMaker.Of(new Quarter(2026, 4), cases, cases, rules, terms, new Dictionary<string, string>()).Data;
        return ReportJson.Of(new(new(kind, null, null, null, null, IsShareSafe: true), terms, "", [], [.. tables]));
    }

    private string Json(string kind, params string[] more) => Said(kind, [.. more, "--format", "json"]);

    private string Said(string kind, params string[] more) => register.Said(["report", kind, "--partnership", "harrowmere", .. more]);

    // Without intervals, of which an end may be any day.
    private static string Whole(string text) => Interval().Replace(text, "");

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex IsoDay();

    [GeneratedRegex("[0-9.-]+/[0-9.-]+")]
    private static partial Regex Interval();
}
