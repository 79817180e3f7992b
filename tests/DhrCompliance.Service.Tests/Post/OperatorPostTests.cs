using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Post;

/// <summary>The operator is told each trouble once, whatever becomes of register and post.</summary>
public sealed class OperatorPostTests : IDisposable
{
    private static readonly OperatorNews Rules = new("sweep", "rules", "The sweep failed", "The rules are <wrong>: mend them.");

    private readonly TemporaryRegister _register = new();
    private readonly string _folder;

    public OperatorPostTests()
    {
        _folder = Path.Combine(_register.Folder, "outbox");
        _register.Open().Dispose();
    }

    public void Dispose() => _register.Dispose();

    [Fact]
    public async Task News_is_mailed_once_and_stands_in_the_register()
    {
        (await Desk().Tell(Rules, default)).ShouldBe(OperatorAnswer.Told);

        var mail = MailReader.Read(File.ReadAllBytes(Mails().Single()));
        mail["To"].ShouldBe("<ops@example.org>");
        mail["Subject"].ShouldBe("[DHR] The sweep failed");
        mail.Parts().Count.ShouldBe(2);
        mail.Parts()[0].Text().ShouldStartWith("The rules are <wrong>: mend them.");
        mail.Parts()[1].Text().ShouldContain("The rules are &lt;wrong&gt;: mend them.");
        _register.Ask("SELECT kind || about || subject || text FROM operator_mails").ShouldBe("sweeprulesThe sweep failedThe rules are <wrong>: mend them.");
        (await Desk().Tell(Rules, default)).ShouldBe(OperatorAnswer.Nothing);
        Mails().Length.ShouldBe(1);
    }

    [Fact]
    public async Task Another_trouble_is_told_as_well()
    {
        var desk = Desk();
        await desk.Tell(Rules, default);

        (await desk.Tell(Rules with { About = "clock" }, default)).ShouldBe(OperatorAnswer.Told);
        (await desk.Tell(Rules with { Kind = "disk" }, default)).ShouldBe(OperatorAnswer.Told);
        (await desk.Tell(Rules with { Text = "The same in other words." }, default)).ShouldBe(OperatorAnswer.Nothing);
        Mails().Length.ShouldBe(3);
    }

    [Fact]
    public async Task Several_of_a_kind_go_in_one_mail_and_each_is_told_once()
    {
        var desk = Desk();
        await desk.Tell(Rules with { About = "one" }, default);

        (await desk.Tell([Rules with { About = "one" }, Rules with { About = "two" }, Rules with { About = "three", Text = "Another thing." }], default)).ShouldBe(OperatorAnswer.Told);

        Mails().Length.ShouldBe(2);
        Mails().Select(path => MailReader.Read(File.ReadAllBytes(path))["Subject"]).ShouldContain("[DHR] The sweep failed, and 1 more");
        (await Desk().Tell([Rules with { About = "two" }, Rules with { About = "three" }], default)).ShouldBe(OperatorAnswer.Nothing);
        (await Desk().Tell([], default)).ShouldBe(OperatorAnswer.Nothing);
    }

    [Fact]
    public async Task After_a_good_sweep_the_same_trouble_is_news_again_unless_it_never_is()
    {
        var desk = Desk();
        var once = Rules with { About = "2026-11-20", AgainAfterSweep = false };
        await desk.Tell(Rules, default);
        await desk.Tell(once, default);
        Sweep();
        desk.SweepFinished();
        _register.Clock.Now += TimeSpan.FromHours(1);

        (await desk.Tell(once, default)).ShouldBe(OperatorAnswer.Nothing);
        (await Desk().Tell(once, default)).ShouldBe(OperatorAnswer.Nothing);
        (await desk.Tell(Rules, default)).ShouldBe(OperatorAnswer.Told);
        (await Desk().Tell(Rules, default)).ShouldBe(OperatorAnswer.Nothing);
    }

    [Fact]
    public async Task Where_the_register_cannot_be_written_it_is_remembered_until_the_process_ends()
    {
        File.Delete(_register.Path);
        var desk = Desk();
        (await desk.Tell(Rules, default)).ShouldBe(OperatorAnswer.Told);
        (await desk.Tell(Rules, default)).ShouldBe(OperatorAnswer.Nothing);
        desk.SweepFinished();
        _register.Clock.Now += TimeSpan.FromHours(1);
        (await desk.Tell(Rules, default)).ShouldBe(OperatorAnswer.Told);

        Mails().Length.ShouldBe(2);
        File.Exists(_register.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task A_mail_that_cannot_be_sent_is_tried_again_with_the_next_occasion()
    {
        File.WriteAllText(_folder, "in the way");
        var desk = Desk();
        (await desk.Tell(Rules, default)).ShouldBe(OperatorAnswer.NotTold);
        _register.Ask("SELECT count(*) FROM operator_mails").ShouldBe("0");

        File.Delete(_folder);
        (await desk.Tell(Rules, default)).ShouldBe(OperatorAnswer.Told);
    }

    [Fact]
    public async Task A_transport_that_throws_what_it_should_not_harms_nobody()
    {
        var desk = new OperatorPost(Options() with { Transport = () => throw new InvalidOperationException("a fault") }, _register.Clock);

        (await desk.Tell(Rules, default)).ShouldBe(OperatorAnswer.NotTold);
    }

    [Fact]
    public async Task Without_an_operator_nobody_is_told()
    {
        (await new OperatorPost(Options() with { Operator = null }, _register.Clock).Tell(Rules, default)).ShouldBe(OperatorAnswer.Nothing);
        Mails().ShouldBeEmpty();
    }

    private OperatorPost Desk() => new(Options(), _register.Clock);

    private OperatorPostOptions Options() =>
        new("ops@example.org", Deliveries.From, _register.Path, PostOffice.Act, () => new PickupFolder(_folder, Deliveries.From));

    private string[] Mails() => Directory.Exists(_folder) ? Directory.GetFiles(_folder) : [];

    private void Sweep()
    {
        using var database = _register.Open(OpenMode.Write);
        TemporaryRegister.Write(database, writer =>
        {
            writer.AppendRulebook("sha256:rules", [], []);
            writer.Journal(new DateOnly(2026, 11, 20), "sha256:rules", new SweepCounts(0, 0, 0, 0));
        });
    }
}
