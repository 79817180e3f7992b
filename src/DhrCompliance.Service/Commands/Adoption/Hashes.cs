namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>Hashes of rulebooks as people read and type them.</summary>
internal static class Hashes
{
    private const int Length = 12;

    /// <summary>The beginning of a hash, enough to name it by: <c>3fa9c1d20b77</c>.</summary>
    public static string Short(string hash) => hash[(hash.IndexOf(':', StringComparison.Ordinal) + 1)..] is var digits && digits.Length > Length ? digits[..Length] : digits;
}
