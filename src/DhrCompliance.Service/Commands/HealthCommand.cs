using System.CommandLine;
using System.Net;
using DhrCompliance.Service.Commands.Serving.Health;
using DhrCompliance.Service.Operations.Health;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr health</c>: asks the service that runs how it is.</summary>
internal static class HealthCommand
{
    private const int MostBytes = 1_000_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static Command Create(Invocation invocation, Shared shared)
    {
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("health", """
            Asks the service that runs, at the address of Serve:Health, how it is: shows what is not well, each with what to do. Exit code 1
            when it does not do its work or does not answer within five seconds.

            Examples:
              dhr health
              dhr health --format json
            """)
        {
            format,
        };
        command.SetAction(parsed =>
        {
            var address = Address(shared.Settings(parsed, invocation).Serve.Health);
            var (report, trouble) = Ask(address, invocation.Stop).GetAwaiter().GetResult();
            if (report is null)
            {
                invocation.Complain($"dhr: {address} {trouble}. Is the service running ('dhr serve'), and is this the address of its setting Serve:Health?");
                return ExitCode.Found;
            }

            if (parsed.GetValue(format) == "json")
            {
                invocation.Show(HealthJson.Write(report));
            }
            else
            {
                Show(invocation, report);
            }

            return report.Level == HealthLevel.Unhealthy ? ExitCode.Found : ExitCode.Done;
        });
        return command;
    }

    /// <summary>Where the service listens everywhere, it listens here too.</summary>
    internal static Uri Address(string setting)
    {
        var listens = new Uri(setting);
        var host = IPAddress.TryParse(listens.Host.Trim('[', ']'), out var number) switch
        {
            true when number!.Equals(IPAddress.Any) => IPAddress.Loopback.ToString(),
            true when number!.Equals(IPAddress.IPv6Any) => $"[{IPAddress.IPv6Loopback}]",
            _ => listens.Host,
        };
        return new UriBuilder(listens.Scheme, host, listens.Port, HealthEndpoints.Ready).Uri;
    }

    private static void Show(Invocation invocation, HealthReport report)
    {
        foreach (var finding in report.Findings.Where(finding => finding.Level != HealthLevel.Ok))
        {
            invocation.Show($"{(finding.Level == HealthLevel.Unhealthy ? "unhealthy" : "degraded"),-9} {finding.Name,-10} {finding.Detail}");
        }

        if (report.Level == HealthLevel.Ok)
        {
            invocation.Say("The service is well.");
        }
    }

    private static async Task<(HealthReport? Report, string? Trouble)> Ask(Uri address, CancellationToken stop)
    {
        // A proxy that is set for the machine must not be asked about this very machine.
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Longest, MaxResponseContentBufferSize = MostBytes };
        try
        {
            using var answer = await client.GetAsync(address, stop);
            return HealthJson.Read(await answer.Content.ReadAsStringAsync(stop)) is { } report
                ? (report, null)
                : (null, FormattableString.Invariant($"answers (status {(int)answer.StatusCode}), but not as this service does"));
        }
        catch (HttpRequestException error)
        {
            return (null, $"does not answer ({error.HttpRequestError})");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (null, FormattableString.Invariant($"did not answer within {Longest.TotalSeconds} seconds"));
        }
    }
}
