using System.Globalization;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Commands;

/// <summary>How wide and how colourful a terminal is; a pipe is neither.</summary>
internal static class Looks
{
    public static TerminalLook Of(Invocation invocation)
    {
        var environment = invocation.Surroundings.Environment;
        var terminal = IsTerminal(invocation);
        var width = environment.TryGetValue("COLUMNS", out var columns) && int.TryParse(columns, CultureInfo.InvariantCulture, out var known) ? known
            : terminal ? Console.WindowWidth
            : TerminalLook.Plain.Width;
        return new TerminalLook(Math.Clamp(width, 40, 400), terminal && !environment.ContainsKey("NO_COLOR"));
    }

    /// <summary>Whether a person looks at the output as it is written.</summary>
    public static bool IsTerminal(Invocation invocation) => ReferenceEquals(invocation.Output, Console.Out) && !Console.IsOutputRedirected;
}
