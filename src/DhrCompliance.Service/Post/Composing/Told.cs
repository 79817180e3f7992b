using System.Collections.Immutable;
using DhrCompliance.Escalations.Wording;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>The instance of a duty, as in the keys of notices.</summary>
public readonly record struct About(string Reference, string Duty, string Instance)
{
    public static About Of(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new About(entry.Reference, entry.Duty, entry.Instance);
    }
}

/// <summary>What one person was told before that is still so.</summary>
/// <param name="Lines">The gravest of what is not told anew, in that order.</param>
/// <param name="Beyond">How many more there are.</param>
/// <param name="All">Everything, what is told anew included.</param>
public sealed record Told(ImmutableArray<DigestStanding> Lines, int Beyond, ImmutableHashSet<About> All)
{
    public static Told Nothing { get; } = new([], 0, []);
}
