using System.Security.Cryptography;
using System.Text;

namespace DhrCompliance.Service.Ledger.Migrations;

/// <summary>A script that brings the register one version on. Its hash is of the text with line ends as <c>\n</c>.</summary>
internal sealed record MigrationScript(string Name, string Text)
{
    private const string Folder = ".Ledger.Migrations.";

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normalised(Text))));

    /// <summary>The scripts this program carries, in the order in which they are applied.</summary>
    public static IReadOnlyList<MigrationScript> Embedded { get; } = ReadEmbedded();

    private static string Normalised(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static List<MigrationScript> ReadEmbedded()
    {
        var assembly = typeof(MigrationScript).Assembly;
        return
        [
            .. from resource in assembly.GetManifestResourceNames()
               let at = resource.IndexOf(Folder, StringComparison.Ordinal)
               where at >= 0 && resource.EndsWith(".sql", StringComparison.Ordinal)
               let name = resource[(at + Folder.Length)..]
               orderby name
               select new MigrationScript(name, Read(resource)),
        ];

        string Read(string resource)
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }
}
