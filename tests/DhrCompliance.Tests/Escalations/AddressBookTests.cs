using System.Collections.Immutable;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Reach;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

public sealed class AddressBookTests
{
    private const string Keeper = "keeper@example.org";

    private static readonly DateOnly Today = Day("2026-07-10");
    private static readonly Concern Case = new("BEX-2026-01", ["bexley"], []);
    private static readonly Contact Lead = new("bexley", null, null, "lead", "lead@example.org");
    private static readonly Contact Team = new("bexley", null, null, "team", "team@example.org");
    private static readonly Contact OtherTeam = Team with { Partnership = "devon", Email = "team@devon.example.org" };

    [Fact]
    public void Who_holds_the_role_is_told_and_nobody_else()
    {
        var found = Of([Lead, Team]);
        found.To.ShouldBe([new Addressee("lead@example.org", "lead")]);
        found.Gaps.ShouldBeEmpty();
    }

    [Fact]
    public void Where_nobody_holds_it_the_first_of_the_paths_roles_is_told_that_somebody_holds()
    {
        var found = Of([Team]);
        found.To.ShouldBe([new Addressee("team@example.org", "team", Unreached.Vacant)]);
        found.Gaps.ShouldBe([new Gap("lead", "BEX-2026-01", "bexley", Unreached.Vacant, Waits: false)]);
        Of([]).To.ShouldBe([new Addressee(Keeper, Recipients.Operator, Unreached.Vacant)]);
    }

    [Fact]
    public void Where_nobody_at_all_can_be_told_it_waits()
    {
        var found = Of([], keeper: null);
        found.To.ShouldBeEmpty();
        found.Gaps.ShouldBe([new Gap("lead", "BEX-2026-01", "bexley", Unreached.Vacant, Waits: true)]);
        found.IsWhole.ShouldBeFalse();
        Of([Team], path: Path()).IsWhole.ShouldBeFalse();
    }

    [Fact]
    public void What_needs_approval_waits_for_an_address_and_is_told_to_nobody_else()
    {
        var found = Of([Team], isHeld: true);
        found.To.ShouldBeEmpty();
        found.Gaps.ShouldBe([new Gap("lead", "BEX-2026-01", "bexley", Unreached.Vacant, Waits: true)]);
    }

    [Fact]
    public void An_address_that_is_not_allowed_is_as_if_nobody_held_the_role_and_says_so()
    {
        var found = Of([Lead, Team], isAllowed: address => address != "lead@example.org");
        found.To.ShouldBe([new Addressee("team@example.org", "team", Unreached.NotAllowed)]);
        Of([Lead, Team], isAllowed: address => address == Keeper).To.ShouldBe([new Addressee(Keeper, Recipients.Operator, Unreached.NotAllowed)]);
        Of([Lead, Team], isAllowed: _ => false).To.ShouldBeEmpty();
    }

    [Fact]
    public void Of_two_in_a_role_one_who_can_be_written_to_is_enough() =>
        Of([Lead, Lead with { Email = "second@example.org" }, Team], isAllowed: address => address != "lead@example.org")
            .To.ShouldBe([new Addressee("second@example.org", "lead")]);

    [Fact]
    public void An_address_that_failed_is_not_tried_again()
    {
        var failed = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "LEAD@example.org");
        Of([Lead, Team], failed: failed).To.ShouldBe([new Addressee("team@example.org", "team", Unreached.Failed)]);
        Of([Lead, Team with { Email = "lead@example.org" }], failed: failed).To.ShouldBe([new Addressee(Keeper, Recipients.Operator, Unreached.Failed)]);
    }

    [Fact]
    public void Each_partnership_of_a_joint_review_is_answered_for_by_itself()
    {
        var joint = Case with { Partnerships = ["bexley", "devon"] };
        var found = Of([Lead, Team, OtherTeam], concern: joint);
        found.To.ShouldBe([new Addressee("lead@example.org", "lead"), new Addressee("team@devon.example.org", "team", Unreached.Vacant)]);
        found.Gaps.ShouldBe([new Gap("lead", "BEX-2026-01", "devon", Unreached.Vacant, Waits: false)]);
    }

    [Fact]
    public void Whom_it_is_meant_for_is_never_told_in_the_place_of_somebody_else()
    {
        var joint = Case with { Partnerships = ["devon", "bexley"] };
        Of([Lead, OtherTeam with { Email = "LEAD@example.org" }], concern: joint).To.ShouldBe([new Addressee("lead@example.org", "lead")]);
    }

    [Theory]
    [InlineData(null, "2026-07-09", "team")]
    [InlineData(null, "2026-07-10", "lead")]
    [InlineData("2026-07-11", null, "team")]
    [InlineData("2026-07-10", null, "lead")]
    public void A_contact_that_ended_yesterday_or_begins_tomorrow_does_not_count(string? from, string? until, string told) =>
        Of([Lead with { From = from is null ? null : Day(from), Until = until is null ? null : Day(until) }, Team], path: Path("team"))
            .To.ShouldHaveSingleItem().Role.ShouldBe(told);

    [Fact]
    public void Another_cases_chair_is_never_told_not_even_instead()
    {
        var chair = new Contact(null, "BEX-2026-02", null, "chair", "chair-2@example.org");
        Of([chair], path: Path("chair")).To.ShouldBeEmpty();
        Book([chair]).Of("chair", Path(), null, false, Case, Today).To.ShouldBeEmpty();
        Of([chair with { Case = Case.Reference }], path: Path("chair")).To.ShouldBe([new Addressee("chair-2@example.org", "chair", Unreached.Vacant)]);
    }

    [Fact]
    public void Owner_stands_for_the_role_whose_duty_it_is_and_a_role_is_not_its_own_substitute()
    {
        Book([Team]).Of("lead", Path(Recipients.Owner), "team", false, Case, Today).To.ShouldBe([new Addressee("team@example.org", "team", Unreached.Vacant)]);
        Book([Team]).Of("lead", Path(Recipients.Owner), null, false, Case, Today).To.ShouldBeEmpty();
        Book([Team]).Of("team", Path("team"), null, false, Case with { Partnerships = ["devon"] }, Today).To.ShouldBeEmpty();
    }

    private static Addressing Of(
        Contact[] contacts, EscalationPath? path = null, bool isHeld = false, Func<string, bool>? isAllowed = null,
        string? keeper = Keeper, Concern? concern = null, ImmutableHashSet<string>? failed = null) =>
        Book(contacts, isAllowed, keeper).Of("lead", path ?? Path("team", Recipients.Operator), null, isHeld, concern ?? Case, Today, failed);

    private static AddressBook Book(Contact[] contacts, Func<string, bool>? isAllowed = null, string? keeper = Keeper) =>
        new(new ContactBook(contacts), isAllowed ?? (_ => true), keeper);

    private static EscalationPath Path(params string[] undeliverable) => new() { Id = "p", Title = "P", Steps = [], Undeliverable = [.. undeliverable] };
}
