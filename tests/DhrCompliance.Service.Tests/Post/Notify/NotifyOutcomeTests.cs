using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Notify;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Tests.Post.Smtp;

namespace DhrCompliance.Service.Tests.Post.Notify;

/// <summary>What becomes of a mail, whatever GOV.UK Notify answers.</summary>
public sealed class NotifyOutcomeTests
{
    private const string Sending = "POST v2/notifications/email";

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    public static TheoryData<int, string, string, HandoverOutcome, string> Refusals => new()
    {
        { 400, "ValidationError", "email_address Not a valid email address", HandoverOutcome.Permanent, "400 ValidationError: email_address" },
        { 400, "BadRequestError", "Your message is too long. Emails cannot be longer than 2000000 bytes. Your message is 2000001 bytes.", HandoverOutcome.Permanent, "too long" },
        { 400, "BadRequestError", "Can\u2019t send to this recipient using a team-only API key", HandoverOutcome.Unreachable, "put a live key into Post:Notify:ApiKey" },
        { 400, "BadRequestError", "Can\u2019t send to this recipient when service is in trial mode - see https://www.notifications.service.gov.uk/trial-mode", HandoverOutcome.Unreachable, "make it live" },
        { 400, "BadRequestError", "Template not found", HandoverOutcome.Unreachable, "correct Post:Notify:Template" },
        { 400, "BadRequestError", "Missing personalisation: name", HandoverOutcome.Unreachable, "((subject)) and ((body))" },
        { 400, "BadRequestError", "email_reply_to_id 8e222534-7f05-4972-86e3-17c5d9f894e2 does not exist in database for service id x", HandoverOutcome.Unreachable, "Post:Notify:ReplyTo" },
        { 400, "BadRequestError", "Service is not allowed to send emails", HandoverOutcome.Unreachable, "allow the service there" },
        { 400, "BadRequestError", "Something about this mail that nobody documented", HandoverOutcome.Temporary, "Something about this mail" },
        { 403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds", HandoverOutcome.Unreachable, "set this machine's clock" },
        { 403, "AuthError", "Invalid token: API key not found", HandoverOutcome.Unreachable, "correct Post:Notify:ApiKey" },
        { 403, "AuthError", "Invalid token: service has been archived", HandoverOutcome.Unreachable, "To do:" },
        { 413, "RequestEntityTooLarge", "Too large", HandoverOutcome.Permanent, "413" },
        { 429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds", HandoverOutcome.Unreachable, "takes no more mails before" },
        { 429, "TooManyRequestsError", "Exceeded send limits (250000) for today", HandoverOutcome.Unreachable, "higher limit" },
        { 500, "Exception", "Internal server error", HandoverOutcome.Temporary, "500 Exception: Internal server error" },
        { 503, "Exception", "Unavailable", HandoverOutcome.Temporary, "503" },
        { 502, "BadGateway", "Bad gateway", HandoverOutcome.Unknown, "is asked about it" },
        { 504, "Timeout", "Gateway timeout", HandoverOutcome.Unknown, "is asked about it" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Is_what_the_refusal_means(int status, string kind, string message, HandoverOutcome outcome, string words)
    {
        await using var server = await NotifyServer.Start();
        server.Reacts = what => what == Sending ? new NotifyReaction(status, kind, message) : null;
        using var transport = To(server);

        var told = await Send(transport);

        told.Outcome.ShouldBe(outcome, told.Answer);
        told.Answer.ShouldContain(words);
        told.Answer.ShouldNotContain("3d844edf");
        (told.NotBefore is not null).ShouldBe(status == 429);
        server.Taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("RateLimitError", "2026-11-20T09:30:00Z", "2026-11-20T09:31:00Z")]
    [InlineData("TooManyRequestsError", "2026-11-20T00:00:00Z", "2026-11-21T00:01:00Z")]
    [InlineData("TooManyRequestsError", "2026-11-20T23:59:59Z", "2026-11-21T00:01:00Z")]
    [InlineData("TooManyRequestsError", "2026-07-20T22:59:59Z", "2026-07-21T00:01:00Z")]
    public void A_limit_says_when_it_is_over(string kind, string now, string until)
    {
        var body = $$"""{"status_code":429,"errors":[{"error":"{{kind}}","message":"Exceeded"}]}""";
        NotifyRefusal.Of(429, body, DateTimeOffset.Parse(now, null)).NotBefore.ShouldBe(DateTimeOffset.Parse(until, null));
    }

    [Fact]
    public async Task Is_accepted_with_the_services_own_id_and_the_deliverys_as_reference()
    {
        await using var server = await NotifyServer.Start();
        using var transport = To(server, replyTo: "8e222534-7f05-4972-86e3-17c5d9f894e2");
        await transport.Open(CancellationToken.None);

        var told = await Send(transport);

        var mail = server.Taken.ShouldHaveSingleItem();
        told.ShouldBe(new Handover(HandoverOutcome.Accepted, $"GOV.UK Notify has it as {mail.Id}"));
        (mail.Reference, mail.Address, mail.Subject, mail.ReplyTo).ShouldBe((Deliveries.One().Id, "team@example.org", Deliveries.One().Subject, "8e222534-7f05-4972-86e3-17c5d9f894e2"));
        mail.Body.Trim().ShouldBe(Deliveries.One().Text.Trim());
    }

    [Fact]
    public async Task What_it_has_already_is_not_handed_over_again()
    {
        await using var server = await NotifyServer.Start();
        using var transport = To(server);
        await Send(transport);

        var told = await Send(transport);

        (told.Outcome, told.Answer).ShouldBe((HandoverOutcome.Accepted, $"GOV.UK Notify has it as {server.Taken.ShouldHaveSingleItem().Id}"));
    }

    [Fact]
    public async Task What_came_back_is_handed_over_again_if_it_is_asked_for()
    {
        await using var server = await NotifyServer.Start();
        using var transport = To(server);
        await Send(transport);
        server.Becomes(Deliveries.One().Id, "permanent-failure");

        (await Send(transport)).Outcome.ShouldBe(HandoverOutcome.Accepted);

        server.Taken.Count.ShouldBe(2);
        (await Send(transport)).Outcome.ShouldBe(HandoverOutcome.Accepted);
        server.Taken.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_unknown_where_the_connection_is_cut_and_found_where_it_was_taken(bool takes)
    {
        await using var server = await NotifyServer.Start();
        server.Reacts = what => what == Sending ? new NotifyReaction { Cuts = true, Takes = takes } : null;
        using var transport = To(server);

        (await Send(transport)).Outcome.ShouldBe(HandoverOutcome.Unknown);

        (await transport.Find(Deliveries.One(), Now, CancellationToken.None)).Outcome.ShouldBe(takes ? HandoverOutcome.Accepted : HandoverOutcome.Temporary);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_unknown_where_no_answer_comes_in_time(bool takes)
    {
        await using var server = await NotifyServer.Start();
        server.Reacts = what => what == Sending ? new NotifyReaction { Hangs = true, Takes = takes } : null;
        using var transport = To(server, seconds: 1);

        var told = await Send(transport);

        told.Outcome.ShouldBe(HandoverOutcome.Unknown);
        told.Answer.ShouldContain("no answer within 1 seconds");
    }

    [Fact]
    public async Task Is_temporary_where_it_could_not_even_be_asked_and_nothing_was_handed_over()
    {
        await using var server = await NotifyServer.Start();
        server.Reacts = what => what == "GET v2/notifications" ? new NotifyReaction(504) { Page = "<html>" } : null;
        using var transport = To(server);

        (await Send(transport)).Outcome.ShouldBe(HandoverOutcome.Temporary);

        server.Asked.ShouldBe(["GET v2/notifications"]);
    }

    [Fact]
    public async Task Is_unreachable_where_nobody_listens()
    {
        using var transport = At($"http://127.0.0.1:{ScriptedServer.ClosedPort()}");

        var told = await Send(transport);

        told.Outcome.ShouldBe(HandoverOutcome.Unreachable);
        told.Answer.ShouldContain("cannot be reached");
        (await Should.ThrowAsync<PostException>(() => transport.Open(CancellationToken.None))).Message.ShouldContain("Post:Notify:BaseAddress");
    }

    [Fact]
    public async Task A_key_that_is_wrong_is_told_before_the_first_mail_and_not_shown()
    {
        await using var server = await NotifyServer.Start();
        using var transport = At(server.Address, NotifyServer.Key[..^1] + "1");

        var error = await Should.ThrowAsync<PostException>(() => transport.Open(CancellationToken.None));

        error.Message.ShouldContain("Invalid token: API key not found");
        error.Message.ShouldContain("correct Post:Notify:ApiKey");
        error.Message.ShouldNotContain("3d844edf");
    }

    [Theory]
    [InlineData("email", "A reminder")]
    [InlineData("sms", "((subject))")]
    public async Task A_template_that_does_not_fit_is_told_before_the_first_mail(string type, string subject)
    {
        await using var server = await NotifyServer.Start();
        (server.TemplateType, server.TemplateSubject) = (type, subject);
        using var transport = To(server);

        (await Should.ThrowAsync<PostException>(() => transport.Open(CancellationToken.None))).Message.ShouldContain("Post:Notify:Template");
    }

    [Fact]
    public async Task Asked_to_stop_it_gives_up_at_once()
    {
        await using var server = await NotifyServer.Start();
        server.Reacts = _ => new NotifyReaction { Hangs = true };
        using var transport = To(server, seconds: 600);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300), RunningClock.Instance);

        var told = await transport.Send(Deliveries.One(), Now, stop.Token).WaitAsync(TimeSpan.FromSeconds(30), RunningClock.Instance);

        told.Outcome.ShouldBe(HandoverOutcome.Unreachable);
        server.Taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Overdue\r\nBcc: a@example.com", "team@example.org")]
    [InlineData("Overdue", "team@example.org\r\nBcc: a@example.com")]
    [InlineData("Overdue", "team@example.org,a@example.com")]
    public async Task Takes_no_header_and_no_recipient_that_is_smuggled_in(string subject, string address)
    {
        await using var server = await NotifyServer.Start();
        using var transport = To(server);

        (await transport.Send(Deliveries.One() with { Subject = subject, Address = address }, Now, CancellationToken.None)).Outcome.ShouldBe(HandoverOutcome.Permanent);

        server.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("# Not a heading\n  ^ not set in\n> not quoted", "Not a heading\nnot set in\nnot quoted\n")]
    [InlineData("A list:\n- one\n    - two", "A list:\n- one\n- two\n")]
    [InlineData("[a page](https://example.com) ((body))", "[a page] (https://example.com) ( (body) )\n")]
    [InlineData("txt\u202eeman", "txteman\n")]
    public void A_text_is_what_it_was_and_no_more(string text, string body) => NotifyText.Body(text).ShouldBe(body);

    private static NotifyTransport To(NotifyServer server, int seconds = 30, string? replyTo = null) => At(server.Address, NotifyServer.Key, seconds, replyTo);

    private static NotifyTransport At(string address, string key = NotifyServer.Key, int seconds = 30, string? replyTo = null) => new(
        new PostSettings
        {
            Transport = PostSettings.NotifyService,
            TimeLimitSeconds = seconds,
            Notify = new NotifySettings { ApiKey = key, Template = NotifyServer.Template, BaseAddress = address, ReplyTo = replyTo },
        },
        RunningClock.Instance);

    private static Task<Handover> Send(NotifyTransport transport) => transport.Send(Deliveries.One(), Now, CancellationToken.None);
}
