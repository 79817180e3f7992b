namespace DhrCompliance.Service.Settings;

/// <summary>One entry of those that say who may be written to: an address, <c>@example.org</c>, or <c>@*.example.org</c>.</summary>
internal static class AllowedEntry
{
    private const string Below = "@*.";

    private const int LongestLabel = 63;

    // Some relays send on what stands before one of these in the part before the @ (a%b@relay, b!a@relay).
    private static readonly string[] Routes = ["%", "!", "@"];

    /// <summary>Whether it has one of the three forms.</summary>
    public static bool IsOne(string entry) =>
        entry.StartsWith(Below, StringComparison.Ordinal) ? IsDomain(entry[Below.Length..])
        : entry.StartsWith('@') ? IsDomain(entry[1..])
        : IsPlain(entry) && !entry.Contains('*', StringComparison.Ordinal);

    /// <summary>Whether any of the entries lets an address be written to; with no entry, every one may be.</summary>
    public static bool Allow(IReadOnlyList<string> entries, string address) => entries.Count == 0 || (IsPlain(address) && entries.Any(entry => Covers(entry, address)));

    private static bool Covers(string entry, string address)
    {
        var at = address.LastIndexOf('@');
        var domain = address[(at + 1)..];
        if (!entry.StartsWith('@'))
        {
            return Same(entry, address);
        }

        if (Routes.Any(sign => address[..at].Contains(sign, StringComparison.Ordinal)))
        {
            return false;
        }

        return entry.StartsWith(Below, StringComparison.Ordinal)
            ? domain.Length > entry.Length - Below.Length + 1 && domain.EndsWith(entry[(Below.Length - 1)..], StringComparison.OrdinalIgnoreCase) && IsDomain(domain)
            : Same(entry[1..], domain);
    }

    private static bool IsPlain(string text) => PostSettings.IsAddress(text) && text.Count(letter => letter == '@') == 1 && !text.Any(letter => letter is '"' or '<' or '>' or '(' or ')' or ',' or ';' or ':' or '\\');

    private static bool IsDomain(string text)
    {
        var labels = text.Split('.');
        return labels.Length > 1 && labels.All(label =>
            label.Length is > 0 and <= LongestLabel && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && label[0] != '-' && label[^1] != '-');
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
