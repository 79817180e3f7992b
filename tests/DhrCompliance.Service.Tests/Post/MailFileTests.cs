using System.Text;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Mime;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Post;

public sealed class MailFileTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    public static TheoryData<string> Subjects { get; } =
    [
        "plain",
        "[DHR BEX-2026-01] Overdue: complete the overview report (51 days)",
        new string('x', 60) + " " + new string('y', 60),
        string.Join(' ', Enumerable.Repeat("word", 40)),
        "two  blanks and a tail of blanks   x",
        "Gŵyl 😀 “quoted” – " + string.Concat(Enumerable.Repeat("ŵ😀", 40)),
        "=?utf-8?q?=0D=0ABcc:_a@example.org?=",
        "Bcc: a@example.org",
        "",
    ];

    [Fact]
    public void A_mail_reads_as_the_example_does()
    {
        var path = Path.Combine(Repository.Root, "tests/DhrCompliance.Service.Tests/Post/Golden/overdue.eml");
        var mail = Mail(Deliveries.One());
        if (Environment.GetEnvironmentVariable("DHR_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, mail);
        }

        var golden = File.ReadAllBytes(path);
        Encoding.ASCII.GetString(golden).ShouldContain("Subject: [DHR BEX-2026-01] Overdue: complete the overview report (51 days)\r\n");
        Encoding.ASCII.GetString(mail).ShouldBe(Encoding.ASCII.GetString(golden));
    }

    [Fact]
    public void A_mail_has_its_headers_once_and_two_parts_that_read_as_they_were_written()
    {
        var delivery = Deliveries.One();

        var mail = MailReader.Read(Mail(delivery));

        mail.Headers.Select(header => header.Name).ShouldBe(
            ["Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version", "Content-Type"]);
        mail["Date"].ShouldBe("Fri, 20 Nov 2026 09:30:00 +0000");
        mail["From"].ShouldBe("DhrCompliance <reminders@example.org>");
        mail["To"].ShouldBe("<team@example.org>");
        mail["Message-ID"].ShouldBe(delivery.MessageId);
        var parts = mail.Parts();
        parts.Select(part => part["Content-Type"]).ShouldBe(["text/plain; charset=utf-8", "text/html; charset=utf-8"]);
        parts[0].Text().ShouldBe(delivery.Text);
        parts[1].Text().ShouldBe(delivery.Html);
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void A_subject_comes_back_as_it_was_and_no_line_is_too_long(string subject)
    {
        var mail = Mail(Deliveries.One() with { Subject = subject });

        MailReader.Read(mail)["Subject"].ShouldBe(subject);
        MailReader.Read(mail).Headers.Count.ShouldBe(9);
        Lines(mail).ShouldAllBe(line => line.Length <= 78);
        Lines(mail).TakeWhile(line => line.Length > 0).ShouldAllBe(line => line.Trim().Length > 0);
    }

    [Theory]
    [InlineData("X\r\nBcc: all@example.org")]
    [InlineData("X\nBcc: all@example.org")]
    [InlineData("X\rBcc: all@example.org")]
    [InlineData("X\0")]
    [InlineData("X\u0085Bcc: all@example.org")]
    public void A_subject_with_control_characters_is_refused(string subject) =>
        Should.Throw<ArgumentException>(() => Mail(Deliveries.One() with { Subject = subject })).Message.ShouldContain("Subject");

    [Theory]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("a@example.org;b@example.org")]
    [InlineData("A Name <a@example.org>")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("a@example.org>")]
    [InlineData("a@exämple.org")]
    [InlineData("a b@example.org")]
    [InlineData("a@")]
    [InlineData("@example.org")]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("a@b@example.org")]
    public void What_is_not_one_address_is_refused_with_what_to_do(string address) =>
        Should.Throw<FormatException>(() => Mail(Deliveries.One(address: address))).Message.ShouldContain("correct the contact");

    [Theory]
    [InlineData("a@example.org")]
    [InlineData("first.last+dhr@mail.example.org")]
    [InlineData("o'brien@example.org")]
    public void An_address_is_written_to(string address) => MailReader.Read(Mail(Deliveries.One(address: address)))["To"].ShouldBe($"<{address}>");

    [Fact]
    public void Any_text_comes_back_as_it_was()
    {
        string[] texts =
        [
            "", "\n", "a", "a ", "a\t", " \n \n", "=", "==\n=", "From me\nFrom you\n", ".\n..\nx.", new('x', 500), new(' ', 500),
            string.Concat(Enumerable.Repeat("ŵ😀=", 100)), "--=_0123456789abcdef01234567--\n", "Bcc: a@example.org\n\nx", "\u0000\u0001",
        ];
        foreach (var text in texts)
        {
            var mail = Mail(Deliveries.One() with { Text = text, Html = text });

            MailReader.Read(mail).Parts().ShouldAllBe(part => part.Text() == text);
            Lines(mail).ShouldAllBe(line => line.Length <= 76 || line.Contains(':', StringComparison.Ordinal));
            Lines(mail).ShouldAllBe(line => line.Length == 0 || (line[0] != '.' && !line.StartsWith("From ", StringComparison.Ordinal) && !line.EndsWith(' ') && !line.EndsWith('\t')));
        }
    }

    private static byte[] Mail(DeliveryRow delivery) => MailFile.Of(delivery, Deliveries.From, Morning).ToArray();

    private static string[] Lines(byte[] mail)
    {
        var text = Encoding.ASCII.GetString(mail);
        text.Replace("\r\n", string.Empty, StringComparison.Ordinal).ShouldNotContain(letter => letter == '\r' || letter == '\n');
        return text.Split("\r\n");
    }
}
