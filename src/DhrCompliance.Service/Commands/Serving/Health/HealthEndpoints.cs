using DhrCompliance.Service.Operations.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DhrCompliance.Service.Commands.Serving.Health;

/// <summary>What is answered over HTTP: two questions, by GET, and nothing else. What a request says of its host or itself is not looked at.</summary>
internal static class HealthEndpoints
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    public static void MapHealth(this IEndpointRouteBuilder app, HealthDesk desk)
    {
        app.MapGet(Live, context => Answer(context, StatusCodes.Status200OK, "text/plain", "alive\n"));
        app.MapGet(Ready, async context =>
        {
            var report = await desk.Report(context.RequestAborted);
            var status = report.Level == HealthLevel.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            await Answer(context, status, "application/json", HealthJson.Write(report) + "\n");
        });
    }

    private static Task Answer(HttpContext context, int status, string type, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
