using System.Text.RegularExpressions;

namespace DhrCompliance.Tests.Architecture.Checks;

/// <summary>Warnings switched off in project files: each code must be named in a comment of the same file.</summary>
internal static partial class SuppressedWarnings
{
    public static IReadOnlyList<string> WithoutReason() =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "Directory.*.props")
            .Select(path => Path.GetRelativePath(Repository.Root, path))
            .Concat(Repository.Files("src", ".csproj", ".props"))
            .Concat(Repository.Files("tests", ".csproj", ".props"))
            .SelectMany(path => WithoutReason(path, File.ReadAllText(Path.Combine(Repository.Root, path)))),
    ];

    public static IEnumerable<string> WithoutReason(string path, string project)
    {
        var comments = string.Concat(Comment().Matches(project).Select(match => match.Value));
        return NoWarn().Matches(project)
            .SelectMany(match => Code().Matches(match.Value))
            .Select(match => match.Value)
            .Where(code => !comments.Contains(code, StringComparison.Ordinal))
            .Select(code => $"{path}: {code} is switched off without a reason");
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("<NoWarn>.*?</NoWarn>", RegexOptions.Singleline)]
    private static partial Regex NoWarn();

    [GeneratedRegex("[A-Z]{2,6}[0-9]{4}")]
    private static partial Regex Code();
}
