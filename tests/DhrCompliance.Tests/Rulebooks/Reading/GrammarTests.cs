using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>Every form of the language that the worked examples do not show, read into the model.</summary>
public sealed class GrammarTests
{
    private static readonly Rulebook Set = FilesOf.Rulebook(SmallSet.With("", ""));

    private static Rulebook Pack(string find, string replacement)
    {
        SmallSet.Pack.ShouldContain(find);
        return FilesOf.Rulebook(SmallSet.With("pack.yaml", SmallSet.Pack.Replace(find, replacement, StringComparison.Ordinal)));
    }

    private static Condition AppliesWhen(string condition) =>
        Pack("      other-review: no\n", condition.TrimEnd('\n').ReplaceLineEndings("\n      ").Insert(0, "      ") + "\n").Packs[0].Timescales[0].AppliesWhen!;

    private static TimeLimit Limit(string lines) => Pack("    within: 1 month\n", lines).Packs[0].Timescales[0].Limit;

    [Theory]
    [InlineData("asked-on: known", Comparison.Known)]
    [InlineData("asked-on: missing", Comparison.Missing)]
    [InlineData("remarks: known", Comparison.Known)]
    [InlineData("asked-on: before 2016-12", Comparison.Before)]
    [InlineData("asked-on: on or after 2016-12-01", Comparison.OnOrAfter)]
    public void A_fact_is_compared(string condition, Comparison comparison) =>
        AppliesWhen(condition).ShouldBeOfType<FactTest>().Comparison.ShouldBe(comparison);

    [Theory]
    [InlineData("at least 16", Comparison.AtLeast, 16)]
    [InlineData("at most 17.5", Comparison.AtMost, 17.5)]
    [InlineData("more than 0", Comparison.MoreThan, 0)]
    [InlineData("less than 100", Comparison.LessThan, 100)]
    public void A_number_is_compared(string words, Comparison comparison, double number)
    {
        var over = AppliesWhen($"any-of: person\nage: {words}").ShouldBeOfType<OverItems>();

        var test = over.Body.ShouldBeOfType<FactTest>();
        (test.Comparison, test.Number).ShouldBe((comparison, (decimal)number));
    }

    [Fact]
    public void What_happened_since_something_else()
    {
        var test = AppliesWhen("happened:\n  event: sent\n  since: decided").ShouldBeOfType<EventTest>();

        (test.Event.Event, test.Event.Since?.Event).ShouldBe(("sent", "decided"));
    }

    [Fact]
    public void A_date_of_a_comparison_may_be_known_in_part() =>
        AppliesWhen("asked-on: before 2016-12").ShouldBeOfType<FactTest>().Date.ShouldBe(new DateInterval(new(2016, 12, 1), new(2016, 12, 31)));

    [Fact]
    public void Quoted_and_plain_values_are_equal() =>
        AppliesWhen("other-review: \"no\"").ShouldBeOfType<FactTest>().Values.ShouldBe(["no"]);

    [Fact]
    public void Several_keys_mean_all_of_them()
    {
        var parts = AppliesWhen("other-review: yes\nasked-on: known").ShouldBeOfType<AllOf>().Parts;

        parts.Select(part => part.ShouldBeOfType<FactTest>().Fact).ShouldBe(["other-review", "asked-on"]);
    }

    [Theory]
    [InlineData("happened: told", Occurrence.Happened)]
    [InlineData("not-happened: told", Occurrence.NotHappened)]
    [InlineData("concluded: stopped", Occurrence.Concluded)]
    public void An_event_is_asked_about(string condition, Occurrence occurrence) =>
        AppliesWhen(condition).ShouldBeOfType<EventTest>().Occurrence.ShouldBe(occurrence);

    [Fact]
    public void An_event_is_asked_about_with_its_attributes()
    {
        var test = AppliesWhen("happened:\n  event: decided\n  where:\n    outcome: [go, stop]").ShouldBeOfType<EventTest>();

        test.Event.Event.ShouldBe("decided");
        test.Event.Where.Single().OneOf.ShouldBe(["go", "stop"]);
    }

    [Fact]
    public void All_any_and_not_nest()
    {
        var any = AppliesWhen("any:\n  - not: nobody-to-ask\n  - all:\n      - other-review: yes\n      - nobody-to-ask").ShouldBeOfType<AnyOf>();

        any.Parts[0].ShouldBe(new NotSo(new Named("nobody-to-ask")));
        any.Parts[1].ShouldBeOfType<AllOf>().Parts[1].ShouldBe(new Named("nobody-to-ask"));
    }

    [Theory]
    [InlineData("any-of", Quantifier.Any)]
    [InlineData("any", Quantifier.Any)]
    [InlineData("every-of", Quantifier.Every)]
    [InlineData("every", Quantifier.Every)]
    public void Items_are_asked_about_one_or_every(string word, Quantifier quantifier)
    {
        var over = AppliesWhen($"{word}: task\nhas: done\nfinish-by: known").ShouldBeOfType<OverItems>();

        (over.Quantifier, over.ItemKind).ShouldBe((quantifier, "task"));
        over.Body.ShouldBeOfType<AllOf>().Parts.Select(part => part.GetType()).ShouldBe([typeof(EventTest), typeof(FactTest)]);
    }

    [Fact]
    public void A_waiver_may_be_written_out() =>
        Pack("waived-by: nobody-to-ask", "waived-by:\n      not: nobody-to-ask").Packs[0].Timescales[0].WaivedBy.ShouldBe(new NotSo(new Named("nobody-to-ask")));

    [Fact]
    public void In_a_rule_for_each_item_the_facts_of_the_item_may_be_used()
    {
        var rule = Pack("      item: task\n", "      item: task\n      where:\n        finish-by: known\n    applies-when:\n      finish-by: on or after 2020\n").Packs[0].Timescales[2];

        rule.ForEach.ShouldBeOfType<ForEachItem>().Where.ShouldBeOfType<FactTest>().Comparison.ShouldBe(Comparison.Known);
        rule.AppliesWhen.ShouldBeOfType<FactTest>().Fact.ShouldBe("finish-by");
        rule.Limit.ShouldBeOfType<ByDate>().Dates.ShouldBe([new DateSource(null, "finish-by")]);
    }

    [Fact]
    public void A_limit_says_how_it_is_counted()
    {
        Limit("    within: 6 months\n    beginning-with: yes\n    round: up\n    roll: next-working-day\n").ShouldBe(
            new Within(new LimitTerms(new Period(6, PeriodUnit.Months), BeginningWith: true, MonthRounding.Up, Roll.NextWorkingDay)));
        Limit("    within: 5 working days\n    roll: previous-working-day\n").ShouldBe(
            new Within(new LimitTerms(new Period(5, PeriodUnit.WorkingDays), Roll: Roll.PreviousWorkingDay)));
        Limit("    promptly: 2 weeks\n").ShouldBe(new Promptly(new Period(2, PeriodUnit.Weeks)));
        Limit("    date: agreed.until\n").ShouldBeOfType<ByDate>().Promptly.ShouldBeNull();
    }

    [Fact]
    public void What_meets_a_duty_is_one_event_or_all_or_any_of_several()
    {
        Set.Packs[0].Timescales[1].MetBy.ShouldBeOfType<MetByAll>().Events.Select(pattern => pattern.Event).ShouldBe(["written", "sent"]);
        Pack("      all:\n", "      any:\n").Packs[0].Timescales[1].MetBy.ShouldBeOfType<MetByAny>().Events.Length.ShouldBe(2);
    }

    [Fact]
    public void Without_force_it_follows_from_the_pack_and_what_is_proposed_is_local()
    {
        Set.Packs[0].Timescales.Select(rule => rule.Force).ShouldBe([Force.Guidance, Force.Guidance, Force.Local]);
        Pack("edition-of: series\n", "").Packs[0].Timescales[1].Force.ShouldBe(Force.Statute);
        Pack("  by: [told, decided]\n  from: 2016-12\n", "  by: [told, decided]\n  from: 2016-12\n  adopted: yes\n").Packs[0].Timescales[1].Force.ShouldBe(Force.Local);
    }

    [Fact]
    public void A_check_has_a_moment()
    {
        Set.Packs[0].Checks[1].At!.Event.ShouldBe("sent");
        Pack("    at: sent\n", "    from: sent\n").Packs[0].Checks[1].From!.Event.ShouldBe("sent");
    }

    [Fact]
    public void An_event_of_the_vocabulary_is_read_whole()
    {
        var events = Set.Vocabulary.Events.ToDictionary(kind => kind.Name);

        events.Keys.First().ShouldBe("told");
        (events["told"].Means, events["told"].HeldBy, events["told"].Repeats).ShouldBe((EventMeaning.Beginning, "office", false));
        (events["decided"].Milestone, events["decided"].Repeats, events["decided"].Title).ShouldBe((true, true, "the decision"));
        events["decided"].Attributes[0].Choices.ShouldBe(["go", "stop"]);
        var implied = events["decided"].ImpliedBy.Single();
        implied.By.Select(pattern => pattern.Event).ShouldBe(["written", "sent"]);
        (implied.With["outcome"], implied.Certain, implied.Each).ShouldBe(("go", true, false));
        events["sent"].ExpectedOnWorkingDay.ShouldBeTrue();
        events["sent"].NotAfter!.Where.Single().OneOf.ShouldBe(["stop"]);
        events["resumed"].Ends.ShouldBe("stopped");
        events["stopped"].Attributes[0].Means.ShouldBe(AttributeMeaning.Reason);
        events["agreed"].Attributes.Select(attribute => (attribute.Type, attribute.Means)).ShouldBe([(ValueKind.Rule, AttributeMeaning.Rule), (ValueKind.Date, AttributeMeaning.Until)]);
        events["done"].Of.ShouldBe("task");
    }

    [Fact]
    public void Facts_items_and_roles_of_the_vocabulary_are_read_whole()
    {
        var facts = Set.Vocabulary.Facts.ToDictionary(fact => fact.Name);

        (facts["age"].Of, facts["age"].Type, facts["age"].Sensitive).ShouldBe(("person", ValueKind.Number, true));
        (facts["other-review"].Of, facts["other-review"].Type, facts["other-review"].Sensitive).ShouldBe((null, ValueKind.YesNo, false));
        facts["wish"].Choices.ShouldBe(["yes", "declined", "unsafe"]);
        facts["wish"].Question.ShouldBe("Does the relative wish to take part?");
        Set.Vocabulary.Items.Select(item => item.Title).ShouldBe(["a person", "a relative", "a task"]);
        Set.Vocabulary.Roles.Select(role => (role.Name, role.BoundTo)).ShouldBe([("office", RoleBinding.Partnership), ("chair", RoleBinding.Case)]);
        var condition = Set.Vocabulary.Conditions.Single();
        condition.Title.ShouldBe("Every relative declined");
        condition.When.ShouldBeOfType<OverItems>().Quantifier.ShouldBe(Quantifier.Every);
    }

    [Fact]
    public void A_word_without_a_title_is_called_by_its_name() =>
        FilesOf.Rulebook(SmallSet.With("words.yaml", SmallSet.Words.Replace("    title: the notice\n", "", StringComparison.Ordinal)))
            .Vocabulary.Events[0].Title.ShouldBe("told");

    [Fact]
    public void One_name_may_be_a_fact_of_two_item_kinds()
    {
        var words = SmallSet.Words.Replace("  - name: finish-by\n", "  - name: age\n    of: relative\n    question: How old is the relative?\n    type: number\n  - name: finish-by\n", StringComparison.Ordinal);

        FilesOf.Rulebook(SmallSet.With("words.yaml", words)).Vocabulary.Facts.Count(fact => fact.Name == "age").ShouldBe(2);
    }

    [Fact]
    public void On_the_due_date_is_a_step_of_its_own_and_asking_may_end_with_nobody()
    {
        var paths = SmallSet.Paths.Replace("when: 1 day after", "when: on the due date", StringComparison.Ordinal).Replace(", then chair", "", StringComparison.Ordinal);
        var path = FilesOf.Rulebook(SmallSet.With("paths.yaml", paths)).Paths.Single();

        path.Steps[1].OffsetDays.ShouldBe(0);
        path.CannotTell!.Then.ShouldBeNull();
    }
}
