using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Service.Operations;

/// <summary>
/// Reads rule files, and keeps what was read last: a service looks at the same files every few minutes, and reading them is the dearest part of a look.
/// What was read is told apart by the bytes of the files and their paths, and never changes, so that it may be shared.
/// </summary>
public static class RuleReadings
{
    // Those in force, those of the folder, and two that are compared with them.
    private const int Most = 4;

    private static readonly Lock Door = new();
    private static readonly List<(string Key, RulebookReading Reading)> Last = [];

    /// <summary>What came of reading the files, read now or before.</summary>
    public static RulebookReading Of(IReadOnlyList<RuleFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var key = KeyOf(files);
        if (Find(key) is { } before)
        {
            return before;
        }

        var reading = RulebookReader.Read(files);
        Keep(key, reading);
        return reading;
    }

    private static RulebookReading? Find(string key)
    {
        lock (Door)
        {
            var place = Last.FindIndex(one => one.Key == key);
            if (place < 0)
            {
                return null;
            }

            var found = Last[place];
            Last.RemoveAt(place);
            Last.Insert(0, found);
            return found.Reading;
        }
    }

    private static void Keep(string key, RulebookReading reading)
    {
        lock (Door)
        {
            Last.RemoveAll(one => one.Key == key);
            Last.Insert(0, (key, reading));
            if (Last.Count > Most)
            {
                Last.RemoveAt(Most);
            }
        }
    }

    // Not the rulebook's hash, to which line ends are all one: a diagnostic may tell of them.
    private static string KeyOf(IReadOnlyList<RuleFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            Append(hash, Encoding.UTF8.GetBytes(file.Path));
            Append(hash, file.Bytes.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
