using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Scenarios;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>The packs by which the language is explained, read into the model.</summary>
public sealed class ExampleTests
{
    private static readonly RuleFile[] Around =
        [.. FilesOf.Folder("rules").Where(file => file.Path is "rules/vocabulary.yaml" or "rules/escalation/paths.yaml" || file.Path.EndsWith(".csv", StringComparison.Ordinal))];

    private static readonly Rulebook Rulebook = FilesOf.Rulebook([.. Around, FilesOf.Example("guidance-2016.yaml"), FilesOf.Example("statute.yaml")]);

    private static Pack Guidance => Rulebook.Packs.Single(pack => pack.Id == "guidance-2016");

    private static Timescale Timescale(string id) => Guidance.Timescales.Single(rule => rule.Id == id);

    [Fact]
    public void A_pack_says_whom_it_governs_and_from_when()
    {
        Guidance.Title.ShouldBe("Multi-agency statutory guidance for the conduct of domestic homicide reviews, December 2016");
        Guidance.Series.ShouldBe("national-guidance");
        Guidance.Status.ShouldBe(PackStatus.InForce);
        Guidance.Verified.ShouldBeTrue();
        Guidance.Governs!.Jurisdiction.ShouldBe(["england", "wales"]);
        Guidance.Governs.By.ShouldBe(["csp-chair-notified", "notified", "decision"]);
        Guidance.Governs.From.ShouldBe(new DateInterval(new(2016, 12, 1), new(2016, 12, 31)));
        Guidance.Governs.Adopted.ShouldBeFalse();
        Guidance.Names["review"].ShouldBe("domestic homicide review");
        Guidance.Names["short"].ShouldBe("DHR");
    }

    [Fact]
    public void A_quoted_title_keeps_its_colon() =>
        Guidance.Sources["one-minute-guide"].ShouldBe(new Source
        {
            Title = "One Minute Guide: What is a Domestic Homicide Review?",
            Publisher = "Wakefield",
            File = "004_cc896ba93e136538.txt",
            Reports = "the statutory guidance of December 2016, as a partnership understands it",
        });

    [Fact]
    public void A_timescale_is_read_whole()
    {
        var rule = Timescale("decide");

        rule.FullName.ShouldBe("guidance-2016/decide");
        rule.Title.ShouldBe("Decide whether to hold a review");
        rule.Owner.ShouldBe("csp-chair");
        rule.Force.ShouldBe(Force.Guidance);
        rule.Basis.ShouldBe(Basis.Stated);
        rule.Cite.Single().ShouldBe(new Citation
        {
            Source = "one-minute-guide",
            At = "Timescales",
            Quote = "must be taken within one month of the Safer Together Partnership Chair being notified",
        });
        rule.Starts.Select(start => start.ShouldBeOfType<StartEvent>().Event.Event).ShouldBe(["csp-chair-notified", "notified"]);
        rule.Limit.ShouldBe(new Within(new LimitTerms(new Period(1, PeriodUnit.Months))));
        rule.MetBy.ShouldBeOfType<MetByEvent>().Event.Event.ShouldBe("decision");
        rule.Escalation.ShouldBe("guidance-timescale");
        rule.ForEach.ShouldBeNull();
        rule.AppliesWhen.ShouldBeNull();
    }

    [Fact]
    public void A_start_may_be_an_event_with_attributes()
    {
        var rule = Timescale("complete-report");

        var first = rule.Starts[0].ShouldBeOfType<StartEvent>().Event;
        first.Event.ShouldBe("decision");
        var where = first.Where.ShouldHaveSingleItem();
        where.Attribute.ShouldBe("outcome");
        where.OneOf.ShouldBe(["review"]);
        rule.Starts[1].ShouldBeOfType<StartEvent>().Event.Event.ShouldBe("home-office-direction");
        rule.PausedBy.ShouldBe(["criminal-proceedings", "inquest", "appeal", "other-review"]);
        rule.ExtendedBy!.Event.ShouldBe("timescale-agreed");
        rule.ExtendedBy.Where.Single().OneOf.ShouldBe(["csp-board", "csp-chair"]);
        rule.EndsWith.Select(end => end.Event).ShouldBe(["closed", "publication-withheld"]);
    }

    [Fact]
    public void A_word_that_stands_with_the_event_of_for_each_is_a_date_of_its_own()
    {
        var rule = Timescale("resubmit");

        rule.ForEach.ShouldBeOfType<ForEachEvent>().Event.Where.Single().OneOf.ShouldBe(["resubmit"]);
        rule.Starts.ShouldBe([new StartOwnDate("letter-received"), new StartOwnDate("letter-date")]);
        var limit = rule.Limit.ShouldBeOfType<ByDate>();
        limit.Dates.ShouldBe([new DateSource(null, "respond-by"), new DateSource("next-step-agreed", "by")]);
        limit.Promptly.ShouldBe(new Period(14, PeriodUnit.Days));
    }

    [Fact]
    public void Every_with_has_asks_each_item_for_its_event()
    {
        var check = Guidance.Checks.Single();

        check.Force.ShouldBe(Force.Local);
        var each = check.ForEach.ShouldBeOfType<ForEachEvent>().Event;
        each.Event.ShouldBe("submitted");
        each.After!.Event.ShouldBe("qa-outcome");
        each.After.Where.Single().OneOf.ShouldBe(["resubmit"]);
        var over = check.Require.ShouldBeOfType<OverItems>();
        (over.Quantifier, over.ItemKind).ShouldBe((Quantifier.Every, "required-change"));
        var has = over.Body.ShouldBeOfType<EventTest>();
        (has.Event.Event, has.Occurrence).ShouldBe(("addressed", Occurrence.Happened));
    }

    [Fact]
    public void A_scenario_is_read_with_the_pack_it_stands_in()
    {
        var scenario = Rulebook.Scenarios.ShouldHaveSingleItem();

        (scenario.Pack, scenario.Edition, scenario.Line).ShouldBe(("guidance-2016", "guidance-2016", 96));
        scenario.Name.ShouldBe("a month from 31 January ends on the last day of February");
        scenario.Events.Single().Date.ShouldBe(DateInterval.On(new(2023, 1, 31)));
        scenario.Steps.Select(step => (step.Day, step.Notices?.All.Length)).ShouldBe([(new(2023, 2, 28), null), (new DateOnly(2023, 3, 1), (int?)2)]);
        ScenarioRunner.Run(Rulebook, Rulebook.Scenarios).Single().Failures.ShouldBeEmpty();
    }

    [Fact]
    public void The_criterion_of_the_Act_asks_any_of_those_who_died()
    {
        var criterion = Rulebook.Packs.Single(pack => pack.Id == "statute").Criteria.Single();

        criterion.Force.ShouldBe(Force.Statute);
        var over = criterion.When.ShouldBeOfType<OverItems>();
        (over.Quantifier, over.ItemKind).ShouldBe((Quantifier.Any, "deceased"));
        var all = over.Body.ShouldBeOfType<AllOf>().Parts;
        all.Length.ShouldBe(3);
        var age = all[0].ShouldBeOfType<FactTest>();
        (age.Fact, age.Comparison, age.Number).ShouldBe(("age", Comparison.AtLeast, 16m));
        all[1].ShouldBeOfType<FactTest>().Values.ShouldBe(["violence", "abuse", "neglect"]);
        var any = all[2].ShouldBeOfType<AnyOf>().Parts;
        any[0].ShouldBeOfType<FactTest>().Fact.ShouldBe("link-to-suspect");
        any[1].ShouldBeOfType<FactTest>().Values.ShouldBe(["yes"]);
    }

    [Fact]
    public void A_duty_without_a_number_has_its_own_governance()
    {
        var rule = Rulebook.Packs.Single(pack => pack.Id == "statute").Timescales.Single();

        rule.Limit.ShouldBe(new Promptly(new Period(28, PeriodUnit.Days)));
        rule.Verified.ShouldBeFalse();
        rule.Governs!.By.ShouldBe(["report-completed"]);
        rule.Governs.From.ShouldBe(new DateInterval(new(2021, 11, 1), new(2021, 11, 30)));
    }

    [Fact]
    public void The_local_example_has_an_order_a_waiver_and_a_checklist()
    {
        var pack = FilesOf.Rulebook([.. Around, FilesOf.Example("three-boroughs.yaml")]).Packs.Single();
        pack.Governs!.Adopted.ShouldBeTrue();
        pack.Checks.Length.ShouldBe(2);
        var (order, list) = (pack.Checks[0], pack.Checks[1]);
        order.Order.Select(step => step.Event).ShouldBe(["family-viewed-report", "sent-to-csp-board"]);
        order.WaivedBy.ShouldBe(new Named("families-do-not-wish"));
        order.Require.ShouldBeNull();
        list.SignedBy!.Where.Select(test => test.OneOf.Single()).ShouldBe(["report", "panel"]);
        list.Points.Select(point => point.Obligation).ShouldBe(["42", "43"]);
    }

    [Fact]
    public void An_escalation_path_is_read_whole()
    {
        var rulebook = FilesOf.Rulebook(
            [.. Around.Where(file => !file.Path.EndsWith("paths.yaml", StringComparison.Ordinal)), FilesOf.Example("paths.yaml")]);

        var path = rulebook.Paths.Single();
        (path.Id, path.Title, path.QuietOnNonWorkingDays).ShouldBe(("guidance-timescale", "A limit set by guidance", true));
        path.Steps.Select(step => (step.Id, step.OffsetDays, step.EveryDays, step.ApprovalRequired)).ShouldBe(
            [("reminder", -14, null, false), ("overdue", 1, null, false), ("repeated", 28, 28, false), ("home-office", 90, null, true)]);
        path.Steps[1].To.ShouldBe(["csp-team", "owner", "csp-chair"]);
        path.AcknowledgeAtMostDays.ShouldBe(28);
        path.Explained.ShouldBe("csp-chair");
        path.CannotTell.ShouldBe(new CannotTellAsking("csp-team", 28, 3, "csp-chair"));
        path.Undeliverable.ShouldBe(["csp-team", "operator"]);
    }
}
