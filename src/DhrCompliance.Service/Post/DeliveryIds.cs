using System.Security.Cryptography;
using System.Text;

namespace DhrCompliance.Service.Post;

/// <summary>Names of deliveries that never change: from the keys of their notices and the address.</summary>
internal static class DeliveryIds
{
    private const int Bytes = 12;

    /// <summary>24 digits and small letters: the name of a file, too.</summary>
    public static string Of(IEnumerable<string> notices, string address)
    {
        var text = string.Join('\n', notices.Order(StringComparer.Ordinal).Append(address.ToLowerInvariant()));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
    }

    /// <summary>The same for every attempt to send it, so that a mail server can tell a repeat.</summary>
    public static string MessageIdOf(string id, string from) => $"<{id}@{from[(from.LastIndexOf('@') + 1)..]}>";
}
