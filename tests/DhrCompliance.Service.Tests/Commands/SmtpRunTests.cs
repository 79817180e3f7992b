using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Post.Smtp;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>A run that sends to a mail server, and what a person does where that did not simply work.</summary>
public sealed class SmtpRunTests
{
    private static readonly DateOnly Monday = new(2026, 12, 7);

    [Fact]
    public void Every_mail_goes_to_the_server_of_the_settings()
    {
        using var server = new ScriptedServer();
        using var program = Demo(server.Port);

        var run = Run(program, "run");

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldContain($", {server.Accepted.Count} mail");
        server.Accepted.Count.ShouldBeGreaterThan(2);
        Run(program, "outbox", "list", "--state", "planned").Output.ShouldContain("there is nothing to show");
    }

    [Fact]
    public void What_is_refused_for_good_is_listed_and_goes_out_when_a_person_asks_for_it()
    {
        using var server = new ScriptedServer(at => at is { Verb: "RCPT", Times: 0 } ? Reaction.Say("550 5.1.1 No such user") : null);
        using var program = Demo(server.Port);

        var run = Run(program, "run");
        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain("5.1.1 No such user");
        run.Errors.ShouldContain("dhr outbox retry ");

        // Whom the path names for what reaches nobody is told, once.
        Run(program, "run").Output.ShouldContain("1 mail sent");
        Run(program, "run").ShouldSatisfyAllConditions(again => again.Code.ShouldBe(ExitCode.Done), again => again.Output.ShouldContain("0 mails sent"));
        Run(program, "doctor").Output.ShouldContain("MEND  post");
        var id = Ids(program, "failed").ShouldHaveSingleItem();

        var retried = Run(program, "outbox", "retry", id[..10], "--by", "A. Officer");
        retried.Code.ShouldBe(ExitCode.Done, retried.Errors);
        Run(program, "outbox", "show", id).Output.ShouldContain("planned by A. Officer");
        Run(program, "run").Output.ShouldContain("1 mail sent");
        Run(program, "outbox", "retry", id).ShouldSatisfyAllConditions(
            sent => sent.Code.ShouldBe(ExitCode.Usage), sent => sent.Errors.ShouldContain("went out on 2026-12-07"));
    }

    [Fact]
    public void What_is_refused_for_now_is_told_with_its_next_attempt()
    {
        using var server = new ScriptedServer(at => at is { Verb: "RCPT", Times: 0 } ? Reaction.Say("451 4.7.1 Greylisted") : null);
        using var program = Demo(server.Port);

        var run = Run(program, "run");

        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain("was refused for now and is tried again after 2026-12-07 12:0");
        Run(program, "outbox", "list", "--state", "planned").Output.ShouldContain("(attempt 1; the next one after 2026-12-07 12:0");
        Run(program, "outbox", "show", Ids(program, "planned")[0]).Output.ShouldContain("Attempts:   1; the next one after 2026-12-07 12:0");
        Run(program, "outbox", "retry", Ids(program, "planned")[0]).Code.ShouldBe(ExitCode.Done);
        Run(program, "run").Output.ShouldContain("1 mail sent");
    }

    [Fact]
    public void What_may_have_arrived_waits_for_a_person_who_decides()
    {
        using var server = new ScriptedServer(at => at is { Verb: "DOT", Times: < 2 } ? Reaction.KeepAndDrop : null);
        using var program = Demo(server.Port);

        var run = Run(program, "run");
        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain("may have arrived or not");
        var ids = Ids(program, "unknown");
        ids.Count.ShouldBe(2);

        Run(program, "outbox", "discard", ids[0]).Code.ShouldBe(ExitCode.Usage);
        Run(program, "outbox", "discard", ids[0], "--reason", " ").Code.ShouldBe(ExitCode.Usage);
        Run(program, "outbox", "discard", ids[0], "--reason", "it arrived, he says").Code.ShouldBe(ExitCode.Done);
        Run(program, "outbox", "retry", "--unknown").ShouldSatisfyAllConditions(
            retried => retried.Code.ShouldBe(ExitCode.Done), retried => retried.Output.ShouldContain(ids[1]), retried => retried.Output.ShouldContain("It may arrive twice"));
        Run(program, "run").Output.ShouldContain("1 mail sent");

        // What a person wrote stands where the delivery is shown in full, and on no list.
        Run(program, "outbox", "list", "--state", "discarded").Output.ShouldNotContain("he says");
        Run(program, "outbox", "show", ids[0]).Output.ShouldContain("he says");
    }

    [Fact]
    public void Of_several_those_that_can_be_are_retried_and_the_others_told()
    {
        using var server = new ScriptedServer(at => at is { Verb: "RCPT", Times: 0 } ? Reaction.Say("550 no") : null);
        using var program = Demo(server.Port);
        Run(program, "run");

        var run = Run(program, "outbox", "retry", Ids(program, "failed")[0], Ids(program, "accepted")[0]);

        run.Code.ShouldBe(ExitCode.Partly);
        run.Output.ShouldContain("waits to be sent again");
        run.Errors.ShouldContain("went out on");
    }

    [Theory]
    [InlineData]
    [InlineData("0f", "--failed")]
    public void It_is_either_deliveries_or_all_of_a_kind(params string[] arguments)
    {
        using var program = Demo(ScriptedServer.ClosedPort());
        Run(program, ["outbox", "retry", .. arguments]).Code.ShouldBe(ExitCode.Usage);
        Run(program, "outbox", "retry", "--failed").ShouldSatisfyAllConditions(
            none => none.Code.ShouldBe(ExitCode.Done), none => none.Output.ShouldContain("nothing was done"));
    }

    [Fact]
    public void A_server_that_is_down_is_told_and_everything_waits_for_the_next_run()
    {
        using var server = new ScriptedServer();
        using var program = Demo(server.Port);
        server.GoDown();

        var run = Run(program, "run");
        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain("waits in the outbox");
        run.Output.ShouldContain("0 mails sent");
        Run(program, "doctor").Output.ShouldContain("MEND  outbox");
        server.ComeUp();
        Run(program, "doctor").Output.ShouldContain($"ok    outbox    mails from dhr-reminders@example.org are sent to 127.0.0.1:{server.Port} (not encrypted, no login)");
        Run(program, "run").Code.ShouldBe(ExitCode.Done);
        server.Accepted.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_run_beside_another_that_sends_leaves_the_mails_to_it()
    {
        using var server = new ScriptedServer();
        using var program = Demo(server.Port);
        using (var other = LedgerDatabase.Open(program.Path("demo/register.db"), OpenMode.Write, RunningClock.Instance))
        using (other.TryClaim(LedgerClaim.Post))
        {
            var run = Run(program, "run");
            run.Code.ShouldBe(ExitCode.Done, run.Errors);
            run.Output.ShouldContain($"what waits is sent by another (process {Environment.ProcessId} on ");
            server.Accepted.ShouldBeEmpty();
        }

        Run(program, "run").Output.ShouldContain($"{server.Accepted.Count} mails sent");
        server.Accepted.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_run_that_is_asked_to_end_sends_nothing_more_says_so_and_the_next_one_sends_the_rest()
    {
        using var stop = new CancellationTokenSource();
        using var server = new ScriptedServer(at =>
        {
            if (at is { Verb: "DOT", Times: 1 })
            {
                stop.Cancel();
            }

            return null;
        });
        using var program = Demo(server.Port);
        program.Stop = stop.Token;

        var run = Run(program, "run");

        run.Code.ShouldBe(ExitCode.Interrupted);
        run.Errors.ShouldContain("interrupted. What was finished stands");
        run.Output.ShouldContain("2 mails sent");
        server.Accepted.Count.ShouldBe(2);
        program.Stop = CancellationToken.None;
        Run(program, "run").Code.ShouldBe(ExitCode.Done);
        server.Accepted.Select(mail => mail.MessageId).ShouldBeUnique();
        Ids(program, "accepted").Count.ShouldBe(Directory.GetFiles(program.Path("demo/outbox")).Length + server.Accepted.Count);
    }

    private static TestProgram Demo(int port)
    {
        var program = new TestProgram();
        program.Environment["DHR_Post__Transport"] = "smtp";
        program.Environment["DHR_Post__Host"] = "127.0.0.1";
        program.Environment["DHR_Post__Port"] = $"{port}";
        program.Environment["DHR_Post__Security"] = "none";
        program.Environment["DHR_Post__MailsPerMinute"] = "0";
        program.Run("demo", "--quiet").Code.ShouldBe(ExitCode.Done);
        Directory.GetFiles(program.Path("demo/outbox")).ShouldNotBeEmpty();
        return program;
    }

    private static ProgramRun Run(TestProgram program, params string[] arguments) => program.RunOn(Monday, [.. arguments, "--ledger", "demo/register.db"]);

    private static List<string> Ids(TestProgram program, string state) =>
        [.. Run(program, "outbox", "list", "--format", "list", "--state", state).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')[0])];
}
