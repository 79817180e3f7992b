using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>
/// What becomes of a mail, whatever the server does: what it has is never reported as anything but accepted or unknown, and what it does
/// not have is never reported as either.
/// </summary>
public sealed class OutcomeTests
{
    private static readonly Dictionary<string, (Func<Moment, Reaction?> Script, HandoverOutcome Outcome, string Words)> Table = new()
    {
        ["a good server"] = (_ => null, HandoverOutcome.Accepted, "accepted by"),
        ["it greets late"] = (at => at.Verb == "CONNECT" ? Reaction.Late(TimeSpan.FromMilliseconds(200)) : null, HandoverOutcome.Accepted, "accepted by"),
        ["421 at the greeting"] = (Always("CONNECT", Reaction.SayAndDrop("421 4.3.2 Too busy")), HandoverOutcome.Unreachable, "421 4.3.2 Too busy"),
        ["554 at the greeting"] = (Always("CONNECT", Reaction.SayAndDrop("554 5.7.1 Not you")), HandoverOutcome.Unreachable, "554 5.7.1 Not you"),
        ["no mail server"] = (Always("CONNECT", Reaction.SayAndDrop("HTTP/1.1 400 Bad Request")), HandoverOutcome.Unreachable, "HTTP/1.1 400 Bad Request"),
        ["550 at EHLO"] = (Always("EHLO", Reaction.Say("550 5.7.1 Not you")), HandoverOutcome.Unreachable, "550 5.7.1 Not you"),
        ["the sender is refused"] = (Always("MAIL", Reaction.Say("553 5.7.1 Sender not yours")), HandoverOutcome.Unreachable, "553 5.7.1 Sender not yours"),
        ["greylisted"] = (Always("RCPT", Reaction.Say("451 4.7.1 Greylisted, come back")), HandoverOutcome.Temporary, "451 4.7.1 Greylisted, come back"),
        ["greylisted at MAIL, once"] = (Once("MAIL", Reaction.Say("451 4.7.1 Greylisted")), HandoverOutcome.Temporary, "451 4.7.1 Greylisted"),
        ["the recipient is refused"] = (Always("RCPT", Reaction.Say("550 5.1.1 No such person")), HandoverOutcome.Permanent, "550 5.1.1 No such person"),
        ["too many for this recipient"] = (Always("RCPT", Reaction.SayAndDrop("421 4.7.0 Too many")), HandoverOutcome.Temporary, "421 4.7.0 Too many"),
        ["450 at DATA"] = (Always("DATA", Reaction.Say("450 4.3.0 Not now")), HandoverOutcome.Temporary, "450 4.3.0 Not now"),
        ["554 at DATA"] = (Always("DATA", Reaction.Say("554 5.5.1 No")), HandoverOutcome.Permanent, "554 5.5.1 No"),
        ["552 at the end"] = (Always("DOT", Reaction.Say("552 5.3.4 Too large")), HandoverOutcome.Permanent, "552 5.3.4 Too large"),
        ["452 at the end"] = (Always("DOT", Reaction.Say("452 4.3.1 Disk full")), HandoverOutcome.Temporary, "452 4.3.1 Disk full"),
        ["421 at the end"] = (Always("DOT", Reaction.SayAndDrop("421 4.3.2 Going down")), HandoverOutcome.Temporary, "421 4.3.2 Going down"),
        ["nonsense at the end, and kept"] = (Always("DOT", new Reaction { Reply = "wat", Keeps = true }), HandoverOutcome.Unknown, "no answer came"),
        ["a word of several lines"] = (Always("RCPT", Reaction.Say("550-5.1.1 No such\r\n550 5.1.1 person\tat all")), HandoverOutcome.Permanent, "550 5.1.1 No such"),
        ["it breaks off at the greeting"] = (Always("CONNECT", Reaction.Drop), HandoverOutcome.Unreachable, "The mail server 127.0.0.1"),
        ["it breaks off at EHLO"] = (Always("EHLO", Reaction.Drop), HandoverOutcome.Unreachable, "broke off at EHLO"),
        ["it breaks off at MAIL"] = (Always("MAIL", Reaction.Drop), HandoverOutcome.Unreachable, "broke off at MAIL"),
        ["it breaks off at RCPT"] = (Always("RCPT", Reaction.Drop), HandoverOutcome.Temporary, "broke off at this mail"),
        ["it breaks off at DATA"] = (Always("DATA", Reaction.Drop), HandoverOutcome.Temporary, "broke off at this mail"),
        ["it breaks off at the end, and has it"] = (Always("DOT", Reaction.KeepAndDrop), HandoverOutcome.Unknown, "no answer came"),
        ["it breaks off at the end, and has it not"] = (Always("DOT", Reaction.Drop), HandoverOutcome.Unknown, "no answer came"),
        ["it breaks off at QUIT"] = (Always("QUIT", Reaction.Drop), HandoverOutcome.Accepted, "accepted by"),
        ["it hangs at the greeting"] = (Always("CONNECT", Reaction.Hang), HandoverOutcome.Unreachable, "did not answer the greeting in time"),
        ["it hangs at EHLO"] = (Always("EHLO", Reaction.Hang), HandoverOutcome.Unreachable, "did not answer EHLO in time"),
        ["it hangs at MAIL"] = (Always("MAIL", Reaction.Hang), HandoverOutcome.Unreachable, "did not answer MAIL in time"),
        ["it hangs at RCPT"] = (Always("RCPT", Reaction.Hang), HandoverOutcome.Temporary, "no answer within 3 seconds"),
        ["it hangs at DATA"] = (Always("DATA", Reaction.Hang), HandoverOutcome.Temporary, "no answer within 3 seconds"),
        ["it hangs at the end, and has it"] = (Always("DOT", Reaction.KeepAndHang), HandoverOutcome.Unknown, "no answer within 3 seconds"),
        ["it hangs at the end, and has it not"] = (Always("DOT", Reaction.Hang), HandoverOutcome.Unknown, "no answer within 3 seconds"),
        ["it hangs at QUIT"] = (Always("QUIT", Reaction.Hang), HandoverOutcome.Accepted, "accepted by"),
    };

    public static TheoryData<string> Scripts => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Is_what_the_server_said_or_what_can_be_known_without_its_word(string script)
    {
        var (react, outcome, words) = Table[script];
        using var server = new ScriptedServer(react);
        var waits = words.Contains("in time", StringComparison.Ordinal) || words.Contains("within", StringComparison.Ordinal);
        using var transport = Smtp.Plain(server.Port, seconds: waits ? 3 : 30);

        var told = await transport.Send("0123456789abcdef01234567");

        told.Outcome.ShouldBe(outcome, told.Answer);
        told.Answer.ShouldContain(words);
        told.Answer.ShouldNotContain("\n");
        var has = server.Accepted.Any(mail => mail.MessageId == "<0123456789abcdef01234567@example.org>");
        if (has)
        {
            told.Outcome.ShouldBeOneOf(HandoverOutcome.Accepted, HandoverOutcome.Unknown);
        }
        else if (!script.EndsWith("has it not", StringComparison.Ordinal))
        {
            // Whether it has what it got in full, only the server can tell.
            told.Outcome.ShouldBeOneOf(HandoverOutcome.Temporary, HandoverOutcome.Permanent, HandoverOutcome.Unreachable);
        }
    }

    [Fact]
    public async Task Is_unreachable_where_nobody_listens()
    {
        using var transport = Smtp.Plain(ScriptedServer.ClosedPort());

        var told = await transport.Send("0123456789abcdef01234567");

        told.Outcome.ShouldBe(HandoverOutcome.Unreachable);
        told.Answer.ShouldContain("cannot be reached");
        (await Should.ThrowAsync<PostException>(() => transport.Open(CancellationToken.None))).Message.ShouldContain("Post:Host and Post:Port");
    }

    [SkippableFact]
    public async Task Is_unreachable_where_the_connection_hangs()
    {
        using var port = await SilentPort.Open();
        using var transport = Smtp.Plain(port.Number, seconds: 1);

        var told = await transport.Send("0123456789abcdef01234567");

        told.Outcome.ShouldBe(HandoverOutcome.Unreachable);
        told.Answer.ShouldContain("did not answer the call in time");
    }

    [Fact]
    public async Task Is_temporary_where_the_connection_breaks_in_the_middle_of_the_body()
    {
        using var server = new ScriptedServer(Always("BODY", Reaction.Drop));
        using var transport = Smtp.Plain(server.Port);
        var large = Deliveries.One() with { Text = string.Join('\n', Enumerable.Repeat("A line of sixty characters, more or less, of a large mail.", 500_000)) };

        var told = await transport.Send(large, Smtp.Now, CancellationToken.None);

        told.Outcome.ShouldBe(HandoverOutcome.Temporary, told.Answer);
        told.Answer.ShouldContain("not taken to its end");
        server.Accepted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_each_of_several_mails_is_its_own()
    {
        using var server = new ScriptedServer(at => at.Verb == "RCPT" && at.Line.Contains("gone@", StringComparison.Ordinal) ? Reaction.Say("550 5.1.1 No such person") : null);
        using var transport = Smtp.Plain(server.Port);

        (await transport.Send("000000000000000000000001")).Outcome.ShouldBe(HandoverOutcome.Accepted);
        (await transport.Send("000000000000000000000002", "gone@example.org")).Outcome.ShouldBe(HandoverOutcome.Permanent);
        (await transport.Send("000000000000000000000003")).Outcome.ShouldBe(HandoverOutcome.Accepted);

        server.Accepted.Select(mail => mail.MessageId).ShouldBe(["<000000000000000000000001@example.org>", "<000000000000000000000003@example.org>"]);
    }

    private static Func<Moment, Reaction?> Always(string verb, Reaction reaction) => at => at.Verb == verb ? reaction : null;

    private static Func<Moment, Reaction?> Once(string verb, Reaction reaction) => at => at.Verb == verb && at.Times == 0 ? reaction : null;
}
