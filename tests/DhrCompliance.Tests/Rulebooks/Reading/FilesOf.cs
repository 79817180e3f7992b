using System.Text;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>Rule files of the checkout, and texts in place of files.</summary>
internal static class FilesOf
{
    /// <summary>The files of a folder of the checkout.</summary>
    public static IReadOnlyList<RuleFile> Folder(string folder) =>
    [
        .. Repository.Files(folder, ".yaml", ".csv").Select(path => new RuleFile(path, File.ReadAllBytes(Path.Combine(Repository.Root, path)))),
    ];

    /// <summary>A text as a file.</summary>
    public static RuleFile Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    /// <summary>An example that stands beside the tests.</summary>
    public static RuleFile Example(string name) =>
        new($"examples/{name}", File.ReadAllBytes(Path.Combine(Repository.Root, "tests/DhrCompliance.Tests/Rulebooks/Reading/Examples", name)));

    /// <summary>What is wrong, or probably is. That nobody wrote scenarios is no fault of a set made for one test.</summary>
    public static IEnumerable<Diagnostic> Faults(this RulebookReading reading) =>
        reading.Diagnostics.Where(found => found.Severity != Severity.Information && found.Code != Codes.Untested);

    /// <summary>The rulebook; a mistake fails the test with its text.</summary>
    public static Rulebook Rulebook(params IEnumerable<RuleFile> files)
    {
        var reading = RulebookReader.Read([.. files]);
        reading.Rulebook.ShouldNotBeNull(DiagnosticText.Of(reading.Diagnostics));
        return reading.Rulebook;
    }
}
