using System.Globalization;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Commands;

/// <summary>How wide and how colourful a terminal is; a pipe is neither.</summary>
internal static class Looks
{
    public static TerminalLook Of(Invocation invocation)
    {
        var environment = invocation.Surroundings.Environment;
        var terminal = ReferenceEquals(invocation.Output, Console.Out) && !Console.IsOutputRedirected;
        var width = environment.TryGetValue("COLUMNS", out var columns) && int.TryParse(columns, CultureInfo.InvariantCulture, out var known) ? known
            : terminal ? Console.WindowWidth
            : TerminalLook.Plain.Width;
        return new TerminalLook(Math.Clamp(width, 40, 400), terminal && !environment.ContainsKey("NO_COLOR"));
    }
}
