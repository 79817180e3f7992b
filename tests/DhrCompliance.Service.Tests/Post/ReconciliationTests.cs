using DhrCompliance.Assessments;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Ledger;
using static DhrCompliance.Service.Tests.Post.PostOffice;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Service.Tests.Post;

public sealed class ReconciliationTests
{
    [Theory]
    [InlineData("failed", "550", "waits to be sent again.")]
    [InlineData("unknown", "lost", "It may arrive twice, with the same Message-ID.")]
    [InlineData("planned", "451", "does not wait for its next attempt any longer.")]
    public void What_can_be_sent_again_waits_as_if_it_had_never_been_refused(string state, string answer, string words)
    {
        using var post = WithMails(1);
        Put(post, state, answer);

        Retry(post).ShouldSatisfyAllConditions(one => one.IsDone.ShouldBeTrue(), one => one.Words.ShouldEndWith(words));

        post.History().Latest.ShouldSatisfyAllConditions(row => row.State.ShouldBe("planned"), row => row.Answer.ShouldBeNull(), row => row.By.ShouldBe("tester"));
        Attempts.Of(post.History()).ShouldBe(default);
    }

    [Theory]
    [InlineData("planned", null, "waits to be sent already.")]
    [InlineData("held", null, "it is held until a person releases it with 'dhr outbox approve'.")]
    [InlineData("reserved", "smtp", "the next run settles it")]
    [InlineData("accepted", "250", "went out on 2026-11-20.")]
    [InlineData("discarded", "told by telephone", "was discarded on 2026-11-20 by tester")]
    public void What_makes_no_sense_is_refused_with_what_it_is(string state, string? answer, string words)
    {
        using var post = WithMails(1);
        if (answer is not null || state != "planned")
        {
            Put(post, state, answer);
        }

        var before = post.History().States.Length;

        Retry(post).ShouldSatisfyAllConditions(one => one.IsDone.ShouldBeFalse(), one => one.Words.ShouldContain(words));
        post.History().States.Length.ShouldBe(before);
    }

    [Theory]
    [InlineData("planned", null)]
    [InlineData("planned", "451")]
    [InlineData("held", null)]
    [InlineData("failed", "550")]
    [InlineData("unknown", "lost")]
    public async Task What_did_not_go_out_can_be_discarded_and_is_never_sent(string state, string? answer)
    {
        using var post = WithMails(1);
        Put(post, state, answer);

        Discard(post).IsDone.ShouldBeTrue();

        (post.History().Latest.State, post.History().Latest.Answer).ShouldBe(("discarded", "told by telephone"));
        post.Clock.Now += TimeSpan.FromDays(1);
        (await post.Drain()).ShouldBeEquivalentTo(DrainReport.Nothing);
        post.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("reserved", "the next run settles it")]
    [InlineData("accepted", "went out on 2026-11-20.")]
    [InlineData("discarded", "was discarded on 2026-11-20")]
    public void What_went_out_or_is_ended_cannot_be_discarded(string state, string words)
    {
        using var post = WithMails(1);
        Put(post, state, "x");

        Discard(post).ShouldSatisfyAllConditions(one => one.IsDone.ShouldBeFalse(), one => one.Words.ShouldContain(words));
        post.History().Latest.State.ShouldBe(state);
    }

    [Fact]
    public void A_mail_whose_ground_was_lost_while_it_was_in_doubt_is_not_sent_again()
    {
        using var post = WithMails(1);
        Put(post, "unknown", "lost");
        post.Plan(On(Day("2026-07-12"), Row(TimescaleState.Met)));

        Retry(post).ShouldSatisfyAllConditions(one => one.IsDone.ShouldBeFalse(), one => one.Words.ShouldContain("its ground no longer holds"));
    }

    private static void Put(PostOffice post, string state, string? answer)
    {
        post.State(post.All()[0].Id, "reserved", "smtp");
        if (state != "reserved")
        {
            post.State(post.All()[0].Id, state, answer);
        }
    }

    private static Reconciled Retry(PostOffice post)
    {
        Reconciled? made = null;
        TemporaryRegister.Write(post.Database, writer => made = Reconciliation.Retry(post.Database, writer, post.All()[0]));
        return made!;
    }

    private static Reconciled Discard(PostOffice post)
    {
        Reconciled? made = null;
        TemporaryRegister.Write(post.Database, writer => made = Reconciliation.Discard(post.Database, writer, post.All()[0], "told by telephone"));
        return made!;
    }
}
