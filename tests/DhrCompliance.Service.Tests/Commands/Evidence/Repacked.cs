using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace DhrCompliance.Service.Tests.Commands.Evidence;

/// <summary>A pack in somebody else's hands.</summary>
internal static class Repacked
{
    public static Dictionary<string, byte[]> Parts(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return zip.Entries.ToDictionary(entry => entry.FullName, Bytes, StringComparer.Ordinal);
    }

    public static string Text(string path, string part) => Encoding.UTF8.GetString(Parts(path)[part]);

    /// <summary>The parts as a file; their list of hashes as it was, or made to fit.</summary>
    public static void Write(string path, IReadOnlyDictionary<string, byte[]> parts, bool withFittingManifest)
    {
        var written = parts.ToDictionary(StringComparer.Ordinal);
        if (withFittingManifest)
        {
            written["manifest.json"] = Encoding.UTF8.GetBytes(new JsonObject
            {
                ["entries"] = new JsonArray([.. parts.Where(part => part.Key != "manifest.json").Select(part => (JsonNode)new JsonObject
                {
                    ["path"] = part.Key, ["bytes"] = part.Value.Length, ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(part.Value)),
                })]),
            }.ToJsonString());
        }

        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in written)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(bytes);
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var memory = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
