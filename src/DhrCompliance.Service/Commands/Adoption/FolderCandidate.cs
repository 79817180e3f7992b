using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>A folder that holds all rule files, as something that somebody would have in force.</summary>
internal static class FolderCandidate
{
    public static Candidate Of(IReadOnlyList<RuleFile> files, ServiceSettings settings, string source, string by, string from = "the folder of rule files")
    {
        var hash = RulebookReader.HashOf(files);
        return new Candidate
        {
            Source = source,
            From = from,
            Files = files,
            Content = hash,
            Hash = hash,
            By = by,
            Page = PageOf(settings, source, hash),
        };
    }

    /// <summary>Where the page about a rulebook lies, or would.</summary>
    public static string PageOf(ServiceSettings settings, string source, string hash) =>
        source == "proposals" ? Path.Combine(settings.Proposals.Path, ProposalFolders.Answer)
        : source.StartsWith("proposals/", StringComparison.Ordinal) ? Path.Combine(settings.Proposals.Path, source["proposals/".Length..], ProposalFolders.Answer)
        : Path.Combine(settings.Pages.Path, $"rules-{Hashes.Short(hash)}.html");
}
