using DhrCompliance.Assessments;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Service.Tests.Post.Smtp;
using static DhrCompliance.Service.Tests.Post.PostOffice;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Service.Tests.Post;

/// <summary>Attempts, limits, other processes and ends in the middle.</summary>
public sealed class DrainingTests
{
    private static readonly DateOnly Due = Day("2026-07-10");
    private static readonly DateOnly Late = Due.AddDays(1);

    [Fact]
    public async Task A_mail_that_is_refused_for_now_is_tried_again_from_its_moment_on_until_the_limit()
    {
        using var post = WithMails(1);
        var id = Block(post);
        var limits = new DrainLimits(Attempts: 3);

        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var next = (await post.Drain(limits: limits)).Deferred.ShouldHaveSingleItem().NextAttempt!.Value;
            next.ShouldBe(post.Clock.Now + Attempts.Pause(id, attempt));

            // What is stored counts milliseconds.
            post.Clock.Now = next.AddMilliseconds(-2);
            (await post.Drain(limits: limits)).ShouldBeEquivalentTo(DrainReport.Nothing);
            post.Clock.Now = next.AddMilliseconds(1);
        }

        var last = await post.Drain(limits: limits);
        last.Deferred.ShouldBeEmpty();
        last.Failed.ShouldHaveSingleItem().Answer.ShouldEndWith("(given up after attempt 3)");
        post.Clock.Now += TimeSpan.FromDays(30);
        (await post.Drain(limits: limits)).ShouldBeEquivalentTo(DrainReport.Nothing);
        post.History().States.Select(row => row.State).ShouldBe(["planned", "reserved", "planned", "reserved", "planned", "reserved", "failed"]);
    }

    [Fact]
    public async Task A_mail_that_another_holds_up_is_alone_in_waiting()
    {
        using var post = WithMails(3);
        Block(post);
        var report = await post.Drain();
        (report.Accepted, report.Deferred.Length).ShouldBe((2, 1));
        report.IsClean.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_one_process_drains_and_the_other_says_who_does()
    {
        using var post = WithMails(2);
        var other = post.Beside();
        using (other.TryClaim(LedgerClaim.Post).ShouldNotBeNull())
        {
            var report = await post.Drain();
            report.Accepted.ShouldBe(0);
            report.LeftTo.ShouldNotBeNull().ShouldContain($"process {Environment.ProcessId} on ");
            post.Mails.ShouldBeEmpty();
            post.All().ShouldAllBe(delivery => delivery.State == "planned");
        }

        (await post.Drain()).Accepted.ShouldBe(2);
    }

    [Fact]
    public async Task Two_drains_at_once_send_each_mail_once()
    {
        using var post = WithMails(900);
        var beside = new Drain(post.Beside(), new PickupFolder(post.Folder, Deliveries.From), new DrainLimits(), post.Clock);

        var both = await Task.WhenAll(Task.Run(() => post.Drain()), Task.Run(() => beside.Run(PostOffice.Act)));

        both.Sum(report => report.Accepted).ShouldBe(900);
        var reserved = post.Database.HistoriesIn("accepted").Select(delivery => delivery.States.Count(row => row.State == "reserved"));
        reserved.ShouldAllBe(times => times == 1);
    }

    [Fact]
    public async Task What_a_process_left_in_doubt_is_unknown_and_not_sent_where_the_transport_may_have_sent_it()
    {
        using var post = WithMails(3);
        post.State(post.All()[0].Id, "reserved", "smtp");

        var report = await post.Drain();

        report.Accepted.ShouldBe(2);
        report.Unknown.ShouldHaveSingleItem().Id.ShouldBe(post.All()[0].Id);
        post.All()[0].State.ShouldBe("unknown");
        (await post.Drain()).ShouldBeEquivalentTo(DrainReport.Nothing);
        post.Mails.Count().ShouldBe(2);
    }

    [Fact]
    public async Task What_a_process_left_behind_that_ended_before_it_recorded_is_written_over_itself()
    {
        using var post = WithMails(2);
        var id = post.All()[0].Id;
        using (var folder = new PickupFolder(post.Folder, Deliveries.From))
        {
            await folder.Open(CancellationToken.None);
            post.State(id, "reserved", "pickup");
            (await folder.Send(post.All()[0], post.Clock.Now, default)).Outcome.ShouldBe(HandoverOutcome.Accepted);
        }

        (await post.Drain()).ShouldBeEquivalentTo(new DrainReport { Accepted = 2 });

        post.Mails.Count().ShouldBe(2);
        post.History(id).States.Select(row => row.State).ShouldBe(["planned", "reserved", "planned", "reserved", "accepted"]);
    }

    [Theory]
    [InlineData("smtp", "unknown")]
    [InlineData("pickup", "discarded")]
    public async Task A_mail_on_its_way_whose_ground_a_sweep_finds_lost_stays_in_doubt_and_is_not_sent_again(string through, string state)
    {
        using var post = new PostOffice(Holds("team", "team@example.org"), Holds("author", "author@example.org"), Holds("chair", "chair@example.org"));
        post.Plan(On(Late, Row(Late, Due)));
        var id = post.All()[0].Id;
        post.State(id, "reserved", through);

        post.Plan(On(Late, Row(TimescaleState.Met)));

        post.History(id).Latest.State.ShouldBe("reserved");
        (await post.Drain()).Accepted.ShouldBe(0);
        post.History(id).Latest.State.ShouldBe(state);
        post.All().Count(delivery => delivery.State == "discarded").ShouldBe(state == "unknown" ? 2 : 3);
        post.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_whose_ground_was_lost_before_its_turn_does_not_go_out()
    {
        using var post = WithMails(900);
        var last = post.All()[^1].Id;

        // While the first batch is on its way, a sweep beside it discards a mail of the last one.
        var beside = post.Beside();
        var clock = new HookedClock(post.Clock, batch =>
        {
            if (batch == 1)
            {
                TemporaryRegister.Write(beside, writer => writer.AppendDeliveryState(last, "discarded", "Its ground no longer holds."));
            }
        });

        (await post.Drain(clock: clock)).Accepted.ShouldBe(899);

        post.History(last).States.Select(row => row.State).ShouldBe(["planned", "discarded"]);
        post.Mails.ShouldNotContain($"{last}.eml");
    }

    [Fact]
    public async Task Asked_to_stop_it_records_what_is_on_its_way_and_reserves_nothing_more()
    {
        using var post = WithMails(900);
        using var stop = new CancellationTokenSource();

        var report = await post.Drain(clock: new HookedClock(post.Clock, batch => stop.Cancel()), stop: stop.Token);

        report.ShouldBeEquivalentTo(new DrainReport { Accepted = 400 });
        post.All().CountBy(delivery => delivery.State).ShouldBe([new("accepted", 400), new("planned", 500)], ignoreOrder: true);
        (await post.Drain()).Accepted.ShouldBe(500);
    }

    [Fact]
    public async Task Asked_to_stop_before_it_began_it_does_not_begin()
    {
        using var post = WithMails(1);
        (await post.Drain(stop: new CancellationToken(canceled: true))).ShouldBeEquivalentTo(DrainReport.Nothing);
        post.All()[0].State.ShouldBe("planned");
    }

    [Fact]
    public async Task A_folder_that_goes_away_in_the_middle_stops_the_drain_and_is_counted_against_no_mail()
    {
        using var post = WithMails(900);
        var clock = new HookedClock(post.Clock, batch =>
        {
            if (batch == 2)
            {
                Directory.Delete(post.Folder, recursive: true);
                File.WriteAllText(post.Folder, "in the way");
            }
        });

        var error = await Should.ThrowAsync<PostException>(() => post.Drain(clock: clock));

        error.Message.ShouldContain(post.Folder);
        error.Before.ShouldBeEquivalentTo(new DrainReport { Accepted = 400 });
        post.All().CountBy(delivery => delivery.State).ShouldBe([new("accepted", 400), new("planned", 500)], ignoreOrder: true);
        File.Delete(post.Folder);
        (await post.Drain()).Accepted.ShouldBe(500);
    }

    [Fact]
    public async Task What_was_sent_is_recorded_though_another_program_writes_for_longer_than_the_register_waits()
    {
        using var post = WithMails(2);
        var beside = post.Beside();
        Task? writing = null;

        // One try of these tests' registers takes little more than a second; a drain gives up after eight.
        var clock = new HookedClock(post.Clock, batch => writing = Hold(beside.Write(PostOffice.Act)));

        (await post.Drain(clock: clock)).Accepted.ShouldBe(2);

        await writing!;
        post.All().ShouldAllBe(delivery => delivery.State == "accepted");
    }

    [Fact]
    public async Task Asked_to_stop_while_another_program_writes_it_ends_in_time_and_the_next_drain_finds_the_rest()
    {
        using var post = WithMails(2);
        using var stop = new CancellationTokenSource();
        var beside = post.Beside();
        LedgerWriter? writing = null;
        var clock = new HookedClock(post.Clock, batch =>
        {
            writing = beside.Write(PostOffice.Act);
            stop.Cancel();
        });

        (await post.Drain(clock: clock, stop: stop.Token)).ShouldBeEquivalentTo(DrainReport.Nothing);

        post.All().ShouldAllBe(delivery => delivery.State == "reserved");
        writing!.Dispose();
        (await post.Drain()).Accepted.ShouldBe(2);
    }

    [Fact]
    public async Task The_rate_is_kept_by_the_clock_and_nothing_waits_at_the_end()
    {
        using var post = WithMails(900);
        var clock = new LeapingClock(post.Clock.Now);

        (await post.Drain(limits: new DrainLimits(PerMinute: 100), clock: clock)).Accepted.ShouldBe(900);

        // 400 mails, 4 minutes; 400 more, 4 more; the last 100.
        clock.Slept.ShouldBe([TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(4)]);
    }

    private static async Task Hold(LedgerWriter writer)
    {
        await Task.Delay(TimeSpan.FromSeconds(2.5), RunningClock.Instance);
        writer.Dispose();
    }

    /// <summary>A folder where the first mail's file should be.</summary>
    private static string Block(PostOffice post)
    {
        var id = post.All()[0].Id;
        Directory.CreateDirectory(Path.Combine(post.Folder, $"{id}.eml"));
        return id;
    }
}
