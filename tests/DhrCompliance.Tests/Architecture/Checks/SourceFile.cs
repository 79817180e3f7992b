using System.Text.RegularExpressions;

namespace DhrCompliance.Tests.Architecture.Checks;

/// <summary>One source file as text.</summary>
internal sealed partial record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    private static readonly string[] NamesThatSayNothing =
        ["Interfaces", "Models", "Helpers", "Utils", "Utilities", "Services", "Managers", "Common", "Misc"];

    public static IReadOnlyList<SourceFile> Below(string folder) =>
    [
        .. Repository.Files(folder, ".cs", ".razor")
            .Select(path => new SourceFile(path, File.ReadAllLines(System.IO.Path.Combine(Repository.Root, path)))),
    ];

    public static double MedianLines(IReadOnlyCollection<SourceFile> files)
    {
        var counts = files.Select(file => file.Lines.Count).Order().ToArray();
        return (counts[(counts.Length - 1) / 2] + counts[counts.Length / 2]) / 2.0;
    }

    public IEnumerable<string> TooLong(int most) =>
        Lines.Count > most ? [$"{Path} has {Lines.Count} lines, more than {most}"] : [];

    /// <summary>Marks of work left behind, regions, and folders whose name says nothing of what they hold.</summary>
    public IEnumerable<string> Untidy() =>
    [
        .. Lines.Index()
            .Where(line => LeftBehind().IsMatch(line.Item))
            .Select(line => $"{Path}({line.Index + 1}): {line.Item.Trim()}"),
        .. Path.Split('/')[..^1].Intersect(NamesThatSayNothing).Select(name => $"{Path}: the folder name '{name}' says nothing"),
    ];

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException|^\s*#(end)?region\b")]
    private static partial Regex LeftBehind();
}
