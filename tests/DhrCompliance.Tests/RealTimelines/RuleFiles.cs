using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Tests.RealTimelines;

/// <summary>The rule files of this checkout.</summary>
internal static class RuleFiles
{
    /// <summary>Reads them all; fails with every mistake in them.</summary>
    public static Rulebook Read()
    {
        var reading = Reading();
        return reading.Rulebook ?? throw new InvalidOperationException(string.Join('\n', reading.Diagnostics));
    }

    public static RulebookReading Reading() => RulebookReader.Read(
        [.. Repository.Files("rules", ".yaml", ".csv").Select(path => new RuleFile(path, File.ReadAllBytes(Path.Combine(Repository.Root, path))))]);
}
