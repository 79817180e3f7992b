using System.Security.Cryptography;

namespace DhrCompliance.Service.Ledger.Trail;

/// <summary>How an entry of the trail follows from what was written. Changing anything here makes every register's trail unreadable.</summary>
internal static class TrailEntry
{
    public const int SaltBytes = 16;
    public const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>What comes before the first entry of a chain.</summary>
    public static ReadOnlySpan<byte> Beginning => new byte[HashBytes];

    public static byte[] OfAct(Frame frame, long id, string command, string by, string host, string toolVersion, string at) =>
        frame.Start().Add(id).Add(command).Add(by).Add(host).Add(toolVersion).Add(at).Hash();

    public static void Hash(
        Frame frame,
        string partnership,
        long sequence,
        ReadOnlySpan<byte> act,
        string kind,
        string source,
        long row,
        ReadOnlySpan<byte> digest,
        ReadOnlySpan<byte> previous,
        Span<byte> hash) =>
        frame.Start().Add(partnership).Add(sequence).Add(act).Add(kind).Add(source).Add(row).Add(digest).Add(previous).Hash(hash);
}
