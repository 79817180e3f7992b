using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>The board's report as one page of HTML that needs nothing else: no script, no font, no picture from anywhere.</summary>
public static class BoardHtml
{
    private const string StyleName = "Reports/Board/board.css";

    internal static string Style { get; } = ReadStyle(StyleName);

    public static Task<string> RenderAsync(BoardReport report) =>
        RenderAsync<BoardPage>(new Dictionary<string, object?> { [nameof(BoardPage.Report)] = report });

    /// <summary>Any page of the house with what it shows.</summary>
    internal static async Task<string> RenderAsync<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        using var text = new StringWriter();
        await WriteAsync<TPage>(text, parameters);
        return text.ToString();
    }

    /// <summary>As the other, to where it goes: a long page is never a text of its own.</summary>
    internal static async Task WriteAsync<TPage>(TextWriter text, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).WriteHtmlTo(text));
    }

    /// <summary>A style sheet that is part of the program.</summary>
    internal static string ReadStyle(string name)
    {
        using var stream = typeof(BoardHtml).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The style sheet {name} is not in the program; build it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
