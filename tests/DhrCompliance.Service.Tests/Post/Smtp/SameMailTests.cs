using System.Text;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Mime;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>Both transports send the same mail, to the octet.</summary>
public sealed class SameMailTests
{
    public static TheoryData<string, string, string> Wordings => new()
    {
        { "[DHR BEX-2026-01] Overdue: complete the overview report (51 days)", "It was due “within six months”.\n", "<p>It was due.</p>\n" },
        { "[DHR BEX-2026-01] Adroddiad Trosolwg: ŵ, ŷ, “dyfynnod” – a long subject that does not fit in one line of a header at all, whatever the encoding 𝄞𝄞𝄞", "ŵ\r\n.\r\n.dot\nFrom here\n" + new string('x', 3000), "<p>ŷ 𝄞</p>" },
        { "Plain, and so long that it has to be folded at one of the blanks that it has, of which there are quite a few to choose from", "", "" },
        { "\"Quoted\", with a comma; <brackets> and an = sign", "=20 is no blank\n", "<a href=\"https://example.org/?a=1&amp;b=2\">x</a>" },
    };

    [Theory]
    [MemberData(nameof(Wordings))]
    public async Task Whatever_is_written_in_it(string subject, string text, string html)
    {
        var delivery = Deliveries.One() with { Subject = subject, Text = text, Html = html };

        var sent = await Raw(delivery);

        sent.ShouldBe(Encoding.ASCII.GetString(MailFile.Of(delivery, Deliveries.From, Smtp.Now).Span));
        var mail = MailReader.Read(Encoding.ASCII.GetBytes(sent));
        mail["Subject"].ShouldBe(subject);
        mail["Message-ID"].ShouldBe(delivery.MessageId);
        mail.Parts()[0].Text().ShouldBe(text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Goes_to_one_address_and_no_other()
    {
        using var server = new ScriptedServer();
        using var transport = Smtp.Plain(server.Port);

        await transport.Send(Deliveries.One(), Smtp.Now, CancellationToken.None);

        server.Accepted.Single().To.ShouldBe("team@example.org");
        server.Accepted.Single().From.ShouldBe(Deliveries.From);
        server.Said.Count(said => said.EndsWith("RCPT", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("Overdue\r\nBcc: everybody@example.org", "<a@example.org>", "team@example.org")]
    [InlineData("Overdue\nBcc: everybody@example.org", "<a@example.org>", "team@example.org")]
    [InlineData("Overdue", "<a@example.org>\r\nBcc: everybody@example.org", "team@example.org")]
    [InlineData("Overdue", "<a@example.org>", "team@example.org\r\nBcc: everybody@example.org")]
    [InlineData("Overdue", "<a@example.org>", "team@example.org>\r\nRCPT TO:<everybody@example.org")]
    [InlineData("Overdue", "<a@example.org>", "team@example.org, everybody@example.org")]
    [InlineData("Overdue", "<a@example.org>", "tëam@example.org")]
    public async Task Takes_no_header_and_no_recipient_that_is_smuggled_in(string subject, string messageId, string address)
    {
        using var server = new ScriptedServer();
        using var transport = Smtp.Plain(server.Port);

        var told = await transport.Send(Deliveries.One() with { Subject = subject, MessageId = messageId, Address = address }, Smtp.Now, CancellationToken.None);

        told.Outcome.ShouldBe(HandoverOutcome.Permanent, told.Answer);
        server.Accepted.ShouldBeEmpty();
        server.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task Shows_a_subject_that_looks_encoded_as_it_stands()
    {
        var sent = MailReader.Read(Encoding.ASCII.GetBytes(await Raw(Deliveries.One() with { Subject = "Overdue =?utf-8?B?SGVsbG8h?= report" })));

        sent["Subject"].ShouldBe("Overdue =?utf-8?B?SGVsbG8h?= report");
    }

    private static async Task<string> Raw(DeliveryRow delivery)
    {
        using var server = new ScriptedServer();
        using var transport = Smtp.Plain(server.Port);
        var told = await transport.Send(delivery, Smtp.Now, CancellationToken.None);
        told.Outcome.ShouldBe(HandoverOutcome.Accepted, told.Answer);
        return server.Accepted.Single().Raw;
    }
}
