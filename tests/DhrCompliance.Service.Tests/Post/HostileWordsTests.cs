using System.Text;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Mime;
using DhrCompliance.Service.Post.Notify;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Tests.Post.Notify;
using DhrCompliance.Service.Tests.Post.Smtp;

namespace DhrCompliance.Service.Tests.Post;

/// <summary>
/// What others write (references of cases, names of partnerships, roles, agencies and addresses) can neither add a header, a recipient or a command, nor
/// pretend to be another text: refused or made harmless, by each way that mails leave.
/// </summary>
public sealed class HostileWordsTests
{
    private static readonly string[] Corpus =
    [
        "BEX-1\r\nBcc: everybody@example.com",
        "BEX-1\nBcc: everybody@example.com",
        "BEX-1\rBcc: everybody@example.com",
        "BEX-1\r\n\r\n<html>another mail</html>",
        "BEX-1\r\n.\r\nMAIL FROM:<everybody@example.com>",
        "BEX-1\u0085Bcc: everybody@example.com",
        "BEX-1\u2028Bcc: everybody@example.com",
        "BEX-1\u2029Bcc: everybody@example.com",
        "BEX-1\0Bcc: everybody@example.com",
        "BEX-1\u000bBcc: everybody@example.com",
        "=?utf-8?Q?BEX=0D=0ABcc:_everybody@example.com?=",
        "=?utf-8?B?QmNjOiBldmVyeWJvZHlAZXhhbXBsZS5jb20=?=",
        "\u202eBEX-1\u202c",
        "\u2066BEX-1\u2069 \u200fBEX-1\u200e",
        "Bexley, everybody@example.com, and others",
        "Bexley <everybody@example.com>",
        "\"Bexley\" (everybody@example.com); Cc: everybody@example.com",
        "Bexley\\\" \\",
        "--=_0123456789abcdef01234567--",
        ".",
        "..\r\n.",
        "From everybody@example.com Fri Nov 20 09:30:00 2026",
        "((subject)) ((body)) [a page](https://example.com)",
        "{\"email_address\": \"everybody@example.com\"}\", \"email_address\": \"everybody@example.com",
        "\ud800",
        new('x', 1000),
        string.Concat(Enumerable.Repeat("ŵ𝄞 ", 250)),
        new(' ', 1000),
    ];

    private static readonly string[] Headers =
        ["Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version", "Content-Type"];

    public static TheoryData<int> Each => [.. Enumerable.Range(0, Corpus.Length)];

    [Theory]
    [MemberData(nameof(Each))]
    public void As_a_file(int number)
    {
        foreach (var mail in With(Corpus[number]))
        {
            if (Attempt(() => MailFile.Of(mail, Deliveries.From, Smtp.Smtp.Now).ToArray()) is { } octets)
            {
                ShouldBeOneMail(Encoding.ASCII.GetString(octets), mail);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task To_a_mail_server(int number)
    {
        foreach (var mail in With(Corpus[number]))
        {
            using var server = new ScriptedServer();
            using var transport = Smtp.Smtp.Plain(server.Port);

            var told = await transport.Send(mail, Smtp.Smtp.Now, CancellationToken.None);

            told.Outcome.ShouldBeOneOf([HandoverOutcome.Accepted, HandoverOutcome.Permanent], told.Answer);
            server.Accepted.Count.ShouldBe(told.Outcome == HandoverOutcome.Accepted ? 1 : 0);
            if (told.Outcome == HandoverOutcome.Accepted)
            {
                var received = server.Accepted.Single();
                (received.From, received.To).ShouldBe((Deliveries.From, mail.Address));
                server.Said.Select(said => said.Split(' ')[1]).ShouldBe(["CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "BODY", "DOT"]);
                ShouldBeOneMail(received.Raw, mail);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public async Task To_Notify(int number)
    {
        await using var server = await NotifyServer.Start();
        using var transport = new NotifyTransport(
            new PostSettings { Notify = new NotifySettings { ApiKey = NotifyServer.Key, Template = NotifyServer.Template, BaseAddress = server.Address } }, RunningClock.Instance);
        foreach (var (mail, at) in With(Corpus[number]).Select((mail, at) => (mail with { Id = $"{mail.Id[..^1]}{at}" }, at)))
        {
            var before = server.Taken.Count;

            var told = await transport.Send(mail, Smtp.Smtp.Now, CancellationToken.None);

            told.Outcome.ShouldBeOneOf([HandoverOutcome.Accepted, HandoverOutcome.Permanent], told.Answer);
            server.Taken.Count.ShouldBe(before + (told.Outcome == HandoverOutcome.Accepted ? 1 : 0));
            if (told.Outcome == HandoverOutcome.Accepted)
            {
                var taken = server.Taken[^1];
                (taken.Reference, taken.Address).ShouldBe((mail.Id, mail.Address));
                taken.Subject.ShouldNotContain("\n");
                (taken.Subject + taken.Body).ShouldNotContain("((");
                (taken.Subject + taken.Body).ShouldNotContain("](");
                (taken.Subject + taken.Body).IndexOfAny(['\u202e', '\u202d', '\u2066', '\u2067']).ShouldBe(-1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Each))]
    public void In_a_trial(int number)
    {
        foreach (var mail in With(Corpus[number]).Where(mail => MailFile.IsAddress(mail.Address)))
        {
            var redirected = Redirection.Of(mail, "trial@example.net");
            if (Attempt(() => MailFile.Of(redirected, Deliveries.From, Smtp.Smtp.Now).ToArray()) is { } octets)
            {
                ShouldBeOneMail(Encoding.ASCII.GetString(octets), redirected);
            }
        }
    }

    /// <summary>The words wherever what others write could come to stand.</summary>
    private static IEnumerable<DeliveryRow> With(string words)
    {
        var mail = Deliveries.One();
        yield return mail with { Subject = $"[DHR {words}] Overdue" };
        yield return mail with { Text = $"{words}\n{words}", Html = $"<p>{words}</p>" };
        yield return mail with { Address = words };
        yield return mail with { Address = $"{words}@example.org" };
        yield return mail with { Address = $"team@{words}" };
        yield return mail with { MessageId = $"<{words}@example.org>" };
    }

    private static byte[]? Attempt(Func<byte[]> make)
    {
        try
        {
            return make();
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            // Refused, which a transport tells as failed for good.
            return null;
        }
    }

    private static void ShouldBeOneMail(string raw, DeliveryRow mail)
    {
        raw.ShouldAllBe(letter => letter == '\r' || letter == '\n' || (letter >= ' ' && letter <= '~'));
        raw.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        raw.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\r");
        raw.Split("\r\n").ShouldAllBe(line => line.Length <= 998 && !line.StartsWith('.'));
        var head = raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n");
        head.Where(line => line[0] != ' ').Select(line => line.Split(':')[0]).ShouldBe(Headers);
        var read = MailReader.Read(Encoding.ASCII.GetBytes(raw));
        read["To"].ShouldBe($"<{mail.Address}>");
        read.Parts().Count.ShouldBe(2);
        read["Subject"].IndexOfAny(['\u202a', '\u202b', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068']).ShouldBe(-1);
    }
}
