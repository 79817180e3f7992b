using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Scenarios.Impact;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Scenarios.Impact;

public sealed class RulebookImpactTests
{
    private static readonly CompiledRulebook Now = Compile(SmallSet.Words, SmallSet.Pack, SmallSet.Paths);

    private static readonly CompiledRulebook Longer = Compile(SmallSet.Words, Changed("within: 1 month", "within: 2 months"), SmallSet.Paths);

    private static readonly CaseFile File = new()
    {
        Reference = "R-1",
        Partnership = "p",
        Jurisdiction = "here",
        KeptSince = new DateOnly(2026, 1, 1),
        Facts = ImmutableDictionary<string, string>.Empty.Add("other-review", "no"),
        Events = [new CaseEvent { Id = "E1", Event = "told", Date = DateInterval.On(new DateOnly(2026, 1, 5)) }],
        Items = [new CaseItem { Id = "F1", Kind = "relative", Facts = ImmutableDictionary<string, string>.Empty.Add("wish", "yes") }],
    };

    [Theory]
    [InlineData("2026-02-05", BreachChange.None)]
    [InlineData("2026-02-06", BreachChange.Appears)]
    [InlineData("2026-03-05", BreachChange.Appears)]
    [InlineData("2026-03-06", BreachChange.None)]
    public void A_shorter_limit_makes_a_breach_from_the_day_after_its_end_to_the_end_of_the_longer(string day, BreachChange expected)
    {
        var row = Of(Longer, Now, day).Rows.ShouldHaveSingleItem();

        (row.Rule.FullName, row.Breach).ShouldBe(("first/decide", expected));
        (row.DueBefore, row.DueNow).ShouldBe((DateInterval.On(new DateOnly(2026, 3, 5)), DateInterval.On(new DateOnly(2026, 2, 5))));
        Of(Now, Longer, day).Rows.ShouldHaveSingleItem().Breach.ShouldBe(expected == BreachChange.None ? BreachChange.None : BreachChange.Vanishes);
    }

    [Fact]
    public void In_a_case_that_is_not_live_nothing_is_a_breach_and_nobody_is_told()
    {
        var impact = new RulebookImpact(Longer, Now).Of(File with { KeptSince = null }, SentNotices.None, Day("2026-02-06"));

        impact.Rows.ShouldAllBe(row => row.Breach == BreachChange.None);
        impact.Rows.ShouldNotBeEmpty();
        impact.NewNotices.ShouldBeEmpty();
    }

    [Fact]
    public void What_only_the_one_plans_is_new_or_no_longer_told()
    {
        var shorter = Of(Longer, Now, "2026-02-06");
        shorter.NewNotices.Select(notice => (notice.Key.Step, notice.Key.Role, notice.Held)).ShouldBe([("after", "chair", true)]);
        shorter.GoneNotices.ShouldBeEmpty();

        var longer = Of(Now, Longer, "2026-02-06");
        longer.NewNotices.ShouldBeEmpty();
        longer.GoneNotices.Select(notice => notice.Key.Step).ShouldBe(["after"]);
    }

    [Fact]
    public void What_a_new_rule_finds_late_is_told_in_a_summary_and_what_an_old_one_finds_late_is_not()
    {
        const string Post = "post:\n  backlog:\n    to: office\n    ladders-begin: 14 days after\n";
        var more = Changed("  - id: decide\n", "  - id: decide-too\n    title: Decide once more\n    owner: chair\n    basis: proposed\n    starts: told\n    within: 1 week\n    met-by: decided\n    escalation: ladder\n  - id: decide\n");
        var before = Compile(SmallSet.Words, SmallSet.Pack, Post + SmallSet.Paths);

        Of(before, Compile(SmallSet.Words, more, Post + SmallSet.Paths), "2026-02-06").NewNotices.Select(notice => (notice.Rule, notice.Key.Step, notice.Key.Role))
            .ShouldBe([("first/decide-too", NoticeKey.Backlog, "office")]);
        Of(Compile(SmallSet.Words, Changed("within: 1 month", "within: 2 months"), Post + SmallSet.Paths), before, "2026-02-06").NewNotices.Select(notice => notice.Key.Step).ShouldBe(["after"]);
    }

    [Fact]
    public void What_was_told_already_is_not_new()
    {
        var told = new NoticePlanner(Now.Rulebook).Plan(Now.Assess(Now.Bind(File), Day("2026-02-06")), SentNotices.None, "here").Notices
            .Select(notice => new SentNotice(notice.Key, notice.Kind, Day("2026-02-06"), SentState.Told));

        new RulebookImpact(Longer, Now).Of(File, new SentNotices(told), Day("2026-02-06")).NewNotices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-01-22")]
    [InlineData("2026-02-06")]
    public void Another_name_of_a_rule_a_step_or_a_role_is_no_difference(string day)
    {
        var renamed = Compile(
            SmallSet.Words.Replace("  - name: chair\n", "  - name: head\n    was: chair\n", StringComparison.Ordinal),
            Changed("  - id: decide\n", "  - id: settle\n    was: decide\n").Replace("owner: chair", "owner: head", StringComparison.Ordinal),
            SmallSet.Paths.Replace("- id: after\n", "- id: late\n        was: after\n", StringComparison.Ordinal).Replace("chair", "head", StringComparison.Ordinal));

        Of(Now, renamed, day).Differs.ShouldBeFalse();
        Of(Now, Compile(SmallSet.Words, Changed("  - id: decide\n", "  - id: settle\n"), SmallSet.Paths), day).Rows
            .Select(row => (row.RuleBefore?.Id, row.RuleNow?.Id)).ShouldBe([(null, "settle"), ("decide", null)]);
    }

    [Fact]
    public void The_same_duty_under_another_edition_is_one_row()
    {
        var second = Changed("pack: first", "pack: second").Replace("from: 2016-12", "from: 2025-12", StringComparison.Ordinal).Replace("within: 1 month", "within: 2 months", StringComparison.Ordinal);

        var impact = Of(Now, Compile(SmallSet.Words, SmallSet.Pack, SmallSet.Paths, second), "2026-02-06");

        var row = impact.Rows.ShouldHaveSingleItem();
        (row.RuleBefore?.FullName, row.RuleNow?.FullName, row.StateBefore, row.Breach).ShouldBe(("first/decide", "second/decide", "overdue", BreachChange.Vanishes));
        (impact.EditionsBefore, impact.EditionsNow).ShouldSatisfyAllConditions(
            both => both.EditionsBefore.ShouldBe(["first"]), both => both.EditionsNow.ShouldBe(["second"]));
    }

    [Fact]
    public void Another_day_on_which_an_open_duty_is_asked_for_is_a_difference()
    {
        var file = File with { Events = File.Events.Add(new CaseEvent { Id = "E2", Event = "decided", Date = DateInterval.On(new DateOnly(2026, 1, 20)), Attributes = ImmutableDictionary<string, string>.Empty.Add("outcome", "go") }) };
        var sooner = Compile(SmallSet.Words, Changed("promptly: 14 days", "promptly: 7 days"), SmallSet.Paths);

        var row = new RulebookImpact(Now, sooner).Of(file, SentNotices.None, Day("2026-01-21")).Rows.ShouldHaveSingleItem();

        row.Rule.Id.ShouldBe("write");
        row.AskedForNow.ShouldNotBe(row.AskedForBefore);
    }

    [Fact]
    public void The_summary_counts_by_rule_and_by_role()
    {
        var summary = ImpactSummary.Of(3, [Of(Longer, Now, "2026-02-06")]);

        (summary.Cases, summary.Differing, summary.States, summary.DueDates).ShouldBe((3, 1, 1, 1));
        summary.Appearing.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create("first/decide", 1));
        summary.NewNotices.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create("chair", 1));
        summary.Vanishing.Concat(summary.GoneNotices).ShouldBeEmpty();
    }

    private static CaseImpact Of(CompiledRulebook before, CompiledRulebook now, string day) => new RulebookImpact(before, now).Of(File, SentNotices.None, Day(day));

    private static string Changed(string find, string replacement)
    {
        SmallSet.Pack.ShouldContain(find);
        return SmallSet.Pack.Replace(find, replacement, StringComparison.Ordinal);
    }

    private static CompiledRulebook Compile(string words, string pack, string paths, string? second = null)
    {
        List<RuleFile> files = [FilesOf.Text("words.yaml", words), FilesOf.Text("pack.yaml", pack), FilesOf.Text("paths.yaml", paths), FilesOf.Text("here.csv", SmallSet.Calendar)];
        if (second is not null)
        {
            files.Add(FilesOf.Text("second.yaml", second));
        }

        var reading = RulebookReader.Read(files);
        reading.Diagnostics.Where(one => one.Severity == Severity.Error).Select(DiagnosticText.Of).ShouldBeEmpty();
        return CompiledRulebook.Compile(reading.Rulebook!);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
