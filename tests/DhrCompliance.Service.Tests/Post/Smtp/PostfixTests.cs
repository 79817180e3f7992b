using System.Globalization;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Journal;
using DhrCompliance.Tests;
using Xunit.Abstractions;
using static DhrCompliance.Service.Tests.Post.PostOffice;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>The outbox through Debian's Postfix, which queues, refuses, and bounces what it had accepted.</summary>
public sealed class PostfixTests(ITestOutputHelper output)
{
    /// <summary>What is promised holds on a machine that does nothing else; with all other tests beside it, only that it does not hang.</summary>
    private static readonly TimeSpan Promised = Properties.Full ? TimeSpan.FromSeconds(20) : TimeSpan.FromMinutes(3);

    [SkippableFact]
    public async Task What_it_accepts_arrives_and_its_answer_names_its_queue()
    {
        using var server = await Postfix.Start();
        using var post = Holding("team@example.org");

        (await Drain(post, server)).Accepted.ShouldBe(1);

        var delivery = post.All().Single();
        var mail = (await server.Mails("team", 1)).Single();
        mail.ShouldContain($"Message-ID: {delivery.MessageId}");
        mail.ShouldContain($"Subject: {delivery.Subject}"[..60]);
        var queue = delivery.Answer!.Split(' ')[^1];
        delivery.Answer.ShouldContain("250 2.0.0 Ok: queued as");
        server.Log.ShouldContain($"{queue}: message-id={delivery.MessageId}");
    }

    [SkippableFact]
    public async Task Whom_it_does_not_know_fails_for_good_and_the_others_arrive()
    {
        using var server = await Postfix.Start();
        using var post = Holding("gone@example.org", "team@example.org");

        var report = await Drain(post, server);

        report.Accepted.ShouldBe(1);
        report.Failed.ShouldHaveSingleItem().Answer.ShouldStartWith("550 5.1.1 <gone@example.org>: Recipient address rejected: User unknown");
        await server.Mails("team", 1);
    }

    [SkippableFact]
    public async Task Whom_it_puts_off_is_tried_again_and_arrives()
    {
        using var server = await Postfix.Start();
        server.RefuseFromNow("team@example.org 451 4.7.1 Greylisted, come back\n");
        using var post = Holding("team@example.org");

        var deferred = (await Drain(post, server)).Deferred.ShouldHaveSingleItem();
        deferred.Answer.ShouldStartWith("451 4.7.1 <team@example.org>: Recipient address rejected: Greylisted, come back");
        server.RefuseFromNow("");
        post.Clock.Now = deferred.NextAttempt!.Value.AddSeconds(1);

        (await Drain(post, server)).Accepted.ShouldBe(1);
        (await server.Mails("team", 1)).Count.ShouldBe(1);
    }

    [SkippableFact]
    public async Task What_it_accepted_and_cannot_deliver_comes_back_to_the_address_for_that_and_stays_accepted()
    {
        using var onward = new ScriptedServer(at => at.Verb == "RCPT" ? Reaction.Say("550 5.1.1 The mailbox is closed") : null);
        using var server = await Postfix.Start(onward.Port);
        using var post = Holding("later@example.net");

        (await Drain(post, server, "bounces@example.org")).Accepted.ShouldBe(1);

        var bounce = (await server.Mails("bounces", 1)).Single();
        bounce.ShouldContain("550 5.1.1 The mailbox is closed");
        bounce.ShouldContain($"Message-ID: {post.All().Single().MessageId}");
        post.All().Single().State.ShouldBe(DeliveryState.Accepted);
    }

    [SkippableFact]
    public async Task What_it_cannot_pass_on_for_now_waits_in_its_queue_and_is_accepted_here()
    {
        using var onward = new ScriptedServer(at => at.Verb == "RCPT" ? Reaction.Say("450 4.2.1 Busy") : null);
        using var server = await Postfix.Start(onward.Port);
        using var post = Holding("later@example.net");

        (await Drain(post, server)).Accepted.ShouldBe(1);

        for (var i = 0; i < 100 && !server.Queue().Contains("450 4.2.1 Busy", StringComparison.Ordinal); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), RunningClock.Instance);
        }

        server.Queue().ShouldContain("450 4.2.1 Busy");
        server.Queue().ShouldContain("later@example.net");
    }

    [SkippableFact]
    public async Task A_thousand_mails_are_accepted_in_less_than_20_seconds_over_no_more_connections_than_are_configured()
    {
        using var server = await Postfix.Start();
        using var post = new PostOffice([.. Enumerable.Range(0, 1000).Select(n => Holds("team", FormattableString.Invariant($"member+{n:000}@example.org")))]);
        PlanLate(post);
        var began = RunningClock.Instance.GetTimestamp();

        (await Drain(post, server, connections: 2)).Accepted.ShouldBe(1000);

        var took = RunningClock.Instance.GetElapsedTime(began);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"1,000 mails to Postfix over two connections in {took.TotalSeconds:0.0} s"));
        took.ShouldBeLessThan(Promised);

        // One to ask, two to send.
        server.Log.Split(": connect from").Length.ShouldBeLessThanOrEqualTo(4);
    }

    private static void PlanLate(PostOffice post)
    {
        var late = DhrCompliance.Tests.Escalations.Ground.Day("2026-07-11");
        post.Plan(DhrCompliance.Tests.Escalations.Ground.On(late, DhrCompliance.Tests.Escalations.Ground.Row(late, late.AddDays(-1))));
    }

    private static PostOffice Holding(params string[] addresses)
    {
        var post = new PostOffice([.. addresses.Select(address => Holds("team", address))]);
        PlanLate(post);
        return post;
    }

    private static async Task<DrainReport> Drain(PostOffice post, Postfix server, string? bounces = null, int connections = 1)
    {
        using var transport = Smtp.Plain(server.Port, connections: connections, bounces: bounces);
        return await new Drain(post.Database, transport, new DrainLimits(), post.Clock) { Journal = new JournalPlace($"{post.Folder}.journal") }.Run(PostOffice.Act);
    }
}
