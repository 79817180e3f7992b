using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Movements;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Assessments.Bench;

namespace DhrCompliance.Tests.Assessments.Movements;

/// <summary>Told on 10 January 2026, so the decision is due by 10 February: what moves it, one thing at a time.</summary>
public sealed class CaseMovementsTests
{
    private static readonly string[] Told = ["began 2026-01-01", "told 2026-01-10"];

    [Theory]
    [InlineData("2026-02-10", 0)]
    [InlineData("2026-02-11", 1)]
    [InlineData("2026-02-12", 1)]
    public void A_day_alone_moves_a_row_and_is_named(string asOf, int expected)
    {
        var moved = Moved(Live(Told), Live(Told), "2026-02-10", asOf, Decide);

        moved.Rows.Length.ShouldBe(expected);
        if (expected > 0)
        {
            var cause = moved.Rows.Single().Causes.ShouldHaveSingleItem();
            cause.Kind.ShouldBe(CauseKind.Day);
            cause.Text.ShouldStartWith("Wednesday 11 February 2026 came: overdue");
        }
    }

    [Fact]
    public void What_was_recorded_in_time_was_never_overdue_on_the_way()
    {
        var (before, now) = (Live(Told), Live([.. Told, "decided 2026-01-20 outcome=review"]));
        var rules = CompiledRulebook.Compile(Rulebook(Decide));

        var row = new CaseMovements(rules, rules, Day("2026-01-15"), Day("2026-03-10")).Of(before, now, (_, _) => [(Day("2026-01-21"), now)]).Rows.ShouldHaveSingleItem();
        row.Causes.Select(cause => (cause.Kind, cause.Row)).ShouldBe([(CauseKind.Record, "C1-E3")]);
        var late = new CaseMovements(rules, rules, Day("2026-01-15"), Day("2026-03-10")).Of(before, now, (_, _) => [(Day("2026-03-01"), now)]).Rows.ShouldHaveSingleItem();
        late.Causes.Select(cause => cause.Kind).ShouldBe([CauseKind.Day, CauseKind.Record]);
        late.Causes[0].Text.ShouldStartWith("Wednesday 11 February 2026 came: overdue");
    }

    [Fact]
    public void A_day_met_that_is_only_known_to_lie_before_the_day_asked_for_moves_nothing()
    {
        var file = Live([.. Told, "decided after_2026-01-20 outcome=review"]);

        Moved(file, file, "2026-02-01", "2026-02-05", Decide).Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Of_two_events_recorded_only_the_one_that_moved_the_row_is_its_cause()
    {
        var moved = Moved(Live(Told), Live([.. Told, "decided 2026-01-20 outcome=review", "met 2026-01-21"]), "2026-01-25", "2026-01-25", Decide);

        moved.Recorded.Length.ShouldBe(2);
        var cause = moved.Rows.Single().Causes.ShouldHaveSingleItem();
        (cause.Kind, cause.Row).ShouldBe((CauseKind.Record, "C1-E3"));
        cause.Text.ShouldBe("Decided was recorded: on Tuesday 20 January 2026 (outcome: review).");
    }

    [Fact]
    public void Two_events_either_of_which_would_do_are_both_told()
    {
        var moved = Moved(Live(Told), Live([.. Told, "decided 2026-01-20 outcome=review", "decided 2026-01-20 outcome=none"]), "2026-01-25", "2026-01-25", Decide);

        moved.Rows.Single().Causes.Select(cause => cause.Row).ShouldBe(["C1-E3", "C1-E4"]);
    }

    [Fact]
    public void A_correction_and_a_withdrawal_say_what_it_was()
    {
        var before = Live([.. Told, "decided 2026-01-20 outcome=review"]);

        Moved(before, Live([.. Told, "decided 2026-02-20 outcome=review"]), "2026-03-01", "2026-03-01", Decide)
            .Rows.Single().Causes.Single().Text.ShouldBe("Decided was corrected: on Friday 20 February 2026 (outcome: review); it was on Tuesday 20 January 2026 (outcome: review).");
        Moved(before, Live(Told), "2026-03-01", "2026-03-01", Decide)
            .Rows.Single().Causes.Single().Text.ShouldBe("Decided was withdrawn; it was on Tuesday 20 January 2026.");
    }

    [Fact]
    public void Other_rules_are_told_apart_from_days_and_records()
    {
        var then = CompiledRulebook.Compile(Rulebook(Decide));
        var now = CompiledRulebook.Compile(Rulebook(Decide with { Limit = new Within(Months(2)) }));

        var moved = new CaseMovements(then, now, Day("2026-01-15"), Day("2026-01-15")).Of(Live(Told), Live(Told));

        var row = moved.Rows.Single();
        row.Causes.Single().Kind.ShouldBe(CauseKind.Rules);
        (row.Row.DueBefore!.Value.Earliest, row.Row.DueNow!.Value.Earliest).ShouldBe((Day("2026-02-10"), Day("2026-03-10")));
    }

    [Fact]
    public void Other_holidays_under_the_same_rules_are_told_apart_from_other_rules()
    {
        var soon = Decide with { Limit = new Within(new LimitTerms(new Period(5, PeriodUnit.WorkingDays))) };
        var (then, now) = (Rulebook(soon), Rulebook(soon));
        now = now with { Calendars = now.Calendars.SetItem("england", new HolidayCalendar("England and Wales", [KeyValuePair.Create(Day("2026-01-14"), "a day of mourning")], then.Calendars["england"].KnownUntil)) };

        var moved = new CaseMovements(CompiledRulebook.Compile(then), CompiledRulebook.Compile(now), Day("2026-01-15"), Day("2026-01-15")).Of(Live(Told), Live(Told));

        var cause = moved.Rows.Single().Causes.ShouldHaveSingleItem();
        cause.Kind.ShouldBe(CauseKind.Calendar);
        cause.Text.ShouldStartWith("Other holidays are known than on Thursday 15 January 2026: ");
        var both = new CaseMovements(CompiledRulebook.Compile(Rulebook(Decide)), CompiledRulebook.Compile(now), Day("2026-01-15"), Day("2026-01-15")).Of(Live(Told), Live(Told));
        both.Rows.Single().Causes.Select(one => one.Kind).ShouldBe([CauseKind.Rules, CauseKind.Calendar]);
    }

    [Fact]
    public void A_day_and_a_record_that_both_moved_a_row_are_both_told()
    {
        var moved = Moved(Live(Told), Live([.. Told, "decided 2026-02-12 outcome=review"]), "2026-02-10", "2026-02-20", Decide);

        moved.Rows.Single().Causes.Select(cause => cause.Kind).ShouldBe([CauseKind.Day, CauseKind.Record]);
        moved.Rows.Single().Row.StateNow.ShouldBe("met-late");
    }

    [Fact]
    public void A_case_that_is_new_says_so_and_one_in_which_nothing_happened_says_nothing()
    {
        Moved(null, Live(Told), "2026-01-15", "2026-01-15", Decide).IsNew.ShouldBeTrue();
        Moved(Live(Told), Live(Told), "2026-01-15", "2026-01-16", Decide).Moved.ShouldBeFalse();
    }

    [Fact]
    public void A_fact_an_item_and_a_protocol_are_changes_and_each_can_be_undone()
    {
        var before = Live(Told) with { Items = [new CaseItem { Id = "A1", Kind = "action" }], Facts = Live().Facts.Add("parallel", "no") };
        var now = Live(Told) with
        {
            Items = [new CaseItem { Id = "A1", Kind = "action", Facts = Live().Facts.Add("due", "2026-05-01") }, new CaseItem { Id = "A2", Kind = "action" }],
            Facts = Live().Facts.Add("parallel", "yes"),
            Adopted = [new Adoption("borough", Day("2026-01-01"), null)],
            KeptSince = Day("2026-01-01"),
        };

        var changes = RecordChanges.Between(before, now, Vocabulary);

        changes.Select(change => change.Row).ShouldBe(["kept-since", "protocols", "parallel", "A1", "A2"]);
        changes.Select(change => change.Text).ShouldContain("“Is another review under way?” is answered otherwise: yes (it was: no).");
        changes.Select(change => change.Text).ShouldContain("A1 (action): due is 2026-05-01 (was not said).");
        var undone = changes.Aggregate(now, (file, change) => change.Undo(file));
        RecordChanges.Between(before, undone, Vocabulary).ShouldBeEmpty();
    }

    [Fact]
    public void The_later_day_cannot_come_first()
    {
        var rules = CompiledRulebook.Compile(Rulebook(Decide));

        Should.Throw<ArgumentOutOfRangeException>(() => new CaseMovements(rules, rules, Day("2026-01-02"), Day("2026-01-01")));
    }

    private static CaseMovement Moved(CaseFile? before, CaseFile now, string since, string asOf, params Rule[] rules)
    {
        var compiled = CompiledRulebook.Compile(Rulebook(rules));
        return new CaseMovements(compiled, compiled, Day(since), Day(asOf)).Of(before, now);
    }
}
