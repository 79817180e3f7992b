using DhrCompliance.Cases;

namespace DhrCompliance.Escalations;

/// <summary>What a notice is about, from a case file.</summary>
public static class Concerns
{
    /// <summary>The part of a partnership that only supplies what it knows; it is not told.</summary>
    private const string OnlySupplies = "contributing";

    /// <param name="file">The case, or the partnership.</param>
    /// <param name="item">The item's id; null: it is about none.</param>
    public static Concern Of(CaseFile file, string? item)
    {
        ArgumentNullException.ThrowIfNull(file);
        var found = item is null ? null : file.Items.FirstOrDefault(candidate => candidate.Id == item);
        var others = file.OtherPartnerships.Where(other => other.Part != OnlySupplies).Select(other => other.Partnership);
        return new Concern(
            file.Reference,
            [.. others.Prepend(file.Partnership).Distinct(StringComparer.Ordinal)],
            found is null ? [] : [.. found.Facts.Values]);
    }
}
