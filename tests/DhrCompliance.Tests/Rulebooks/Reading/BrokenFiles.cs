using System.Globalization;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>The corpus of broken rule files: each with what it gives, as <c>expected.txt</c> beside them has it.</summary>
internal static class BrokenFiles
{
    public const string Folder = "tests/data/broken-rules";

    private static readonly RuleFile[] Whole = [.. Below("whole").Select(path => Take(path, Path.GetFileName(path)))];

    /// <summary>What each gives, by its name.</summary>
    public static IReadOnlyDictionary<string, string> Expected { get; } = File.ReadLines(Full("expected.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries))
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    /// <summary>The broken files that are there, and the folders of <c>sets/</c>.</summary>
    public static IEnumerable<string> Names =>
    [
        .. new[] { "pack", "vocabulary", "paths", "calendar", "beside" }.SelectMany(Below),
        .. Directory.EnumerateDirectories(Full("sets")).Select(path => $"sets/{Path.GetFileName(path)}"),
    ];

    /// <summary>The broken file among whole ones, or the set as it is.</summary>
    public static IReadOnlyList<RuleFile> Set(string name)
    {
        var folder = name[..name.IndexOf('/', StringComparison.Ordinal)];
        return folder switch
        {
            "sets" => [.. Below(name).Select(path => Take(path, Path.GetFileName(path)))],
            "beside" => [.. Whole, Take(name, name)],
            _ => [.. Whole.Where(file => Path.GetFileNameWithoutExtension(file.Path) != folder), Take(name, name)],
        };
    }

    /// <summary>
    /// What is found, as the list has it. A place in the broken file itself is told without its path; notes, and that there are no scenarios, only where it is that
    /// which is shown.
    /// </summary>
    public static string Found(string name, IEnumerable<Diagnostic> diagnostics)
    {
        var isOfNotes = Expected[name].Contains("DHR09", StringComparison.Ordinal);
        var isOfScenarios = Expected[name].Contains(Codes.Untested, StringComparison.Ordinal);
        var told = diagnostics.Where(found => (found.Severity != Severity.Information || isOfNotes) && (found.Code != Codes.Untested || isOfScenarios)).Select(found => string.Create(
            CultureInfo.InvariantCulture, $"{(found.Path == name || found.Path.Length == 0 ? "" : $"{found.Path}:")}{found.Line}:{found.Column} {found.Code}"));
        var all = string.Join(", ", told);
        return all.Length == 0 ? "nothing" : all;
    }

    private static IEnumerable<string> Below(string folder) => Directory.EnumerateFiles(Full(folder))
        .Select(path => $"{folder}/{Path.GetFileName(path)}")
        .Order(StringComparer.Ordinal);

    private static RuleFile Take(string name, string path) => new(path, File.ReadAllBytes(Full(name)));

    private static string Full(string path) => Path.Combine(Repository.Root, Folder, path);
}
