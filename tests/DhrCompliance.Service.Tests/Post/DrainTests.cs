using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Ledger;
using static DhrCompliance.Service.Tests.Post.PostOffice;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Service.Tests.Post;

public sealed class DrainTests
{
    private static readonly DateOnly Late = Day("2026-07-11");

    private static PostOffice Planned(params ContactRow[] contacts)
    {
        var post = new PostOffice([Holds("team", "team@example.org"), Holds("author", "author@example.org"), Holds("chair", "chair@example.org"), .. contacts]);
        post.Plan(On(Late, Row(Late, Day("2026-07-10"))));
        return post;
    }

    [Fact]
    public async Task Every_planned_mail_becomes_a_file_named_for_its_delivery_and_nothing_else_is_left()
    {
        using var post = Planned();

        (await post.Drain()).ShouldBeEquivalentTo(new DrainReport { Accepted = 3 });

        post.Mails.ShouldBe(post.All().Select(delivery => $"{delivery.Id}.eml"), ignoreOrder: true);
        post.All().ShouldAllBe(delivery => delivery.State == "accepted");
        var mail = MailReader.Read(File.ReadAllBytes(Path.Combine(post.Folder, $"{post.All()[0].Id}.eml")));
        mail["Subject"].ShouldBe("[DHR BEX-2026-01] Overdue: complete the overview report (1 day)");
        mail.Parts()[0].Text().ShouldBe(post.All()[0].Text);
    }

    [Fact]
    public async Task A_second_drain_sends_nothing()
    {
        using var post = Planned();
        await post.Drain();
        foreach (var mail in Directory.GetFiles(post.Folder))
        {
            File.Delete(mail);
        }

        (await post.Drain()).Accepted.ShouldBe(0);
        post.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_crash_left_reserved_is_sent_again_and_replaces_itself()
    {
        using var post = Planned();
        var id = post.All()[0].Id;
        Directory.CreateDirectory(post.Folder);
        File.WriteAllText(Path.Combine(post.Folder, $"{id}.eml"), "half a mail");
        TemporaryRegister.Write(post.Database, writer => writer.AppendDeliveryState(id, "reserved", null));

        (await post.Drain()).Accepted.ShouldBe(3);

        post.Mails.Count().ShouldBe(3);
        MailReader.Read(File.ReadAllBytes(Path.Combine(post.Folder, $"{id}.eml")))["Message-ID"].ShouldBe($"<{id}@example.org>");
    }

    [Fact]
    public async Task A_fault_in_one_address_stops_no_other_and_is_not_tried_again_by_itself()
    {
        // The register takes what has one @ and no blanks; not all of that can be written to.
        using var post = Planned(Holds("author", "two@at@example.org"));

        var report = await post.Drain();

        report.Accepted.ShouldBe(3);
        report.Failed.ShouldHaveSingleItem().Answer.ShouldContain("correct the contact");
        post.All().Single(delivery => delivery.Address == "two@at@example.org").State.ShouldBe("failed");

        (await post.Drain()).ShouldBeEquivalentTo(DrainReport.Nothing);
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_waits_with_the_folders_name_and_the_others_go_out()
    {
        using var post = Planned();
        var blocked = post.All()[1].Id;
        Directory.CreateDirectory(Path.Combine(post.Folder, $"{blocked}.eml"));

        var report = await post.Drain();

        report.Accepted.ShouldBe(2);
        report.Deferred.ShouldHaveSingleItem().Answer.ShouldContain(post.Folder);

        post.Clock.Now += TimeSpan.FromMinutes(6);
        Directory.Delete(Path.Combine(post.Folder, $"{blocked}.eml"));
        (await post.Drain()).Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_one_error_that_names_it_and_everything_stays_planned()
    {
        using var post = Planned();
        var file = Path.Combine(Path.GetDirectoryName(post.Folder)!, "a-file");
        File.WriteAllText(file, string.Empty);

        var error = await Should.ThrowAsync<PostException>(() => post.Drain(Path.Combine(file, "outbox")));

        error.Message.ShouldContain(Path.Combine(file, "outbox"));
        error.Message.ShouldContain("Post:PickupFolder");
        post.All().ShouldAllBe(delivery => delivery.State == "planned");
        (await post.Drain()).Accepted.ShouldBe(3);
    }

    [Fact]
    public async Task More_than_a_batch_is_sent_whole_and_each_once()
    {
        using var post = new PostOffice([.. Enumerable.Range(0, 900).Select(n => Holds("team", $"member{n:000}@example.org"))]);
        post.Plan(On(Late, Row(Late, Day("2026-07-10"))));

        (await post.Drain()).Accepted.ShouldBe(900);

        post.Mails.Count().ShouldBe(900);
        post.All().ShouldAllBe(delivery => delivery.State == "accepted");
    }
}
