using System.Globalization;
using System.Text.Json;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Tests.Faults;
using DhrCompliance.Service.Tests.Post.Smtp;

namespace DhrCompliance.Service.Tests.Commands.Serving;

/// <summary>The real service over a register full of canaries, with a mail server that repeats addresses: neither its log nor its health holds any of it.</summary>
public sealed class ServedCanaryTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Neither_log_nor_health_holds_what_was_typed_freely_or_an_address()
    {
        using var server = new ScriptedServer(Refusals);

        // The service has the machine's own clock, and nobody is written to on a day that is none of work.
        var yesterday = DateOnly.FromDateTime(RunningClock.Instance.GetUtcNow().UtcDateTime).AddDays(-1);
        var day = CanaryTests.Rulebook.Calendars.Values.First().LastWorkingDayOnOrBefore(yesterday);
        using var program = CanaryTests.Planted(evenWhereWordsAreChosen: true, day);
        var address = $"http://127.0.0.1:{ScriptedServer.ClosedPort()}";
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["Serve__Health"] = address,
            ["Serve__PostAt"] = "* * * * * ?",
            ["Serve__Ping"] = $"http://127.0.0.1:{ScriptedServer.ClosedPort()}/{CanaryTests.Canary}",
            ["Post__Transport"] = "smtp",
            ["Post__Host"] = "127.0.0.1",
            ["Post__Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Post__Security"] = "none",
            ["Post__MailsPerMinute"] = "0",
            ["Post__Operator"] = "ops@example.org",
        })
        {
            program.Environment[$"DHR_{key}"] = value;
        }

        server.GoDown();
        program.RunOn(day, "run").Code.ShouldBe(ExitCode.Partly);
        server.ComeUp();
        using var service = DhrProcess.Start(program, null, "serve");
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address) };
        var ready = await Until(client, service, report => report.Findings.Any(finding => finding.Name == "deliveries" && finding.Detail.Contains("failed", StringComparison.Ordinal)
            && finding.Detail.Contains("may or may not", StringComparison.Ordinal)));
        var health = program.Run("health");
        service.Terminate();
        var run = await service.Ended();

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Errors.ShouldBeEmpty();
        health.Code.ShouldBe(ExitCode.Done);
        health.Output.ShouldContain("degraded  deliveries");
        var events = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            json.RootElement.GetProperty("Timestamp").GetString()!.ShouldEndWith("Z");
            return json.RootElement.GetProperty("EventId").GetInt32();
        }).ToList();
        int[] expected = [1000, 2000, 3000, 3001, 3002, 3003, 4003, 1001, 1002];
        events.Intersect(expected).ShouldBe(expected, ignoreOrder: true, run.Output);

        var told = run.Output + ready + health.Output + health.Errors;
        CanaryTests.Clean(told);
        told.ShouldNotContain("@");
        told.ShouldNotContain("Nobody of this name");
        told.ShouldNotContain(program.Folder);
    }

    /// <summary>Of every four recipients one is refused for good and one for now; one mail is kept without a word.</summary>
    private static Reaction? Refusals(Moment at) => at switch
    {
        { Verb: "RCPT", Times: var times } when times % 4 == 1 => Reaction.Say($"550 5.1.1 {at.Line} {CanaryTests.Canary}: Nobody of this name"),
        { Verb: "RCPT", Times: var times } when times % 4 == 2 => Reaction.Say($"451 4.7.1 {at.Line} {CanaryTests.Canary}: Nobody of this name yet"),
        { Verb: "DOT", Times: 1 } => Reaction.KeepAndDrop,
        _ => null,
    };

    private static async Task<string> Until(HttpClient client, DhrProcess service, Func<HealthReport, bool> isSo)
    {
        using var hang = new CancellationTokenSource(Hang, RunningClock.Instance);
        var text = "";
        while (true)
        {
            hang.IsCancellationRequested.ShouldBeFalse(text);
            try
            {
                text = await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative));
                if (HealthJson.Read(text) is { } report && isSo(report))
                {
                    return text;
                }
            }
            catch (HttpRequestException)
            {
                service.HasEnded.ShouldBeFalse();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), RunningClock.Instance);
        }
    }
}
