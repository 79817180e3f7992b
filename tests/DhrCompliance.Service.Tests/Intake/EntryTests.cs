using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Recording;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>What the recording commands record goes the way of an import.</summary>
public sealed class EntryTests
{
    [Fact]
    public void An_event_is_added_with_its_attributes()
    {
        var change = Plan(EventEntry.Add("BEX-1", "decision", "2026-02-01", ["outcome=review", "reason=a = b"], null, null, Words.Known)).Events.ShouldHaveSingleItem();

        change.Row.Attributes.ShouldBe(new Dictionary<string, string> { ["outcome"] = "review", ["reason"] = "a = b" }, ignoreOrder: true);
        change.Change.ToString().ShouldBe("new: BEX-1 decision 2026-02-01: reference 'BEX-1', event 'decision', date '2026-02-01', outcome 'review', reason (not shown)");
    }

    [Theory]
    [InlineData("BEX-1", "desicion", "2026-02-01", "outcome=review", "event add, column event: 'desicion': expected an event; did you mean 'decision'?")]
    [InlineData("BEX-7", "decision", "2026-02-01", "outcome=review", "event add, column reference: 'BEX-7': expected a case or partnership that is known; did you mean 'BEX-1'?")]
    [InlineData("BEX-1", "decision", "2026-02-30", "outcome=review", "event add, column date: '2026-02-30': expected a day that exists: February 2026 has 28 days")]
    [InlineData("BEX-1", "decision", " ", "outcome=review", "event add, column date: ' ': expected a date, or 'unknown' where it is not known")]
    [InlineData("BEX-1", "decision", "2026-02-01", "outcom=review", "event add, column outcom: expected a column of the import format, or one that the vocabulary knows; did you mean 'outcome'?")]
    [InlineData("BEX-1", "decision", "2026-02-01", "outcome", "event add, column attr: 'outcome': expected a name and a value (name=value); the value 'unknown' where it is not known")]
    [InlineData("BEX-1", "decision", "2026-02-01", "date=2026", "event add, column attr: 'date=2026': expected a word of the vocabulary: 'date' has an option or an argument of its own")]
    [InlineData("BEX-1", "notified", "2026-02-01", null, "event add, column event: 'notified': expected no second 'notified' of BEX-1: BEX-1-E1 (2026-01-10) is one; correct or withdraw it")]
    public void A_slip_is_told_by_its_argument(string reference, string kind, string date, string? attribute, string said) =>
        Plan(EventEntry.Add(reference, kind, date, attribute is null ? [] : [attribute], null, null, Words.Known)).Said().ShouldBe([said]);

    [Fact]
    public void What_is_recorded_already_is_not_recorded_twice()
    {
        var plan = Plan(EventEntry.Add("BEX-1", "notified", "2026-01-10", [], null, "by telephone", Words.Known));

        plan.Said().ShouldBeEmpty();
        plan.Unchanged.ShouldBe(1);
    }

    [Fact]
    public void What_was_withdrawn_may_be_added_anew()
    {
        var register = Importing.Register with { Events = [Importing.Register.Events[0] with { Withdrawn = true, Note = null }] };

        ImportPlan.Make(EventEntry.Add("BEX-1", "notified", "2026-01-10", [], null, null, Words.Known), register, Words.Known, Importing.Today)
            .Events.ShouldHaveSingleItem().Row.Id.ShouldBeEmpty();
    }

    [Fact]
    public void A_correction_replaces_what_is_given_and_keeps_the_rest()
    {
        var planned = Plan(EventEntry.Correct("BEX-1-E2", "2026-07-03", [], null, "the report says so", Importing.Register, Words.Known)).Events.ShouldHaveSingleItem();

        (planned.Row with { Attributes = Importing.Register.Events[1].Attributes })
            .ShouldBe(Importing.Register.Events[1] with { Date = "2026-07-03", Note = "the report says so" });
    }

    [Fact]
    public void A_withdrawal_says_why()
    {
        var planned = Plan(EventEntry.Withdraw("BEX-1-E1", "another case", Importing.Register)).Events.ShouldHaveSingleItem();

        planned.Change.Kind.ShouldBe(ChangeKind.Withdrawn);
        (planned.Row with { Attributes = Importing.Register.Events[0].Attributes })
            .ShouldBe(Importing.Register.Events[0] with { Withdrawn = true, Note = "another case" });
    }

    [Theory]
    [InlineData("BEX-1-E1", "", "column reason: '': expected why")]
    [InlineData("BEX-1-E9", "a slip", "event withdraw, column id: 'BEX-1-E9': expected the id of an event that is recorded; did you mean 'BEX-1-E1'?")]
    public void A_withdrawal_without_a_reason_or_of_an_unknown_id_is_refused(string id, string reason, string said) =>
        Plan(EventEntry.Withdraw(id, reason, Importing.Register)).Said().ShouldHaveSingleItem().ShouldContain(said);

    [Fact]
    public void A_case_is_opened_once()
    {
        Plan(CaseEntry.Open("BEX-3", "bexley", "2026-05-01", ["parallel-review=no"], Importing.Register, Words.Known)).Cases.ShouldHaveSingleItem().Row.Facts["parallel-review"].ShouldBe("no");
        Plan(CaseEntry.Open("BEX-1", "bexley", null, [], Importing.Register, Words.Known)).Said().ShouldBe(["case open, column reference: 'BEX-1': expected a reference that no case has yet"]);
    }

    [Fact]
    public void An_item_is_added_even_where_another_says_the_same()
    {
        var plan = Plan(ItemEntry.Add("action add", "BEX-1", "action", null, [], Importing.Register, Words.Known));

        plan.Items.ShouldHaveSingleItem().Change.Kind.ShouldBe(ChangeKind.New);
        Plan(ItemEntry.Add("action add", "BEX-1", "action", "A3", [], Importing.Register, Words.Known)).Said().ShouldBe(["action add, column id: 'A3': expected an id that no item has yet"]);
    }

    private static ImportPlan Plan(IncomingRegister incoming) => ImportPlan.Make(incoming, Importing.Register, Words.Known, Importing.Today);
}
