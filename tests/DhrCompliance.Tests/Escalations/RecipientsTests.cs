using DhrCompliance.Escalations;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

public sealed class RecipientsTests
{
    private static readonly DateOnly Today = Day("2026-07-10");
    private static readonly Concern Case = new("BEX-2026-01", ["bexley"], ["police"]);

    private static readonly Contact Everywhere = new(null, null, null, "team", "everywhere@example.org");
    private static readonly Contact Partnership = new("bexley", null, null, "team", "bexley@example.org");
    private static readonly Contact Agency = new(null, null, "police", "team", "police@example.org");
    private static readonly Contact OwnCase = new(null, "BEX-2026-01", null, "team", "case@example.org");

    private static Recipients Of(params Contact[] contacts) => Recipients.Of("team", Case, new ContactBook(contacts), Today);

    [Fact]
    public void The_most_specific_row_wins_case_before_agency_before_partnership_before_everywhere()
    {
        Of(Everywhere).Addresses.ShouldBe(["everywhere@example.org"]);
        Of(Everywhere, Partnership).Addresses.ShouldBe(["bexley@example.org"]);
        Of(Everywhere, Partnership, Agency).Addresses.ShouldBe(["police@example.org"]);
        Of(OwnCase, Everywhere, Partnership, Agency).Addresses.ShouldBe(["case@example.org"]);
        Of(OwnCase, OwnCase with { Agency = "police", Email = "both@example.org" }).Addresses.ShouldBe(["both@example.org"]);
    }

    [Fact]
    public void Another_case_another_agency_another_partnership_and_another_role_are_never_told()
    {
        var strangers = Of(
            OwnCase with { Case = "BEX-2026-02" }, Agency with { Agency = "health" },
            Partnership with { Partnership = "devon" }, Everywhere with { Role = "chair" });

        strangers.Addresses.ShouldBeEmpty();
        strangers.Vacancies.ShouldBe([new Vacancy("team", "BEX-2026-01", "bexley")]);
    }

    [Theory]
    [InlineData("2026-07-10", null, true)]
    [InlineData("2026-07-11", null, false)]
    [InlineData(null, "2026-07-10", true)]
    [InlineData(null, "2026-07-09", false)]
    public void A_contact_counts_from_its_first_day_through_its_last(string? from, string? until, bool counts) =>
        Of(Partnership with { From = from is null ? null : Day(from), Until = until is null ? null : Day(until) })
            .Addresses.IsEmpty.ShouldBe(!counts);

    [Fact]
    public void A_row_whose_time_is_over_gives_way_to_a_less_specific_one() =>
        Of(OwnCase with { Until = Day("2026-07-09") }, Partnership).Addresses.ShouldBe(["bexley@example.org"]);

    [Fact]
    public void Several_people_in_a_role_are_all_told_and_one_address_only_once() =>
        Of(Partnership, Partnership with { Email = "second@example.org" }, Partnership with { Email = "BEXLEY@example.org" })
            .Addresses.ShouldBe(["bexley@example.org", "second@example.org"]);

    [Fact]
    public void A_joint_review_tells_both_partnerships_and_names_the_one_where_nobody_holds_the_role()
    {
        var joint = Case with { Partnerships = ["bexley", "devon"] };

        Recipients.Of("team", joint, new ContactBook([Partnership, Partnership with { Partnership = "devon", Email = "devon@example.org" }]), Today)
            .Addresses.ShouldBe(["bexley@example.org", "devon@example.org"]);
        var half = Recipients.Of("team", joint, new ContactBook([Partnership]), Today);
        half.Addresses.ShouldBe(["bexley@example.org"]);
        half.Vacancies.ShouldBe([new Vacancy("team", "BEX-2026-01", "devon")]);
    }
}
