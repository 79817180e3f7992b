using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Tests.RealTimelines;

/// <summary>The rule files of this checkout.</summary>
internal static class RuleFiles
{
    /// <summary>Reads them all; fails with every mistake in them.</summary>
    /// <param name="folder">From the root of the checkout.</param>
    public static Rulebook Read(string folder = "rules")
    {
        var reading = Reading(folder);
        return reading.Rulebook ?? throw new InvalidOperationException(string.Join('\n', reading.Diagnostics));
    }

    public static RulebookReading Reading(string folder = "rules") => RulebookReader.Read(
        [.. Repository.Files(folder, ".yaml", ".csv").Select(path => new RuleFile(path, File.ReadAllBytes(Path.Combine(Repository.Root, path))))]);
}
