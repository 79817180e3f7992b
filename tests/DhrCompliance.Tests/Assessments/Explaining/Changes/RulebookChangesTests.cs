using DhrCompliance.Assessments.Explaining.Changes;
using DhrCompliance.Rulebooks;
using DhrCompliance.Tests.Assessments.Explaining.Handbooks;

namespace DhrCompliance.Tests.Assessments.Explaining.Changes;

/// <summary>What is said to have changed is what changed, and how much it matters.</summary>
public sealed class RulebookChangesTests
{
    private const string Second = "guidance-2.yaml";

    private const string NewRule = """
          - id: thank
            title: Thank the panel
            owner: chair
            basis: proposed
            starts: reported
            promptly: 7 days
            met-by: closed
        """;

    [Fact]
    public void The_same_rulebook_has_not_changed()
    {
        var changes = RulebookChanges.Of(SmallRules.AsItIs, SmallRules.AsItIs);

        (changes.All.Count(), changes.AreSameFiles).ShouldBe((0, true));
    }

    [Theory]
    [InlineData(Second, "timescales:\n", "# a note\ntimescales:\n")]
    [InlineData(Second, "paused-by: [trial, inquest]", "paused-by:\n      - trial\n      - inquest")]
    [InlineData("guidance-2.scenarios.yaml", "2023-03-01", "2023-03-02")]
    public void Files_that_differ_in_what_decides_nothing_have_not_changed(string file, string text, string with)
    {
        var changes = Since(SmallRules.Edited(file, text, with));

        (changes.All.Count(), changes.AreSameFiles).ShouldBe((0, false));
    }

    [Fact]
    public void A_new_rule_is_told_with_what_it_asks()
    {
        var change = Only(SmallRules.Edited("local.yaml", "timescales:\n", $"timescales:\n{NewRule}\n"));

        (change.Kind, change.Name, change.Brief).ShouldBe(
            (ChangeKind.Added, "borough/thank", "Promptly after the report; no number of days is stated, so it is asked for after seven days and never called late."));
    }

    [Fact]
    public void A_rule_that_is_gone_is_told_with_what_it_asked()
    {
        var change = Only(SmallRules.AsItIs, SmallRules.Edited("local.yaml", "timescales:\n", $"timescales:\n{NewRule}\n"));

        (change.Kind, change.Name, change.Title).ShouldBe((ChangeKind.Withdrawn, "borough/thank", "Thank the panel"));
        change.Brief.ShouldNotBeNull().ShouldStartWith("Promptly after the report");
    }

    [Fact]
    public void A_rule_that_was_called_otherwise_is_the_same_rule()
    {
        var change = Only(SmallRules.Edited("local.yaml", "  - id: met-before-report\n", "  - id: meet-first\n    was: met-before-report\n"));

        (change.Kind, change.Was, change.Name, change.Sentences.Length).ShouldBe((ChangeKind.Renamed, "borough/met-before-report", "borough/meet-first", 0));
    }

    [Fact]
    public void Without_its_former_name_it_is_another_rule() =>
        Since(SmallRules.Edited("local.yaml", "  - id: met-before-report\n", "  - id: meet-first\n")).All.Select(change => (change.Kind, change.Name))
            .ShouldBe([(ChangeKind.Added, "borough/meet-first"), (ChangeKind.Withdrawn, "borough/met-before-report")]);

    [Fact]
    public void A_rule_may_be_renamed_and_changed_at_once()
    {
        var change = Only(SmallRules.Edited(("local.yaml", "  - id: decide-sooner\n", "  - id: decide-soon\n    was: decide-sooner\n"), ("local.yaml", "within: 20 days", "within: 10 days")));

        (change.Kind, change.Weight, change.Was).ShouldBe((ChangeKind.Changed, ChangeWeight.Substance, "borough/decide-sooner"));
    }

    [Fact]
    public void A_limit_is_of_substance_and_stands_before_and_now()
    {
        var changes = Since(SmallRules.Edited("local.yaml", "within: 20 days", "within: 10 days"));

        var change = changes.All.ShouldHaveSingleItem();
        (change.Kind, change.Weight, change.Name).ShouldBe((ChangeKind.Changed, ChangeWeight.Substance, "borough/decide-sooner"));
        var sentence = change.Sentences.ShouldHaveSingleItem();
        sentence.About.ShouldBe("limit");
        sentence.Before.ShouldNotBeNull().ShouldStartWith("It is due within 20 days of the start");
        sentence.Now.ShouldNotBeNull().ShouldStartWith("It is due within ten days of the start");
        changes.Packs.Single().Same.ShouldBe(2);
    }

    [Fact]
    public void What_is_no_longer_said_stands_before_alone()
    {
        var sentence = Only(SmallRules.Edited(Second, "    waived-by: nobody-wishes\n", ""), "guidance-2/meet").Sentences.Single();

        (sentence.About, sentence.Now).ShouldBe(("waiver", null));
        sentence.Before.ShouldNotBeNull().ShouldContain("Nobody of the family wishes to be asked");
    }

    [Theory]
    [InlineData(Second, "title: Write the report", "title: Finish the report", "title")]
    [InlineData(Second, "paused-by: [trial, inquest]", "paused-by: [inquest, trial]", "pauses")]
    public void What_is_only_said_otherwise_is_of_wording(string file, string text, string with, string about)
    {
        var change = Only(SmallRules.Edited(file, text, with), "guidance-2/report");

        (change.Kind, change.Weight, change.Sentences.Single().About).ShouldBe((ChangeKind.Changed, ChangeWeight.Wording, about));
    }

    [Theory]
    [InlineData("quote: within three weeks", "quote: not later than three weeks", "sources")]
    [InlineData("    basis: stated\n    tightens", "    basis: read\n    tightens", "standing")]
    [InlineData("    basis: stated\n    tightens", "    basis: stated\n    verified: no\n    tightens", "standing")]
    [InlineData("    basis: stated\n    tightens", "    basis: stated\n    force: good-practice\n    tightens", "standing")]
    public void What_a_rule_rests_on_is_told_apart_from_what_it_asks(string text, string with, string about)
    {
        var change = Only(SmallRules.Edited("local.yaml", text, with));

        (change.Weight, change.Sentences.Single().About).ShouldBe((ChangeWeight.Grounds, about));
    }

    [Fact]
    public void A_new_edition_is_laid_beside_the_one_that_it_takes_over()
    {
        var pack = Since(SmallRules.AsItIs, SmallRules.With("guidance-3.yaml", null)).Packs.Single(changes => changes.Id == "guidance-3");

        (pack.Pack!.Kind, pack.ComparedWith, pack.Same).ShouldBe((ChangeKind.Added, "Guidance, second edition", 2));
        var change = pack.Rules.ShouldHaveSingleItem();
        (change.Kind, change.Weight, change.Name).ShouldBe((ChangeKind.Changed, ChangeWeight.Substance, "guidance-3/report"));
        change.Sentences.Select(sentence => sentence.About).ShouldBe(["limit", "sources"]);
    }

    [Fact]
    public void A_rule_that_is_meant_by_a_name_as_well_since_it_came_is_of_substance_to_the_rule_that_names_it()
    {
        var change = Since(SmallRules.AsItIs, SmallRules.With("guidance-3.yaml", null)).Packs.Single(changes => changes.Id == "borough").Rules.ShouldHaveSingleItem();

        (change.Name, change.Weight, change.Sentences.Single().About).ShouldBe(("borough/decide-sooner", ChangeWeight.Substance, "what it stands beside"));
    }

    [Fact]
    public void A_draft_that_comes_into_force_is_of_substance_and_ends_the_edition_before()
    {
        var changes = Since(SmallRules.Edited("guidance-3.yaml", "status: draft", "status: in-force"));

        changes.Packs.Select(pack => (pack.Id, pack.Pack!.Weight, pack.Rules.Length)).ShouldBe([("guidance-3", ChangeWeight.Substance, 0), ("guidance-2", ChangeWeight.Substance, 0)]);
        changes.Packs[0].Pack!.Sentences.ShouldContain(new SentenceChange("status", "It is a draft, which is assessed only when asked for.", "It is in force."));
        changes.Packs[1].Pack!.Sentences.Single().Now.ShouldNotBeNull().ShouldEndWith("It governs until the next edition begins: “Guidance, third edition”.");
    }

    [Fact]
    public void A_pack_that_is_gone_takes_its_rules_with_it()
    {
        var pack = Since(SmallRules.With("local.yaml", null)).Packs.ShouldHaveSingleItem();

        (pack.Pack!.Kind, pack.Title).ShouldBe((ChangeKind.Withdrawn, "Protocol of a borough"));
        pack.Rules.Select(change => (change.Kind, change.Name)).ShouldBe(
            [(ChangeKind.Withdrawn, "borough/decide-sooner"), (ChangeKind.Withdrawn, "borough/met-before-report"), (ChangeKind.Withdrawn, "borough/quality")]);
    }

    [Fact]
    public void The_day_on_which_a_pack_begins_is_of_substance()
    {
        var change = Only(SmallRules.Edited("guidance-1.yaml", "from: 2011-04", "from: 2011-05"));

        (change.Name, change.Weight, change.Sentences.Single().About).ShouldBe(("guidance-1", ChangeWeight.Substance, "whom it governs"));
    }

    [Fact]
    public void A_step_of_a_path_is_told_once_and_not_with_every_rule_that_follows_it()
    {
        var change = Only(SmallRules.Edited("paths.yaml", "when: 90 days after", "when: 60 days after"));

        (change.Name, change.Weight).ShouldBe(("limit", ChangeWeight.Substance));
        change.Sentences.ShouldBe([new SentenceChange(
            "step “ministry”", "90 days after that day, and again every 28 days: the ministry, once a named person has released it.",
            "60 days after that day, and again every 28 days: the ministry, once a named person has released it.")]);
    }

    [Fact]
    public void A_step_that_was_called_otherwise_is_the_same_step() =>
        Since(SmallRules.Edited("paths.yaml", "      - id: ministry\n", "      - id: government\n        was: ministry\n")).All.Select(change => change.Weight).ShouldBe([]);

    [Fact]
    public void The_title_of_a_path_is_of_wording_alone_and_told_once()
    {
        var change = Only(SmallRules.Edited("paths.yaml", "title: A limit", "title: A time limit"));

        (change.Name, change.Weight).ShouldBe(("limit", ChangeWeight.Wording));
    }

    [Fact]
    public void The_title_of_a_word_is_of_wording_alone_and_told_once()
    {
        var change = Only(SmallRules.Edited("vocabulary.yaml", "title: the notice of the death", "title: the news of the death"));

        (change.Name, change.Weight, change.Sentences.Single()).ShouldBe(("told", ChangeWeight.Wording, new SentenceChange("title", "The notice of the death", "The news of the death")));
    }

    [Fact]
    public void A_word_that_was_called_otherwise_is_the_same_word_wherever_it_stands()
    {
        var files = SmallRules.Files().ToDictionary(file => file.Key, file => file.Value.Replace(": met\n", ": gathered\n").Replace("[met,", "[gathered,"));
        files["vocabulary.yaml"] = files["vocabulary.yaml"].Replace("- name: gathered\n", "- name: gathered\n    was: met\n");

        var change = Only(SmallRules.Read(files));

        (change.Kind, change.Was, change.Name).ShouldBe((ChangeKind.Renamed, "met", "gathered"));
    }

    [Theory]
    [InlineData("    sensitive: yes\n", "", "wish", "sensitive")]
    [InlineData("choices: [yes, declined, unsafe]", "choices: [yes, declined, unsafe, later]", "wish", "answer")]
    [InlineData("    held-by: chair\n", "    held-by: board\n", "decided", "held by")]
    [InlineData("    plannable: yes\n", "", "met", "planned")]
    [InlineData("      - event: met\n        certain: no\n", "", "decided", "what asks about it")]
    [InlineData("    title: a role of which no rule speaks\n    bound-to: case", "    title: a role of which no rule speaks\n    bound-to: agency", "spare", "belongs to")]
    public void What_a_word_means_is_of_substance(string text, string with, string word, string about)
    {
        var change = Only(SmallRules.Edited("vocabulary.yaml", text, with));

        (change.Name, change.Weight).ShouldBe((word, ChangeWeight.Substance));
        change.Sentences.Select(sentence => sentence.About).ShouldContain(about);
    }

    [Fact]
    public void A_condition_changes_the_rules_that_use_it_too() =>
        Since(SmallRules.Edited("vocabulary.yaml", "wish: [declined, unsafe]", "wish: [declined]")).All.Select(change => (change.Name, change.Weight)).Order()
            .ShouldBe([("guidance-2/meet", ChangeWeight.Substance), ("guidance-3/meet", ChangeWeight.Substance), ("nobody-wishes", ChangeWeight.Substance)]);

    [Fact]
    public void A_word_may_be_new_or_gone()
    {
        var more = SmallRules.Edited("vocabulary.yaml", "roles:\n", "roles:\n  - name: clerk\n    title: the clerk\n    bound-to: case\n");

        (Only(more).Kind, Only(more).Title).ShouldBe((ChangeKind.Added, "The clerk (a role)"));
        Only(SmallRules.AsItIs, more).Kind.ShouldBe(ChangeKind.Withdrawn);
    }

    [Fact]
    public void Holidays_that_are_known_for_longer_or_differ_are_told_by_day()
    {
        var calendars = Since(SmallRules.Edited(("calendars/here.csv", "known-until: 2027-12-31", "known-until: 2028-12-31"), ("calendars/here.csv", "2027-01-01,New Year's Day\n", ""))).Calendars;

        calendars.Select(change => (change.Title, change.Weight)).ShouldBe([("Bank holidays: England", ChangeWeight.Substance), ("Bank holidays: Wales", ChangeWeight.Substance)]);
        calendars[0].Sentences.ShouldBe(
        [
            new SentenceChange("known until", "Known until Friday 31 December 2027.", "Known until Sunday 31 December 2028."),
            new SentenceChange("1 Jan 2027", "Friday 1 January 2027 is no working day: New Year's Day.", "Friday 1 January 2027 is a working day."),
        ]);
    }

    private static RulebookChanges Since(Rulebook now, Rulebook? before = null) => RulebookChanges.Of(before ?? SmallRules.AsItIs, now);

    private static RulebookChange Only(Rulebook now, Rulebook? before = null) => Since(now, before).All.ShouldHaveSingleItem();

    // A rule of the second edition is one of the third as well, which takes it over.
    private static RulebookChange Only(Rulebook now, string rule)
    {
        var change = Since(now).All.Where(change => !change.Name.StartsWith("guidance-3/", StringComparison.Ordinal)).ShouldHaveSingleItem();
        change.Name.ShouldBe(rule);
        return change;
    }
}
