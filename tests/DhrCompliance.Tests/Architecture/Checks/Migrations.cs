using System.Text.RegularExpressions;

namespace DhrCompliance.Tests.Architecture.Checks;

/// <summary>Scripts of SQL: where they lie, what they are called, and that the executable carries them.</summary>
internal static partial class Migrations
{
    private const string Folder = "src/DhrCompliance.Service/Ledger/Migrations/";

    public static IReadOnlyList<string> Wrong(IReadOnlyList<string> scripts, IReadOnlyList<string> embedded) =>
    [
        .. scripts.SelectMany(path => Wrong(path, embedded)),
        .. scripts
            .CountBy(path => string.Join('-', Path.GetFileName(path).Split('-').Take(2)))
            .Where(number => number.Value > 1)
            .Select(number => $"{number.Key}: {number.Value} scripts have this number"),
    ];

    private static IEnumerable<string> Wrong(string path, IReadOnlyList<string> embedded)
    {
        var name = Path.GetFileName(path);
        if (!path.StartsWith(Folder, StringComparison.Ordinal))
        {
            yield return $"{path}: scripts lie in {Folder}";
        }

        if (!Name().IsMatch(name))
        {
            yield return $"{path}: is not named yyyymmdd-nn-what.sql";
        }

        if (!embedded.Any(resource => resource.EndsWith($".{name}", StringComparison.Ordinal)))
        {
            yield return $"{path}: is not embedded";
        }
    }

    [GeneratedRegex(@"^20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])-\d{2}-[a-z0-9]+(-[a-z0-9]+)*\.sql$")]
    private static partial Regex Name();
}
