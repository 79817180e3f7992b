using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Tests.Post;

/// <summary>Whom mails reach where the settings restrict it.</summary>
public sealed class GuardedTransportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dhr-guarded-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task In_a_trial_a_mail_goes_to_one_address_and_says_on_top_whose_it_is()
    {
        var told = await Send(new PostSettings { RedirectAllTo = "trial@example.net" }, Deliveries.One());

        told.Outcome.ShouldBe(HandoverOutcome.Accepted);
        told.Answer.ShouldEndWith("(to trial@example.net, by Post:RedirectAllTo, in place of team@example.org)");
        var mail = Mail();
        mail["To"].ShouldBe("<trial@example.net>");
        mail["Subject"].ShouldBe("(for team@example.org) [DHR BEX-2026-01] Overdue: complete the overview report (51 days)");
        mail.Parts()[0].Text().ShouldStartWith("This mail is for team@example.org. It came here because");
        mail.Parts()[0].Text().ShouldEndWith(Deliveries.One().Text);
        mail.Parts()[1].Text().ShouldContain("<body><p style=\"border:2px solid;padding:8px\"><strong>This mail is for team@example.org.");
    }

    [Fact]
    public async Task In_a_trial_an_address_that_is_none_fails_as_it_would_in_earnest()
    {
        var told = await Send(new PostSettings { RedirectAllTo = "trial@example.net" }, Deliveries.One(address: "team@example.org\r\nBcc: a@example.com"));

        told.Outcome.ShouldBe(HandoverOutcome.Permanent);
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("trial@example.net")]
    public async Task Whoever_is_not_allowed_gets_nothing_in_earnest_or_in_a_trial(string? trial)
    {
        var settings = new PostSettings { Allowed = ["@example.org"], RedirectAllTo = trial };

        var told = await Send(settings, Deliveries.One(address: "team@example.com"));

        told.ShouldSatisfyAllConditions(() => told.Outcome.ShouldBe(HandoverOutcome.Permanent), () => told.Answer.ShouldStartWith("Post:Allowed does not allow team@example.com"));
        Directory.GetFiles(_folder).ShouldBeEmpty();
        (await Send(settings, Deliveries.One())).Outcome.ShouldBe(HandoverOutcome.Accepted);
    }

    private MailReader Mail() => MailReader.Read(File.ReadAllBytes(Directory.GetFiles(_folder).Single()));

    private async Task<Handover> Send(PostSettings settings, DeliveryRow mail)
    {
        using var transport = Transports.Guarded(new PickupFolder(_folder, Deliveries.From), settings);
        return await transport.Send(mail, new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero), CancellationToken.None);
    }
}
