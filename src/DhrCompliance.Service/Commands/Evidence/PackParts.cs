namespace DhrCompliance.Service.Commands.Evidence;

/// <summary>The names of what a pack holds.</summary>
internal static class PackParts
{
    public const string Readme = "README.txt";
    public const string Terms = "pack.json";
    public const string Audit = "audit.json";
    public const string Acts = "trail/acts.json";
    public const string Manifest = "manifest.json";
    public const string Rules = "rules/";
    public const string Register = "register/";
    public const string Trail = "trail/";
    public const string Json = ".json";

    public static string Table(string name) => $"{Register}{name}{Json}";

    /// <summary>A chain by its number: the name of a partnership may be no name of a file.</summary>
    public static string Chain(int number) => FormattableString.Invariant($"{Trail}chain-{number}{Json}");

    public static bool IsChain(string name) => name.StartsWith($"{Trail}chain-", StringComparison.Ordinal);

    /// <summary>Whether a pack can hold something of this name. No name leads out of the pack, and nothing of a pack is ever written to disk.</summary>
    public static bool IsName(string name) =>
        name is Readme or Terms or Audit or Acts or Manifest
        || ((name.StartsWith(Rules, StringComparison.Ordinal) || name.StartsWith(Register, StringComparison.Ordinal) || name.StartsWith(Trail, StringComparison.Ordinal))
            && name.Length <= 200
            && name.Split('/').All(part => part.Length > 0 && part is not "." and not ".." && !part.Any(character => character is '\\' or ':' || char.IsControl(character))));
}

/// <summary>What a pack says it holds.</summary>
/// <param name="Entries">Everything but the list itself, in the order in which it stands.</param>
internal sealed record PackManifest(IReadOnlyList<PackEntry> Entries);

/// <summary>One part of a pack.</summary>
/// <param name="Path">Its name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The hash of what it holds, in lower-case hexadecimal.</param>
internal sealed record PackEntry(string Path, long Bytes, string Sha256);
