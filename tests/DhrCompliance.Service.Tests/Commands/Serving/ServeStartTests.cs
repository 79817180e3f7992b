using System.Net;
using System.Net.Sockets;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Tests.Sweeps.Scheduling;

namespace DhrCompliance.Service.Tests.Commands.Serving;

/// <summary>What the service needs at its start, and what it does when that is taken away later.</summary>
public sealed class ServeStartTests
{
    [Fact]
    public void Rules_that_cannot_be_used_end_it_at_once_and_no_register_is_made()
    {
        using var program = new TestProgram();
        program.Write("rules/vocabulary.yaml", "this is no vocabulary");
        var run = program.Run("serve");
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("vocabulary.yaml");
        File.Exists(program.Path("data/register.db")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("DHR_Serve__SweepAt", "30 6 * * *", "Serve:SweepAt")]
    [InlineData("DHR_Serve__FullSweepAt", "0 0 25 * * ?", "Serve:FullSweepAt")]
    [InlineData("DHR_Serve__PostAt", "0 0 6 32 * ?", "Serve:PostAt")]
    [InlineData("DHR_Serve__Health", "ftp://127.0.0.1", "Serve:Health")]
    public void Settings_that_cannot_be_used_end_it_and_are_named_with_their_value(string name, string value, string key)
    {
        using var program = new TestProgram();
        program.Environment[name] = value;
        var run = program.Run("serve");
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain(key);
        run.Errors.ShouldContain(value);
    }

    [Fact]
    public void A_port_that_another_program_listens_on_ends_it_and_the_setting_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var program = new TestProgram();
        program.Environment["DHR_Serve__Health"] = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var run = program.Run("serve");
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("Serve:Health");
    }

    [Fact]
    public async Task A_register_that_is_missing_is_made_and_a_second_service_on_it_is_refused()
    {
        await using var service = new RunningService("2026-10-02T05:20Z");
        File.Exists(service.Program.Path("data/register.db")).ShouldBeFalse();
        using var stop = new CancellationTokenSource();
        service.Program.Stop = stop.Token;
        var first = Task.Run(() => service.Program.Run("serve"));
        await service.Until(() => File.Exists(service.Program.Path("data/register.db.serve.lock.by")));

        var second = service.Program.Run("serve");
        second.Code.ShouldBe(ExitCode.Ledger);
        second.Errors.ShouldContain($"process {System.Environment.ProcessId} on ");

        await stop.CancelAsync();
        (await first).Code.ShouldBe(ExitCode.Done);
        service.Program.Run("serve").Code.ShouldBe(ExitCode.Done, "the claim was let go");
    }
}
