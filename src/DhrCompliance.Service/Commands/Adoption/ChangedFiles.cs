using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Operations;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>In which files two sets of rule files differ.</summary>
internal static class ChangedFiles
{
    /// <summary>Files that are new or other than before.</summary>
    public static IEnumerable<RuleFile> In(IReadOnlyList<RuleFile> before, IReadOnlyList<RuleFile> now)
    {
        var old = before.ToDictionary(file => file.Path, StringComparer.Ordinal);
        return now.Where(file => !old.TryGetValue(file.Path, out var was) || RulebookReader.HashOf([was]) != RulebookReader.HashOf([file]));
    }

    /// <summary>Which files they are, for a person.</summary>
    public static string Sentence(IEnumerable<(string Path, string Text)> inForce, IReadOnlyList<RuleFile> now)
    {
        var before = RulesFolder.Kept(inForce);
        var paths = before.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var lists = new[]
        {
            ("changed", In(before, now).Where(file => paths.Contains(file.Path))),
            ("new", now.Where(file => !paths.Contains(file.Path))),
            ("no longer there", before.Where(file => now.All(other => other.Path != file.Path))),
        };
        return $"Files that are not as in force: {string.Join("; ", lists.Where(list => list.Item2.Any()).Select(list => $"{list.Item1}: {string.Join(", ", list.Item2.Select(file => file.Path))}"))}.";
    }
}
