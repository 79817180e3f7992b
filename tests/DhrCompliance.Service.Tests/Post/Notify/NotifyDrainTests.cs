using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Journal;
using DhrCompliance.Service.Post.Notify;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Service.Tests.Post.Smtp;
using static DhrCompliance.Service.Tests.Post.PostOffice;

namespace DhrCompliance.Service.Tests.Post.Notify;

/// <summary>The outbox through GOV.UK Notify: nothing is sent twice, and what becomes of a mail is recorded.</summary>
public sealed class NotifyDrainTests
{
    private const string Sending = "POST v2/notifications/email";

    [Fact]
    public async Task What_arrived_and_what_came_back_is_recorded_once_and_then_not_asked_again()
    {
        await using var server = await NotifyServer.Start();
        using var post = WithMails(4);
        (await Drain(post, server)).Accepted.ShouldBe(4);
        var ids = post.All().Select(delivery => delivery.Id).ToList();
        server.Becomes(ids[0], "delivered");
        server.Becomes(ids[1], "permanent-failure");
        server.Becomes(ids[2], "temporary-failure");

        var report = await Drain(post, server);

        report.Failed.Select(mail => mail.Id).ShouldBe([ids[1], ids[2]], ignoreOrder: true);
        report.Failed.ShouldContain(mail => mail.Answer.StartsWith("permanent-failure", StringComparison.Ordinal));
        post.History(ids[0]).States.Select(state => state.State).ShouldBe(["planned", "reserved", "accepted", "accepted"]);
        post.History(ids[0]).Latest.Answer!.ShouldStartWith("delivered, by GOV.UK Notify");
        post.History(ids[1]).Latest.State.ShouldBe("failed");
        post.History(ids[3]).States.Length.ShouldBe(3);

        server.Becomes(ids[3], "delivered");
        await Drain(post, server);
        var asked = server.Asked.Count;
        (await Drain(post, server)).ShouldBeEquivalentTo(DrainReport.Nothing);
        server.Asked.Count.ShouldBe(asked);
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(8, false)]
    public async Task It_is_asked_for_seven_days(int days, bool isAsked)
    {
        await using var server = await NotifyServer.Start();
        using var post = WithMails(1);
        await Drain(post, server);
        server.Becomes(post.All()[0].Id, "permanent-failure");
        post.Clock.Now += TimeSpan.FromDays(days);

        (await Drain(post, server)).Failed.Length.ShouldBe(isAsked ? 1 : 0);
    }

    [Fact]
    public async Task What_came_back_goes_again_when_a_person_says_so()
    {
        await using var server = await NotifyServer.Start();
        using var post = WithMails(1);
        await Drain(post, server);
        server.Becomes(post.All()[0].Id, "permanent-failure");
        await Drain(post, server);

        TemporaryRegister.Write(post.Database, writer => Reconciliation.Retry(post.Database, writer, post.All()[0]).IsDone.ShouldBeTrue());

        (await Drain(post, server)).ShouldSatisfyAllConditions(report => report.Accepted.ShouldBe(1), report => report.ToldBefore.ShouldBe(0));
        server.Taken.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_not_answered_for_is_asked_about_and_goes_out_once(bool takes)
    {
        await using var server = await NotifyServer.Start();
        server.Reacts = what => what == Sending ? new NotifyReaction { Cuts = true, Takes = takes } : null;
        using var post = WithMails(1);
        (await Drain(post, server)).Unknown.Length.ShouldBe(1);
        server.Reacts = _ => null;

        // It may stand in the record only after a while.
        await Drain(post, server);
        post.History().Latest.State.ShouldBe(takes ? "accepted" : "unknown");
        post.Clock.Now += TimeSpan.FromMinutes(5);
        await Drain(post, server);

        server.Taken.ShouldHaveSingleItem().Reference.ShouldBe(post.All()[0].Id);
        post.History().Latest.State.ShouldBe("accepted");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_crash_left_on_its_way_is_asked_about_and_goes_out_once(bool wasTaken)
    {
        await using var server = await NotifyServer.Start();
        using var post = WithMails(2);
        var mail = post.All()[0];
        if (wasTaken)
        {
            using var other = To(server);
            await other.Send(mail, post.Clock.Now, CancellationToken.None);
        }

        post.State(mail.Id, "reserved", "notify");
        (await Drain(post, server)).Accepted.ShouldBe(1);
        post.History(mail.Id).Latest.State.ShouldBe(wasTaken ? "accepted" : "reserved");
        post.Clock.Now += TimeSpan.FromMinutes(5);
        await Drain(post, server);

        post.History(mail.Id).Latest.State.ShouldBe("accepted");
        server.Taken.Select(taken => taken.Reference).ShouldBe(post.All().Select(delivery => delivery.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task A_limit_stops_the_drain_counts_against_no_mail_and_says_when_it_is_over()
    {
        await using var server = await NotifyServer.Start();
        var left = 2;
        server.Reacts = what => what == Sending && left-- <= 0 ? new NotifyReaction(429, "TooManyRequestsError", "Exceeded send limits (2) for today") : null;
        using var post = WithMails(5);

        var error = await Should.ThrowAsync<PostException>(() => Drain(post, server));

        error.Before.Accepted.ShouldBe(2);
        error.NotBefore.ShouldNotBeNull();
        post.Database.HistoriesIn("planned").Count.ShouldBe(3);
        post.Database.HistoriesIn("planned").ShouldAllBe(delivery => Attempts.Of(delivery).Count == 0);
    }

    [Fact]
    public async Task A_register_that_was_restored_tells_nobody_again_even_if_the_service_has_forgotten()
    {
        await using var server = await NotifyServer.Start();
        using var post = WithMails(3);
        var restored = $"{post.Database.Path}.restored";
        File.Copy(post.Database.Path, restored);
        File.Copy($"{post.Database.Path}-wal", $"{restored}-wal");
        await Drain(post, server);
        server.Forget();
        using var database = LedgerDatabase.Open(restored, OpenMode.Write, post.Clock);
        using var transport = To(server);

        var report = await new Drain(database, transport, new DrainLimits(), post.Clock) { Journal = JournalOf(post) }.Run(PostOffice.Act);

        report.ToldBefore.ShouldBe(3);
        server.Taken.ShouldBeEmpty();
    }

    private static JournalPlace JournalOf(PostOffice post) => new($"{post.Folder}.journal");

    private static NotifyTransport To(NotifyServer server) => new(
        new PostSettings { Transport = PostSettings.NotifyService, Connections = 1, Notify = new NotifySettings { ApiKey = NotifyServer.Key, Template = NotifyServer.Template, BaseAddress = server.Address } },
        RunningClock.Instance);

    private static async Task<DrainReport> Drain(PostOffice post, NotifyServer server)
    {
        using var transport = To(server);
        return await new Drain(post.Database, transport, new DrainLimits(), post.Clock) { Journal = JournalOf(post) }.Run(PostOffice.Act);
    }
}
