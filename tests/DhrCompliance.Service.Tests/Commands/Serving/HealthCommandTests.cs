using System.Net;
using System.Net.Sockets;
using System.Text;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Operations.Health;

namespace DhrCompliance.Service.Tests.Commands.Serving;

/// <summary><c>dhr health</c> against whatever may answer.</summary>
public sealed class HealthCommandTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private readonly TestProgram _program = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public HealthCommandTests()
    {
        _listener.Start();
        _program.Environment["DHR_Serve__Health"] = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
    }

    public void Dispose()
    {
        _listener.Dispose();
        _program.Dispose();
    }

    [Fact]
    public void What_is_well_is_not_listed()
    {
        Answer("200 OK", Report(HealthLevel.Ok));

        var run = _program.Run("health");
        (run.Code, run.Output, run.Errors).ShouldBe((ExitCode.Done, $"The service is well.{Environment.NewLine}", ""));
    }

    [Fact]
    public void Degraded_is_listed_and_gives_0()
    {
        Answer("200 OK", Report(HealthLevel.Degraded));

        var run = _program.Run("health");
        (run.Code, run.Output).ShouldBe((ExitCode.Done, $"degraded  disk       Make room.{Environment.NewLine}"));
    }

    [Fact]
    public void Unhealthy_is_listed_and_gives_1()
    {
        Answer("503 Service Unavailable", Report(HealthLevel.Unhealthy));

        var run = _program.Run("health");
        (run.Code, run.Output).ShouldBe((ExitCode.Found, $"unhealthy disk       Make room.{Environment.NewLine}"));
    }

    [Fact]
    public void As_json_everything_is_given()
    {
        Answer("503 Service Unavailable", Report(HealthLevel.Unhealthy));

        var run = _program.Run("health", "--format", "json");
        run.Code.ShouldBe(ExitCode.Found);
        HealthJson.Read(run.Output)!.Findings.Select(finding => finding.Name).ShouldBe(["sweep", "disk"]);
    }

    [Theory]
    [InlineData("200 OK", "<html>hello</html>")]
    [InlineData("404 Not Found", "")]
    [InlineData("302 Found\r\nLocation: http://127.0.0.1:1/", "")]
    public void Another_programs_answer_gives_1(string status, string body)
    {
        Answer(status, body);

        var run = _program.Run("health");
        run.Code.ShouldBe(ExitCode.Found);
        run.Errors.ShouldContain("but not as this service does");
        run.Errors.ShouldContain("Serve:Health");
    }

    [Fact]
    public void No_answer_gives_1()
    {
        _listener.Stop();

        var run = _program.Run("health");
        run.Code.ShouldBe(ExitCode.Found);
        run.Errors.ShouldContain("/health/ready does not answer (ConnectionError). Is the service running ('dhr serve')");
    }

    [Fact]
    public void Silence_gives_1()
    {
        var run = _program.Run("health");

        run.Code.ShouldBe(ExitCode.Found);
        run.Errors.ShouldContain("did not answer within 5 seconds");
    }

    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/health/ready")]
    [InlineData("http://0.0.0.0:8080", "http://127.0.0.1:8080/health/ready")]
    [InlineData("http://[::]:8081/", "http://[::1]:8081/health/ready")]
    [InlineData("http://[::1]:8081", "http://[::1]:8081/health/ready")]
    [InlineData("http://localhost", "http://localhost:80/health/ready")]
    public void The_address_is_that_of_the_service_on_this_machine(string setting, string address) =>
        HealthCommand.Address(setting).ToString().ShouldBe(new Uri(address).ToString());

    private static string Report(HealthLevel level) => HealthJson.Write(new HealthReport(Now, Now,
    [
        new Finding("sweep", HealthLevel.Ok, "Fine."),
        new Finding("disk", level, "Make room."),
    ]));

    private void Answer(string status, string body) => _ = Task.Run(async () =>
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        _ = await stream.ReadAsync(new byte[4096]);
        var bytes = Encoding.UTF8.GetBytes(body);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {bytes.Length}\r\nConnection: close\r\n\r\n"));
        await stream.WriteAsync(bytes);
    });
}
