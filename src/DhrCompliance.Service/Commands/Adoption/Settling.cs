namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>
/// Files that are being copied are read again until two readings agree: what a source holds is taken only once it was seen some time ago,
/// and nothing else since. Measured by what passes, not by what the clock shows.
/// </summary>
internal sealed class Settling(TimeProvider clock, TimeSpan apart)
{
    private readonly Dictionary<string, (string Content, long Since)> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether anything was seen for the first time.</summary>
    public bool HasNew { get; private set; }

    /// <summary>Whether the source has held this for a while.</summary>
    public bool Is(string source, string content)
    {
        if (_seen.TryGetValue(source, out var seen) && seen.Content == content)
        {
            return clock.GetElapsedTime(seen.Since) >= apart;
        }

        _seen[source] = (content, clock.GetTimestamp());
        HasNew = true;
        return false;
    }
}
