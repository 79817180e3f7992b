using DhrCompliance.Service.Commands.Serving.Health;
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
    // Longer than a mail on its way is given to arrive and to be recorded, and shorter than what the whole process is given.
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(4);

    // For a few who ask after its health, and against whoever holds connections open.
    private const int MostConnections = 64;

    private const int SpareThreads = 8;

    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(5);

    /// <summary>Built and not started. It takes nothing from the environment or the working folder: the settings are those handed in.</summary>
    public static WebApplication Build(Invocation invocation, ServiceSettings settings, ServeParts parts)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.RequestHeadersTimeout = LongestRequest;
            kestrel.Limits.KeepAliveTimeout = LongestRequest;
        });
        builder.Services.Replace(ServiceDescriptor.Singleton(parts.Loggers));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(invocation.Clock).AddSingleton(parts.State).AddSingleton(parts.Sweeps).AddSingleton(parts.Post);
        builder.Services.AddHostedService(_ => parts.Errands).AddHostedService(_ => parts.Watch);
        builder.Services.AddSchedule(settings.Serve);
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoSignals>());
        builder.Services.Configure<HostOptions>(options =>
        {
            options.ServicesStopConcurrently = true;
            options.ShutdownTimeout = LongestStop;
        });
        // A sweep keeps every thread of a small machine busy; who asks after its health is answered all the same.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + SpareThreads), ports);
        var app = builder.Build();
        app.Urls.Add(settings.Serve.Health);
        app.MapHealth(parts.Desk);
        return app;
    }

    /// <summary>Signals are the program's, not the host's.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
