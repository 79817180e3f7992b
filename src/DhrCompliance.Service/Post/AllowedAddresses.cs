using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Post;

/// <summary>Who may be written to, as <c>Post:Allowed</c> says.</summary>
public sealed class AllowedAddresses
{
    private readonly IReadOnlyList<string> _entries;

    /// <param name="entries">Addresses, domains (<c>@example.org</c>) and all that is below one (<c>@*.example.org</c>); none: everybody. Throws <see cref="ArgumentException"/> for anything else.</param>
    public AllowedAddresses(IReadOnlyList<string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.FirstOrDefault(entry => !AllowedEntry.IsOne(entry)) is { } bad)
        {
            throw new ArgumentException($"Neither an address nor a domain: {bad}", nameof(entries));
        }

        _entries = entries;
    }

    /// <summary>Everybody.</summary>
    public static AllowedAddresses Any { get; } = new([]);

    /// <summary>Those of the settings.</summary>
    public static AllowedAddresses Of(PostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new AllowedAddresses(settings.Allowed);
    }

    /// <summary>
    /// Whether mail may go to this address. Without regard to small and capital letters; a domain is that domain alone, and <c>*.</c> what lies below it and
    /// not itself. What is not one plain address of ASCII is allowed by no entry.
    /// </summary>
    public bool Allows(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return AllowedEntry.Allow(_entries, address);
    }
}
