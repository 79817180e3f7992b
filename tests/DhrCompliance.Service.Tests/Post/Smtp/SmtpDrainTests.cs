using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Ledger;
using static DhrCompliance.Service.Tests.Post.PostOffice;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>The outbox through a mail server, whatever that one does.</summary>
public sealed class SmtpDrainTests
{
    [Fact]
    public async Task A_mail_that_is_greylisted_is_accepted_at_its_next_attempt_under_the_same_name()
    {
        using var server = new ScriptedServer(at => at is { Verb: "RCPT", Times: 0 } ? Reaction.Say("451 4.7.1 Greylisted, come back") : null);
        using var post = WithMails(1);

        var deferred = (await Drain(post, server)).Deferred.ShouldHaveSingleItem();
        deferred.Answer.ShouldContain("451");
        deferred.Answer.ShouldContain("4.7.1 Greylisted, come back");
        (await Drain(post, server)).ShouldBeEquivalentTo(DrainReport.Nothing);
        post.Clock.Now = deferred.NextAttempt!.Value.AddMilliseconds(1);
        (await Drain(post, server)).Accepted.ShouldBe(1);

        server.Accepted.ShouldHaveSingleItem().MessageId.ShouldBe(post.All()[0].MessageId);
        post.History().States.Select(row => row.State).ShouldBe(["planned", "reserved", "planned", "reserved", "accepted"]);
    }

    [Fact]
    public async Task One_address_that_is_refused_for_good_stops_no_other()
    {
        using var server = new ScriptedServer(at => at.Verb == "RCPT" && at.Line.Contains("member001", StringComparison.Ordinal) ? Reaction.Say("550 5.1.1 No such user") : null);
        using var post = WithMails(4);

        var report = await Drain(post, server);

        report.Accepted.ShouldBe(3);
        report.Failed.ShouldHaveSingleItem().Answer.ShouldContain("5.1.1 No such user");
        (await Drain(post, server)).ShouldBeEquivalentTo(DrainReport.Nothing);
    }

    [Fact]
    public async Task What_may_have_arrived_is_unknown_and_sent_again_only_when_a_person_says_so()
    {
        using var server = new ScriptedServer(at => at is { Verb: "DOT", Times: 0 } ? Reaction.KeepAndDrop : null);
        using var post = WithMails(2);

        var report = await Drain(post, server);
        (report.Accepted, report.Unknown.Length).ShouldBe((1, 1));
        post.Clock.Now += TimeSpan.FromDays(30);
        (await Drain(post, server)).ShouldBeEquivalentTo(DrainReport.Nothing);
        server.Accepted.Count.ShouldBe(2);

        TemporaryRegister.Write(post.Database, writer => Reconciliation.Retry(post.Database, writer, post.All()[0]).Words.ShouldContain("It may arrive twice"));
        (await Drain(post, server)).Accepted.ShouldBe(1);
        server.Accepted.Count(mail => mail.MessageId == post.All()[0].MessageId).ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_is_down_is_told_once_and_counted_against_no_mail()
    {
        using var server = new ScriptedServer();
        using var post = WithMails(3);
        var port = server.Port;
        server.GoDown();

        var error = await Should.ThrowAsync<PostException>(() => Drain(post, port));

        error.Message.ShouldContain("127.0.0.1");
        post.All().ShouldAllBe(delivery => delivery.State == "planned" && delivery.Answer == null);
        server.ComeUp();
        (await Drain(post, server)).Accepted.ShouldBe(3);
    }

    [Fact]
    public async Task A_server_that_goes_down_in_the_middle_stops_the_drain_and_the_mail_before_it_waits_uncounted()
    {
        ScriptedServer? down = null;
        using var server = new ScriptedServer(at =>
        {
            if (at is not { Verb: "RCPT", Times: 2 })
            {
                return null;
            }

            down!.GoDown();
            return Reaction.Drop;
        });
        down = server;
        using var post = WithMails(5);

        var error = await Should.ThrowAsync<PostException>(() => Drain(post, server));

        error.Before.ShouldBeEquivalentTo(new DrainReport { Accepted = 2 });
        post.All().Select(delivery => delivery.State).ShouldBe(["accepted", "accepted", "planned", "planned", "planned"]);
        post.Database.HistoriesIn("planned").ShouldAllBe(delivery => Attempts.Of(delivery).Count == 0);
        server.ComeUp();
        (await Drain(post, server)).Accepted.ShouldBe(3);
        server.Accepted.Select(mail => mail.MessageId).ShouldBe(post.All().Select(delivery => delivery.MessageId));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(10)]
    public async Task No_more_mails_are_reserved_than_there_are_connections(int connections)
    {
        using var post = WithMails(30);
        using var beside = post.Beside();
        var reserved = new List<int>();
        using var server = new ScriptedServer(at =>
        {
            if (at.Verb == "DOT")
            {
                lock (reserved)
                {
                    reserved.Add(beside.HistoriesIn("reserved").Count);
                }
            }

            return null;
        });

        (await Drain(post, server.Port, connections, default)).Accepted.ShouldBe(30);

        reserved.Count.ShouldBe(30);
        reserved.ShouldAllBe(count => count >= 1 && count <= connections);

        // One to ask whether mails can leave, the others to send them all.
        server.Connections.ShouldBeInRange(2, connections + 1);
    }

    [Fact]
    public async Task Asked_to_stop_while_a_server_does_not_answer_it_ends_soon_and_says_what_is_in_doubt()
    {
        using var stop = new CancellationTokenSource();
        using var server = new ScriptedServer(at =>
        {
            if (at is not { Verb: "DOT", Times: 1 })
            {
                return null;
            }

            stop.Cancel();
            return Reaction.KeepAndHang;
        });
        using var post = WithMails(4);

        var report = await Drain(post, server, stop.Token).WaitAsync(TimeSpan.FromSeconds(30), RunningClock.Instance);

        (report.Accepted, report.Unknown.Length).ShouldBe((1, 1));
        post.All().Select(delivery => delivery.State).ShouldBe(["accepted", "unknown", "planned", "planned"]);
    }

    [Fact]
    public async Task Asked_to_stop_while_a_server_does_not_greet_it_ends_at_once_and_everything_waits()
    {
        using var stop = new CancellationTokenSource();
        using var server = new ScriptedServer(at =>
        {
            stop.CancelAfter(TimeSpan.Zero);
            return Reaction.Hang;
        });
        using var post = WithMails(2);

        (await Drain(post, server, stop.Token).WaitAsync(TimeSpan.FromSeconds(20), RunningClock.Instance)).ShouldBeEquivalentTo(DrainReport.Nothing);

        post.All().ShouldAllBe(delivery => delivery.State == "planned");
    }

    private static Task<DrainReport> Drain(PostOffice post, ScriptedServer server, CancellationToken stop = default) => Drain(post, server.Port, 1, stop);

    private static Task<DrainReport> Drain(PostOffice post, int port) => Drain(post, port, 1, default);

    private static async Task<DrainReport> Drain(PostOffice post, int port, int connections, CancellationToken stop)
    {
        using var transport = Smtp.Plain(port, connections: connections);
        return await new Drain(post.Database, transport, new DrainLimits(), post.Clock).Run(PostOffice.Act, stop);
    }
}
