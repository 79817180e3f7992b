using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Ledger;
using static DhrCompliance.Service.Tests.Post.PostOffice;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Service.Tests.Post;

public sealed class OutboxTests
{
    private static readonly DateOnly Due = Day("2026-07-10");
    private static readonly DateOnly Late = Due.AddDays(1);
    private static readonly Assessment Overdue = On(Late, Row(Late, Due));

    [Fact]
    public void Each_person_gets_one_mail_for_a_notice_and_running_again_writes_nothing()
    {
        using var post = new PostOffice(
            Holds("team", "team@example.org"), Holds("team", "deputy@example.org"), Holds("author", "author@example.org"), Holds("chair", "chair@example.org"));

        var first = post.Plan(Overdue);
        var second = post.Plan(Overdue);

        first.Notices.Length.ShouldBe(3);
        first.Deliveries.Select(delivery => delivery.Address).ShouldBe(["author@example.org", "chair@example.org", "deputy@example.org", "team@example.org"]);
        second.Notices.ShouldBeEmpty();
        second.Deliveries.ShouldBeEmpty();
        post.All().Count.ShouldBe(4);
    }

    [Fact]
    public async Task Somebody_who_holds_two_roles_gets_one_mail_that_says_so()
    {
        using var post = new PostOffice(Holds("team", "one@example.org"), Holds("author", "ONE@example.org"), Holds("chair", "chair@example.org"));

        var both = post.Plan(Overdue).Deliveries.Single(delivery => delivery.Notices.Length == 2);

        both.Text.ShouldContain("Sent to you as: The community safety team and the chair of the review");
        (await post.Drain()).Accepted.ShouldBe(2);
        post.Plan(Overdue).Notices.ShouldBeEmpty();
    }

    [Fact]
    public void A_delivery_is_named_by_what_it_is_about_and_to_whom()
    {
        using var post = new PostOffice(Holds("team", "team@example.org"));
        using var again = new PostOffice(Holds("team", "Team@Example.org"));

        var (one, other) = (post.Plan(Overdue).Deliveries.Single(), again.Plan(Overdue).Deliveries.Single());

        one.Id.ShouldBe(other.Id);
        one.MessageId.ShouldBe($"<{one.Id}@example.org>");
        DeliveryIds.Of(["a", "b"], "x@example.org").ShouldBe(DeliveryIds.Of(["b", "a"], "x@example.org"));
        DeliveryIds.Of(["a", "b"], "x@example.org").ShouldNotBe(DeliveryIds.Of(["a"], "x@example.org"));
        DeliveryIds.Of(["a", "b"], "x@example.org").ShouldNotBe(DeliveryIds.Of(["a", "b"], "y@example.org"));
    }

    [Fact]
    public async Task A_role_that_nobody_holds_is_named_every_time_and_told_once_somebody_does()
    {
        using var post = new PostOffice(Holds("team", "team@example.org"), Holds("author", "author@example.org"));

        post.Plan(Overdue).Vacancies.ShouldBe([new Vacancy("chair", "BEX-2026-01", "bexley")]);
        post.Plan(Overdue).Vacancies.ShouldBe([new Vacancy("chair", "BEX-2026-01", "bexley")]);
        Outbox.WithoutAddress(post.Database).ShouldHaveSingleItem().Role.ShouldBe("chair");

        post.Append(Holds("chair", "chair@example.org"));
        var entries = post.Plan(Overdue);
        entries.Notices.ShouldBeEmpty();
        entries.Deliveries.ShouldHaveSingleItem().Address.ShouldBe("chair@example.org");
        Outbox.WithoutAddress(post.Database).ShouldBeEmpty();
        (await post.Drain()).Accepted.ShouldBe(3);
        post.Plan(Overdue).Deliveries.ShouldBeEmpty();
    }

    [Fact]
    public void A_joint_review_tells_the_same_role_of_both_partnerships_but_not_of_one_that_only_contributes()
    {
        using var post = new PostOffice(Holds("team", "bexley@example.org"), Holds("team", "devon@example.org", "devon"));

        post.File = post.File with { OtherPartnerships = [new CasePartnership("devon", "joint")] };
        post.Plan(Overdue).Deliveries.Select(delivery => delivery.Address).ShouldBe(["bexley@example.org", "devon@example.org"]);

        using var other = new PostOffice(Holds("team", "bexley@example.org"), Holds("team", "devon@example.org", "devon"));
        other.File = other.File with { OtherPartnerships = [new CasePartnership("devon", "contributing")] };
        other.Plan(Overdue).Deliveries.Select(delivery => delivery.Address).ShouldBe(["bexley@example.org"]);
    }

    [Fact]
    public void What_an_agency_owes_is_told_to_that_agencys_people()
    {
        using var post = new PostOffice(
            Holds("team", "police@example.org", null) with { Agency = "police" }, Holds("team", "health@example.org", null) with { Agency = "health" });
        var facts = ImmutableDictionary<string, string>.Empty.Add("agency", "Police");
        post.File = post.File with { Items = [new CaseItem { Id = "A1", Kind = "part", Facts = facts }] };

        post.Plan(On(Late, Row(Late, Due) with { Item = "A1", Instance = "A1" })).Deliveries
            .ShouldHaveSingleItem().Address.ShouldBe("police@example.org");
    }

    [Fact]
    public async Task A_step_that_needs_approval_stays_held_and_its_lower_steps_are_recorded()
    {
        using var post = new PostOffice(Holds("ministry", "ministry@example.org", null), Holds("team", "team@example.org"));
        var day = Due.AddDays(90);

        post.Plan(On(day, Row(day, Due)));
        (await post.Drain()).Accepted.ShouldBe(1);

        post.All().Select(delivery => (delivery.Address, delivery.State)).ShouldBe([("team@example.org", "accepted"), ("ministry@example.org", "held")]);
        post.Database.PlannedNotices()["BEX-2026-01"].Count(notice => notice.Kind == "passed-over-overdue").ShouldBe(2);
        Outbox.WithoutAddress(post.Database).Select(notice => notice.Role).ShouldBe(["author", "chair"], ignoreOrder: true);
    }

    [Fact]
    public void A_step_that_was_passed_over_stands_as_long_as_what_it_would_have_told()
    {
        using var post = new PostOffice(Holds("team", "team@example.org"), Holds("author", "author@example.org"));
        var asked = Row(TimescaleState.Outstanding) with { AskedFor = DateInterval.On(Due) };

        post.Plan(On(Due.AddDays(90), asked)).Notices.ShouldContain(notice => notice.Kind == "passed-over-outstanding");

        var again = post.Plan(On(Due.AddDays(91), asked));
        again.Withdrawn.ShouldBeEmpty();
        again.Notices.ShouldBeEmpty();
        post.Plan(On(Due.AddDays(92), Row(TimescaleState.Met))).Withdrawn.ShouldContain(key => key.Contains("|overdue|", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_that_the_first_versions_recorded_as_passed_over_waits_for_no_address_and_is_not_told()
    {
        var late = On(Due.AddDays(90), Row(Due.AddDays(90), Due));
        using var now = new PostOffice(Holds("team", "team@example.org"), Holds("author", "author@example.org"));
        var passed = now.Plan(late).Notices.Where(notice => SentReading.IsPassedOver(notice.Kind)).ToList();
        passed.ShouldNotBeEmpty();

        using var former = new PostOffice(Holds("team", "team@example.org"), Holds("author", "author@example.org"));
        TemporaryRegister.Write(former.Database, writer => passed.ForEach(notice => writer.AppendNotice(notice with { Kind = "passed-over", Delivery = null })));

        Outbox.WithoutAddress(former.Database).ShouldBeEmpty();
        former.Plan(late).Deliveries.SelectMany(delivery => delivery.Notices).Intersect(passed.Select(notice => notice.Key)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Mail_that_has_not_gone_out_is_discarded_when_its_ground_is_gone_and_those_who_were_told_hear_of_it()
    {
        using var post = new PostOffice(Holds("ministry", "ministry@example.org", null), Holds("team", "team@example.org"));
        var day = Due.AddDays(90);
        post.Plan(On(day, Row(day, Due)));
        await post.Drain();

        var entries = post.Plan(On(day.AddDays(1), Row(TimescaleState.Met)));

        entries.Deliveries.ShouldHaveSingleItem().Subject.ShouldBe("[DHR BEX-2026-01] No longer overdue: complete the overview report");
        post.All().Single(delivery => delivery.Address == "ministry@example.org").State.ShouldBe("discarded");
        post.Plan(On(day.AddDays(2), Row(TimescaleState.Met))).Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_an_extension_the_new_lateness_is_a_new_notice()
    {
        using var post = new PostOffice(Holds("team", "team@example.org"));
        post.Plan(Overdue);
        await post.Drain();
        var (agreed, extended) = (Late.AddDays(5), Due.AddDays(60));
        post.Plan(On(agreed, Row(agreed, extended)));
        await post.Drain();

        var again = post.Plan(On(extended.AddDays(1), Row(extended.AddDays(1), extended)));

        again.Notices.Select(notice => notice.Key).ShouldContain("BEX-2026-01|report|once|overdue|0|team|1");
        again.Deliveries.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_outbox_is_listed_on_lines_and_shown_in_full()
    {
        using var post = new PostOffice(Holds("team", "team@example.org"));
        post.Plan(Overdue);
        await post.Drain();

        var line = OutboxLine.Of(post.All(), post.Database).ShouldHaveSingleItem();
        (line.State, line.About, line.Address, line.PlannedOn).ShouldBe(("accepted", "BEX-2026-01", "team@example.org", Late));
        var shown = OutboxLine.Show(post.All()[0], post.History());
        shown.ShouldContain("Notice:     BEX-2026-01|report|once|overdue|0|team|0");
        shown.ShouldContain("History:    2026-11-20 09:30 UTC  planned by tester\nHistory:    2026-11-20 09:30 UTC  reserved by tester: pickup\nHistory:    2026-11-20 09:30 UTC  accepted by tester: written to ");
    }
}
