using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>What is only seen when all files are looked at together.</summary>
public sealed class WholeSetTests
{
    private const string Second = """
        pack: second
        title: The second edition
        edition-of: series
        status: in-force
        governs:
          by: [told]
          from: 2020
        timescales:
          - id: decide
            title: Decide
            owner: chair
            basis: proposed
            starts: told
            within: 2 months
            met-by: decided

        """;

    private static IReadOnlyList<RuleFile> With(params RuleFile[] files) => [.. SmallSet.With("", ""), .. files];

    private static string[] Headlines(IReadOnlyList<RuleFile> files, bool all = false) =>
    [
        .. (all ? RulebookReader.Read(files).Diagnostics : RulebookReader.Read(files).Faults())
            .Select(DiagnosticText.Headline),
    ];

    [Fact]
    public void The_small_set_has_no_mistake() =>
        Headlines(With(), all: true).ShouldBe(
        [
            "pack.yaml:1:7: warning DHR089: no scenario expects anything of the 6 rules of 'first'",
            "words.yaml:11:11: note DHR090: 2 facts are used by no rule: asked-on, remarks",
        ]);

    [Fact]
    public void No_file_at_all_is_an_error_that_says_what_is_expected()
    {
        var found = RulebookReader.Read([]).Diagnostics.First(one => one.Severity == Severity.Error);

        (found.Code, found.Message).ShouldBe(("DHR001", "there is no rule file"));
        found.Hint!.ShouldContain("a vocabulary (vocabulary.yaml, with 'events:')");
    }

    [Fact]
    public void Without_a_vocabulary_that_alone_is_told_and_not_every_word() =>
        Headlines([.. With().Where(file => file.Path != "words.yaml")]).ShouldBe(["DHR001: there is no vocabulary among the rule files"]);

    [Fact]
    public void Every_mistake_of_every_file_is_told_at_once_in_the_order_of_path_line_and_column()
    {
        var files = new[]
        {
            FilesOf.Text("words.yaml", SmallSet.Words.Replace("held-by: office", "held-by: offices", StringComparison.Ordinal)),
            FilesOf.Text("paths.yaml", SmallSet.Paths.Replace("when: 1 day after", "when: tomorrow", StringComparison.Ordinal)),
            FilesOf.Text("pack.yaml", SmallSet.Pack
                .Replace("owner: chair", "owner: chiar", StringComparison.Ordinal)
                .Replace("within: 1 month", "within: 1 months", StringComparison.Ordinal)
                .Replace("starts: [told]", "starts: [tolt, decidet]", StringComparison.Ordinal)),
            FilesOf.Text("here.csv", SmallSet.Calendar),
        };

        Headlines(files).ShouldBe(
        [
            "pack.yaml:29:12: DHR015: unknown role 'chiar'; did you mean 'chair'?",
            "pack.yaml:36:14: DHR012: unknown event 'tolt'; did you mean 'told'?",
            "pack.yaml:36:20: DHR012: unknown event 'decidet'; did you mean 'decided'?",
            "pack.yaml:37:13: DHR029: expected '1 month', found '1 months'",
            "paths.yaml:10:15: DHR056: expected '14 days before', 'on the due date' or '1 day after', found 'tomorrow'",
            "words.yaml:35:14: DHR015: unknown role 'offices'; did you mean 'office'?",
        ]);
    }

    [Fact]
    public void What_a_file_with_a_syntax_error_would_have_declared_is_not_unknown_elsewhere()
    {
        var files = SmallSet.With("words.yaml", SmallSet.Words.Replace("title: the notice", "title: the notice: again", StringComparison.Ordinal));

        Headlines(files).ShouldBe(["words.yaml:33:22: DHR006: a second colon in this line: YAML takes what is before it for another key"]);
    }

    [Fact]
    public void A_word_that_stands_in_no_file_is_told_even_beside_a_syntax_error()
    {
        var files = SmallSet.With("paths.yaml", SmallSet.Paths.Replace("title: Who is told", "title: @told", StringComparison.Ordinal))
            .Select(file => file.Path == "pack.yaml" ? FilesOf.Text("pack.yaml", SmallSet.Pack.Replace("owner: chair", "owner: chiar", StringComparison.Ordinal)) : file);

        Headlines([.. files]).ShouldBe(["pack.yaml:29:12: DHR015: unknown role 'chiar'; did you mean 'chair'?", "paths.yaml:3:12: DHR006: a text cannot begin with @"]);
    }

    [Fact]
    public void A_vocabulary_may_stand_in_several_files()
    {
        var at = SmallSet.Words.IndexOf("items:", StringComparison.Ordinal);
        RuleFile[] files =
        [
            .. With().Where(file => file.Path != "words.yaml"),
            FilesOf.Text("words/a.yaml", SmallSet.Words[..at]),
            FilesOf.Text("words/b.yaml", SmallSet.Words[at..]),
        ];

        Headlines(files).ShouldBeEmpty();
    }

    [Fact]
    public void Two_packs_of_one_id_are_refused() =>
        Headlines(With(FilesOf.Text("second.yaml", Second.Replace("pack: second", "pack: first", StringComparison.Ordinal))))
            .ShouldBe(["second.yaml:1:7: DHR035: the pack 'first' is declared twice; it is at pack.yaml:1:7 already"]);

    [Fact]
    public void Editions_that_follow_each_other_are_read() => Headlines(With(FilesOf.Text("second.yaml", Second))).ShouldBeEmpty();

    [Theory]
    [InlineData("2016-12")]
    [InlineData("2016")]
    [InlineData("2016-11/2017-01")]
    [InlineData("by 2018")]
    public void Editions_that_may_begin_on_the_same_day_are_refused(string from) =>
        Headlines(With(FilesOf.Text("second.yaml", Second.Replace("from: 2020", "from: " + from, StringComparison.Ordinal))))
            .ShouldBe(["second.yaml:1:7: DHR050: the editions 'first' and 'second' may begin on the same day, so that neither is the later one"]);

    [Fact]
    public void An_edition_without_a_beginning_is_refused() =>
        Headlines(With(FilesOf.Text("second.yaml", Second.Replace("  by: [told]\n  from: 2020\n", "  jurisdiction: [here]\n", StringComparison.Ordinal))))
            .ShouldBe(["second.yaml:1:7: DHR049: the edition 'second' does not say from when it governs"]);

    [Fact]
    public void A_draft_may_not_know_yet_when_it_begins() =>
        Headlines(With(FilesOf.Text("second.yaml", Second
            .Replace("  by: [told]\n  from: 2020\n", "  jurisdiction: [here]\n", StringComparison.Ordinal)
            .Replace("status: in-force", "status: draft", StringComparison.Ordinal)))).ShouldBeEmpty();

    [Fact]
    public void Events_implied_by_one_another_in_a_circle_are_refused() =>
        Headlines(SmallSet.With("words.yaml", SmallSet.Words.Replace("    title: the sending\n", "    title: the sending\n    implied-by: [decided]\n", StringComparison.Ordinal)))
            .ShouldBe(["words.yaml:36:11: DHR051: a circle: 'decided' is implied by 'written' is implied by 'sent' is implied by 'decided'"], ignoreOrder: true);

    [Fact]
    public void A_circle_of_what_is_not_certain_binds_nothing() =>
        Headlines(SmallSet.With("words.yaml", SmallSet.Words.Replace(
            "    title: the sending\n", "    title: the sending\n    implied-by:\n      - event: decided\n        certain: no\n", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void Conditions_that_rest_on_one_another_in_a_circle_are_refused()
    {
        var words = SmallSet.Words.Replace("conditions:\n", "conditions:\n  - name: one\n    when:\n      not: two\n  - name: two\n    when:\n      any: [one, nobody-to-ask]\n", StringComparison.Ordinal);

        Headlines(SmallSet.With("words.yaml", words)).ShouldBe(["words.yaml:2:11: DHR051: a circle: 'one' rests on 'two' rests on 'one'"]);
    }

    [Fact]
    public void What_nobody_uses_is_a_warning()
    {
        var pack = SmallSet.Pack
            .Replace("    escalation: ladder\n", "", StringComparison.Ordinal)
            .Replace("    waived-by: nobody-to-ask\n", "", StringComparison.Ordinal)
            .Replace("  act:\n    title: An Act\n", "  act:\n    title: An Act\n  letter:\n    title: A letter\n", StringComparison.Ordinal);
        var reading = RulebookReader.Read(SmallSet.With("pack.yaml", pack));

        reading.Rulebook.ShouldNotBeNull();
        reading.Faults().Select(DiagnosticText.Headline).ShouldBe(
        [
            "pack.yaml:15:3: warning DHR082: no rule of this pack cites the source 'letter'",
            "paths.yaml:2:9: warning DHR081: no rule uses the escalation path 'ladder'",
            "words.yaml:2:11: warning DHR080: nothing uses the condition 'nobody-to-ask'",
        ]);
    }

    [Fact]
    public void Words_that_only_a_register_uses_are_told_and_are_no_fault()
    {
        var files = SmallSet.With("words.yaml", SmallSet.Words.Replace("events:\n", "events:\n  - name: noted\n    title: a note\n", StringComparison.Ordinal));

        var reading = RulebookReader.Read(files);
        reading.Rulebook.ShouldNotBeNull();
        reading.Diagnostics.Select(DiagnosticText.Headline).ShouldContain("words.yaml:32:11: note DHR090: 1 event is used by no rule: noted");
    }

    [Fact]
    public void Without_a_calendar_what_counts_working_days_is_refused()
    {
        RuleFile[] files = [.. With().Where(file => file.Path != "here.csv")];

        Headlines(files).ShouldBe(
        [
            "warning DHR083: there is no calendar: which days are working days is not known",
            "paths.yaml:4:12: DHR060: working days are counted here, and there is no calendar",
        ]);
    }

    [Fact]
    public void Two_calendars_of_one_jurisdiction_are_refused() =>
        Headlines(With(FilesOf.Text("there.csv", SmallSet.Calendar))).ShouldBe(["there.csv:1:1: DHR059: 'here' has a calendar already, in here.csv"]);

    [Fact]
    public void A_file_of_another_kind_is_a_warning() =>
        Headlines(With(FilesOf.Text("pack.yaml.txt", SmallSet.Pack))).ShouldBe(["pack.yaml.txt: warning DHR063: this file is not read"]);

    [Fact]
    public void A_file_given_twice_is_refused() =>
        Headlines(With(FilesOf.Text("here.csv", SmallSet.Calendar))).ShouldBe(["here.csv: DHR064: this file is given twice"]);

    [Fact]
    public void The_calendar_stands_under_each_of_its_jurisdictions()
    {
        var calendar = FilesOf.Rulebook(With()).Calendars["here"];

        calendar.HolidayOn(new DateOnly(2026, 12, 25)).ShouldBe("Christmas Day");
        calendar.KnownUntil.ShouldBe(new DateOnly(2027, 12, 31));
    }
}
