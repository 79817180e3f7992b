using System.Diagnostics;

namespace DhrCompliance.Service.Commands;

/// <summary>A fault of the program in one line that can be sent to anybody: the kind of fault and the place in the code, and no word of what was being read.</summary>
internal static class Crash
{
    public static string Line(Exception error)
    {
        var place = new StackTrace(error).GetFrames()
            .Select(frame => frame.GetMethod())
            .FirstOrDefault(method => method?.DeclaringType?.Namespace?.StartsWith("DhrCompliance", StringComparison.Ordinal) == true);
        var where = place is null ? "" : $" in {place.DeclaringType!.FullName}.{place.Name}";
        return $"dhr: this is a fault of the program: {error.GetType().Name}{where}, version {Invocation.Version}. The register holds what was finished before, and nothing half. "
            + "Report this line and the command as you gave it, with references and paths left out; it holds nothing of a case, and the report needs nothing of one.";
    }
}
