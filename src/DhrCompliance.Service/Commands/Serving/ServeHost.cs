using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps.Scheduling;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DhrCompliance.Service.Commands.Serving;

/// <summary>The service that runs unattended, put together: scheduler, rounds, and the port where it tells how it is.</summary>
internal static class ServeHost
{
    // What is heard of a stop ends within moments; a request that hangs must not hold the process.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(3);

    /// <summary>Built and not started. It takes nothing from the environment or the working folder: the settings are those handed in.</summary>
    public static WebApplication Build(Invocation invocation, ServiceSettings settings, ServeState state, SweepRound sweeps, PostRound post)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(invocation.Clock).AddSingleton(state).AddSingleton(sweeps).AddSingleton(post);
        builder.Services.AddSchedule(settings.Serve);
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoSignals>());
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ServicesStopConcurrently = true;
            options.ShutdownTimeout = LongestStop;
        });
        var app = builder.Build();
        app.Urls.Add(settings.Serve.Health);
        return app;
    }

    /// <summary>Signals are the program's, not the host's.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
