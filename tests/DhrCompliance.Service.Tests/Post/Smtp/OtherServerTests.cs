using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Demo;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Commands;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>The program as it is run, against a mail server not written by us: encrypted, logged in, its certificate checked as on any machine.</summary>
public sealed class OtherServerTests
{
    [SkippableFact]
    public void A_whole_run_arrives_as_the_outbox_has_it()
    {
        using var program = Borough();
        using var server = Aiosmtpd.Start(program.Folder);

        var run = Dhr(program, server, server.Authority, Aiosmtpd.Password, "run");

        run.Code.ShouldBe(ExitCode.Done, run.Errors + run.Output);
        var deliveries = Deliveries(program);
        var sent = deliveries.Where(delivery => delivery.State == "accepted").ToDictionary(delivery => delivery.MessageId);
        var came = server.End();
        deliveries.Select(delivery => delivery.State).Distinct().ShouldBeSubsetOf(["accepted", "held"]);
        came.Select(mail => Header(mail, "Message-ID")).ShouldBe(sent.Keys, ignoreOrder: true);
        came.Select(mail => mail.GetProperty("session").GetInt32()).Distinct().Count().ShouldBeInRange(1, 2);
        foreach (var mail in came)
        {
            Same(mail, sent[Header(mail, "Message-ID")]);
        }
    }

    [SkippableFact]
    public void A_wrong_password_sends_nothing_and_says_what_to_do()
    {
        using var program = Borough();
        using var server = Aiosmtpd.Start(program.Folder);

        var run = Dhr(program, server, server.Authority, "wrong and secret", "run");

        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain("refuses the login: 535 5.7.8");
        run.Errors.ShouldContain("Post:Password");
        (run.Errors + run.Output).ShouldNotContain("wrong and secret");
        server.End().ShouldBeEmpty();
        Deliveries(program).ShouldAllBe(delivery => (delivery.State == "planned" || delivery.State == "held") && delivery.Answer == null);
    }

    [SkippableFact]
    public void An_authority_that_the_machine_does_not_trust_is_not_trusted()
    {
        using var program = Borough();
        using var server = Aiosmtpd.Start(program.Folder);
        program.Write("empty.pem", "");

        var run = Dhr(program, server, program.Path("empty.pem"), Aiosmtpd.Password, "run");

        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain("no authority that this machine trusts signed it");
        server.End().ShouldBeEmpty();
    }

    [SkippableFact]
    public void A_test_mail_arrives_and_the_doctor_finds_the_server_well()
    {
        using var program = new TestProgram();
        using var server = Aiosmtpd.Start(program.Folder);
        program.Run("ledger", "migrate").Code.ShouldBe(ExitCode.Done);

        var doctor = Dhr(program, server, server.Authority, Aiosmtpd.Password, "doctor");
        var test = Dhr(program, server, server.Authority, Aiosmtpd.Password, "mail", "test", "--to", "someone@example.org");
        var refused = Dhr(program, server, server.Authority, "wrong and secret", "mail", "test", "--to", "someone@example.org");

        doctor.Output.ShouldContain("ok    outbox");
        doctor.Output.ShouldContain("encrypted, with a login");
        doctor.Output.ShouldNotContain(Aiosmtpd.Password);
        test.Code.ShouldBe(ExitCode.Done, test.Errors);
        test.Output.ShouldContain("someone@example.org: accepted");
        refused.Code.ShouldNotBe(ExitCode.Done);
        refused.Errors.ShouldContain("refuses the login: 535 5.7.8");
        var mail = server.End().ShouldHaveSingleItem();
        Header(mail, "Subject").ShouldBe("[DHR] Test mail");
        mail.GetProperty("text").GetString()!.ShouldContain("mails arrive");
    }

    private static void Same(JsonElement mail, DeliveryRow delivery)
    {
        mail.GetProperty("defects").GetArrayLength().ShouldBe(0);
        mail.GetProperty("from").GetString().ShouldBe("dhr-reminders@example.org");
        mail.GetProperty("to").EnumerateArray().Select(to => to.GetString()).ShouldBe([delivery.Address]);
        mail.GetProperty("names").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal).ShouldBe(
            ["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To", "X-Auto-Response-Suppress"]);
        Header(mail, "To").ShouldBe(delivery.Address);
        Header(mail, "From").ShouldBe("DhrCompliance <dhr-reminders@example.org>");
        Header(mail, "Subject").ShouldBe(delivery.Subject);
        Header(mail, "Auto-Submitted").ShouldBe("auto-generated");
        mail.GetProperty("type").GetString().ShouldBe("multipart/alternative");
        mail.GetProperty("types").EnumerateArray().Select(type => type.GetString()).ShouldBe(["text/plain", "text/html"]);
        mail.GetProperty("text").GetString().ShouldBe(delivery.Text);
        mail.GetProperty("html").GetString().ShouldBe(delivery.Html);
    }

    private static string Header(JsonElement mail, string header) => mail.GetProperty("headers").GetProperty(header).GetString()!;

    /// <summary>
    /// The sample borough, imported, and swept on each of the last days while the mail server was down: on a day on which nobody works
    /// nothing is planned, and today may be one.
    /// </summary>
    private static TestProgram Borough()
    {
        var today = Instants.LondonDay(RunningClock.Instance.GetUtcNow());
        var program = new TestProgram(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var (name, text) in SampleBorough.Files(today))
        {
            program.Write($"borough/{name}", text);
        }

        var import = program.Run("import", "borough");
        import.Code.ShouldBe(ExitCode.Done, import.Errors);
        program.Environment["DHR_Post__Transport"] = "smtp";
        program.Environment["DHR_Post__Host"] = "localhost";
        program.Environment["DHR_Post__Port"] = FormattableString.Invariant($"{ScriptedServer.ClosedPort()}");
        for (var day = today.AddDays(-6); day <= today; day = day.AddDays(1))
        {
            program.RunOn(day, "run").Code.ShouldBeOneOf(ExitCode.Done, ExitCode.Partly);
        }

        var waiting = Deliveries(program).Where(delivery => delivery.State == "planned").ToList();
        waiting.Count.ShouldBeGreaterThan(5);
        waiting.ShouldAllBe(delivery => delivery.Answer == null);
        return program;
    }

    private static IReadOnlyList<DeliveryRow> Deliveries(TestProgram program)
    {
        using var ledger = LedgerDatabase.Open(program.Path("data/register.db"), OpenMode.ReadOnly, RunningClock.Instance);
        return ledger.Deliveries(DeliveryFilter.All);
    }

    private static ProgramRun Dhr(TestProgram program, Aiosmtpd server, string trusts, string password, params string[] arguments)
    {
        program.Write("password", password + "\n");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dhr.dll"), .. arguments])
        {
            WorkingDirectory = program.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["SSL_CERT_FILE"] = trusts,
                ["DHR_Post__Transport"] = "smtp",
                ["DHR_Post__Host"] = "localhost",
                ["DHR_Post__Port"] = FormattableString.Invariant($"{server.Port}"),
                ["DHR_Post__User"] = Aiosmtpd.User,
                ["DHR_Post__Password_FILE"] = program.Path("password"),
                ["DHR_Post__MailsPerMinute"] = "0",
            },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProgramRun(process.ExitCode, output, errors.Result);
    }
}
