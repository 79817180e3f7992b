using System.Security.Cryptography;
using System.Text;

namespace DhrCompliance.Rulebooks.Reading;

/// <summary>The hash of a set of files: the same set has the same hash on every machine, whatever its line ends and whatever order it comes in.</summary>
internal static class RulebookHash
{
    /// <summary><c>sha256:</c> and the hash of each path and newline-normalised text, with their lengths, in ordinal order of path.</summary>
    public static string Of(IEnumerable<RuleFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.OrderBy(file => Slashes(file.Path), StringComparer.Ordinal))
        {
            Append(hash, Encoding.UTF8.GetBytes(Slashes(file.Path)));
            Append(hash, Normalised(file.Bytes.Span));
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Slashes(string path) => path.Replace('\\', '/');

    // With its length before it, no part can be taken for the beginning of the next.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }

    private static ReadOnlySpan<byte> Normalised(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)'\r'))
        {
            return bytes;
        }

        var normalised = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\r')
            {
                normalised.Add(bytes[i]);
            }
            else if (i + 1 == bytes.Length || bytes[i + 1] != '\n')
            {
                normalised.Add((byte)'\n');
            }
        }

        return normalised.ToArray();
    }
}
