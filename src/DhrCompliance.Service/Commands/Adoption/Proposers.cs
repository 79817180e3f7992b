using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Operations;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>
/// Who changed rule files: the accounts that the changed files belong to. The account that the service runs under stands for nobody, since
/// whoever works with the service works under it; neither does the machine's administrator.
/// </summary>
internal static class Proposers
{
    private const string Between = ", ";

    /// <summary>The owners of files that are not as in force, in ordinal order; empty: nobody is known.</summary>
    public static string Of(string folder, IReadOnlyList<RuleFile> files, IEnumerable<(string Path, string Text)> inForce, string account)
    {
        return Joined(ChangedFiles.In(RulesFolder.Kept(inForce), files)
            .Select(file => FileOwner.Of(Path.Combine(folder, file.Path)))
            .Where(owner => owner != account));
    }

    public static string Joined(IEnumerable<string?> names) => string.Join(Between, names
        .Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => Plain(name!)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a name is one of those who proposed.</summary>
    public static bool IsOne(string proposers, string name) =>
        proposers.Split(Between, StringSplitOptions.RemoveEmptyEntries).Contains(Plain(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>A name in one line with single blanks.</summary>
    public static string Plain(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
