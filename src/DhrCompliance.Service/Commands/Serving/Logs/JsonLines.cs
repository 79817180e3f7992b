using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace DhrCompliance.Service.Commands.Serving.Logs;

/// <summary>
/// Each event as a line of JSON, in the form of the framework's console and on the program's own output. What the framework and the scheduler
/// say of themselves is kept from <see cref="LogLevel.Warning"/> on, without their exceptions: nobody knows what these repeat.
/// </summary>
internal sealed class JsonLines(IEnumerable<ConsoleFormatter> formatters, TextWriter output) : ILoggerProvider
{
    private readonly ConsoleFormatter _formatter = formatters.Single(formatter => formatter.Name == ConsoleFormatterNames.Json);
    private readonly Lock _lock = new();

    /// <summary>Loggers of the service and of all that it hosts.</summary>
    public static ILoggerFactory Factory(TextWriter output) => LoggerFactory.Create(logging =>
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter(ServeLog.Category, LogLevel.Information);
        logging.AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            json.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
        logging.Services.RemoveAll<ILoggerProvider>();
        logging.Services.AddSingleton<ILoggerProvider>(made => new JsonLines(made.GetServices<ConsoleFormatter>(), output));
    });

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    public void Dispose()
    {
    }

    private void Write<TState>(in LogEntry<TState> entry)
    {
        try
        {
            lock (_lock)
            {
                _formatter.Write(entry, null, output);
                output.Flush();
            }
        }
        catch (IOException)
        {
            // Nobody reads the log any more; the work goes on.
        }
    }

    private sealed class Lines(JsonLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Write(new LogEntry<TState>(logLevel, category, eventId, state, null, formatter));
    }
}
