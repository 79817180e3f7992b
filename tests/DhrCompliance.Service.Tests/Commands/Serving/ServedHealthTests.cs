using System.Net;
using System.Net.Sockets;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Tests.Post.Smtp;
using DhrCompliance.Service.Tests.Sweeps.Scheduling;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Commands.Serving;

/// <summary>What the service that runs answers about itself, and whom it tells.</summary>
public sealed class ServedHealthTests : IAsyncLifetime, IDisposable
{
    private const string Failed = "[DHR] the sweep failed (clock)";

    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private readonly RunningService _service = new("2026-11-20T06:00:00Z");
    private readonly HttpClient _client;
    private readonly string _rules;

    public ServedHealthTests()
    {
        var address = $"http://127.0.0.1:{ScriptedServer.ClosedPort()}";
        _service.Program.Environment["DHR_Serve__Health"] = address;
        _service.Program.Environment["DHR_Post__Operator"] = "ops@example.org";
        _rules = _service.Program.Path("rules");
        _client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address), Timeout = Hang };
        var own = PathsAlone.Rules;
        foreach (var file in Directory.EnumerateFiles(own, "*", SearchOption.AllDirectories))
        {
            _service.Program.Write(Path.Combine("rules", Path.GetRelativePath(own, file)), File.ReadAllText(file));
        }
    }

    public Task InitializeAsync() => _service.Start();

    public Task DisposeAsync() => _service.DisposeAsync().AsTask();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/health/ready", HttpStatusCode.OK)]
    [InlineData("HEAD", "/health/ready", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/health/ready", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/health", HttpStatusCode.NotFound)]
    public async Task Two_questions_are_answered_and_nothing_else_whatever_host_is_asked_for(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = "evil.example";
        using var answer = await _client.SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        answer.Headers.Contains("Server").ShouldBeFalse();
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("evil");
    }

    [Fact]
    public async Task Whoever_holds_connections_and_asks_nothing_keeps_nobody_from_an_answer_for_long()
    {
        const int Many = 80;
        var idle = new List<TcpClient>();
        try
        {
            for (var i = 0; i < Many; i++)
            {
                idle.Add(new TcpClient());
                await idle[i].ConnectAsync(IPAddress.Loopback, _client.BaseAddress!.Port);
            }

            using var hang = new CancellationTokenSource(Hang, RunningClock.Instance);
            while (!await IsAnswered())
            {
                hang.IsCancellationRequested.ShouldBeFalse("nobody else is answered");
                await Task.Delay(TimeSpan.FromMilliseconds(200), RunningClock.Instance);
            }
        }
        finally
        {
            idle.ForEach(one => one.Dispose());
        }
    }

    [Fact]
    public async Task A_register_that_is_gone_or_held_is_answered_all_the_same_and_seen_when_it_is_back()
    {
        var register = _service.Program.Path("data/register.db");
        (await Finding("ledger")).Level.ShouldBe(HealthLevel.Ok);

        File.Move(register, $"{register}.away");
        (await Finding("ledger", HealthLevel.Unhealthy)).Detail.ShouldContain("There is no register");
        _service.Program.Run("health").Code.ShouldBe(ExitCode.Found);
        File.Move($"{register}.away", register);
        await Finding("ledger", HealthLevel.Ok);

        using (var connection = new SqliteConnection($"Data Source={register};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE held (id); ROLLBACK;";
            command.ExecuteNonQuery();
            (await Finding("ledger", HealthLevel.Unhealthy)).Detail.ShouldContain("Another program holds the register");
        }

        await Finding("ledger", HealthLevel.Ok);
        _service.Program.Run("health").Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public async Task A_sweep_that_fails_is_recorded_told_once_and_shown_until_one_finishes()
    {
        _service.Clock.Set(_service.Clock.Now.AddDays(-1));
        await _service.Step(TimeSpan.FromMinutes(10));
        (await Finding("sweep", HealthLevel.Degraded)).Detail.ShouldContain("set the machine's clock");
        await Finding("clock", HealthLevel.Unhealthy);
        Failures().ShouldBeGreaterThan(2);
        await _service.Until(() => Told(Failed) > 0);
        Told(Failed).ShouldBe(1);

        _service.Clock.Set(_service.Clock.Now.AddDays(1));
        await _service.Step(TimeSpan.FromMinutes(70));
        await Finding("sweep", HealthLevel.Ok);

        _service.Clock.Set(_service.Clock.Now.AddDays(-1));
        await _service.Step(TimeSpan.FromMinutes(10));
        await _service.Until(() => Told(Failed) == 2);
    }

    [Fact]
    public async Task Rule_files_that_cannot_be_used_fail_no_sweep_and_each_distinct_failure_is_told_once_and_once_that_it_is_over()
    {
        const string Broken = "[DHR] the rule files cannot be used";
        _service.Program.Write("rules/national/broken.yaml", "pack: [");
        await _service.StepTo("2026-11-20T06:40:00Z");
        (await Finding("rules", HealthLevel.Degraded)).Detail.ShouldContain("goes on with the rules in force");
        await Finding("sweep", HealthLevel.Ok);
        await _service.Until(() => Told(Broken) > 0);

        _service.Program.Write("rules/national/broken.yaml", "# a remark\n\npack: [");
        await _service.Step(TimeSpan.FromMinutes(3));
        await _service.Until(() => Told(Broken) == 2);
        await _service.Step(TimeSpan.FromHours(2), TimeSpan.FromMinutes(10));

        File.Delete(Path.Combine(_rules, "national", "broken.yaml"));
        await _service.Step(TimeSpan.FromMinutes(3));
        (await Finding("rules", HealthLevel.Ok)).Detail.ShouldStartWith("In force: sha256:");
        await _service.Until(() => Told("[DHR] the rule files can be used again") == 1);

        _service.Program.Write("rules/national/broken.yaml", "pack: [");
        await _service.Step(TimeSpan.FromMinutes(3));
        await _service.Until(() => Told(Broken) == 3);
        _service.Mails.Count.ShouldBe(4);
    }

    private async Task<bool> IsAnswered()
    {
        try
        {
            return await _client.GetStringAsync(new Uri("/health/live", UriKind.Relative)) == "alive\n";
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private int Told(string subject) => _service.Mails.Count(one => one == subject);

    private long Failures()
    {
        using var connection = new SqliteConnection($"Data Source={_service.Program.Path("data/register.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sweep_failures WHERE kind = 'clock'";
        return (long)command.ExecuteScalar()!;
    }

    private async Task<Finding> Finding(string name)
    {
        using var answer = await _client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        var report = HealthJson.Read(await answer.Content.ReadAsStringAsync())!;
        answer.StatusCode.ShouldBe(report.Level == HealthLevel.Unhealthy ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
        return report.Findings.Single(finding => finding.Name == name);
    }

    /// <summary>The finding once it is so: what was looked up a moment ago serves for that moment.</summary>
    private async Task<Finding> Finding(string name, HealthLevel level)
    {
        using var hang = new CancellationTokenSource(Hang, RunningClock.Instance);
        while (true)
        {
            var finding = await Finding(name);
            if (finding.Level == level)
            {
                return finding;
            }

            hang.IsCancellationRequested.ShouldBeFalse($"{name} is {finding.Level}: {finding.Detail}");
            await _service.Step(TimeSpan.FromMinutes(1));
            await Task.Delay(TimeSpan.FromMilliseconds(50), RunningClock.Instance);
        }
    }
}
