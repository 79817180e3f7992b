using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Tests.Post;
using DhrCompliance.Service.Tests.Post.Smtp;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class MailTests : IClassFixture<AuditTests.Borough>
{
    private readonly TestProgram _program;

    public MailTests(AuditTests.Borough borough) => _program = borough.Program;

    [Fact]
    public void Whoever_holds_a_role_is_sent_a_mail_that_says_so_and_the_register_does_not_keep_it()
    {
        var before = Run("outbox", "list").Output;

        var run = Run("mail", "test", "review-chair", "--case", "HAR-02");

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldStartWith("chair-har-02@example.org: accepted: written to ");
        var mail = MailReader.Read(File.ReadAllBytes(run.Output.Split("written to ")[1].Trim()));
        mail["Subject"].ShouldBe("[DHR] Test mail");
        mail.Parts()[0].Text().ShouldContain("It was sent to whoever holds the role review-chair for HAR-02.");
        Run("outbox", "list").Output.ShouldBe(before);
    }

    [Fact]
    public void A_role_that_nobody_holds_is_told()
    {
        var run = Run("mail", "test", "chief-officer", "--case", "HAR-02");
        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain("nobody holds the role chief-officer for HAR-02 on 2026-11-20");
        Run("mail", "test", "review-chiar", "--case", "HAR-02").Errors.ShouldContain("did you mean 'review-chair'?");
        Run("mail", "test", "overseer", "--case", "HAR-02").Errors.ShouldContain("the vocabulary has no such role. Its roles are ");
    }

    [Fact]
    public void An_address_needs_no_register()
    {
        var run = _program.Run("mail", "test", "--to", "someone@example.org", "--ledger", "missing.db");
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldStartWith("someone@example.org: accepted: ");
    }

    [Theory]
    [InlineData("550 5.1.1 No such user", "refused: ")]
    [InlineData("451 4.7.1 Later", "refused for now: ")]
    public void What_the_server_answers_is_told_and_a_refusal_is_exit_code_5(string reply, string expected)
    {
        using var server = new ScriptedServer(at => at.Verb == "RCPT" ? Reaction.Say(reply) : null);
        var settings = """{ "Post": { "Transport": "smtp", "Host": "127.0.0.1", "Port": PORT, "Security": "none" } }""".Replace("PORT", $"{server.Port}", StringComparison.Ordinal);
        _program.Write($"smtp-{server.Port}.json", settings);

        var run = _program.Run("mail", "test", "--to", "someone@example.org", "--config", $"smtp-{server.Port}.json");

        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain($"someone@example.org: {expected}");
        run.Errors.ShouldContain(reply[4..]);
    }

    [Theory]
    [InlineData]
    [InlineData("review-chair", "--to", "someone@example.org")]
    [InlineData("--to", "someone@example.org", "--case", "HAR-02")]
    [InlineData("review-chair", "--case", "HAR-99")]
    [InlineData("review-chair", "--partnership", "nowhere")]
    public void What_is_asked_for_wrongly_is_told(params string[] arguments) => Run(["mail", "test", .. arguments]).Code.ShouldBe(ExitCode.Usage);

    private ProgramRun Run(params string[] arguments) => _program.Run([.. arguments, "--ledger", "demo/register.db"]);
}
