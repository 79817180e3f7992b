using System.Security.Cryptography;
using System.Text;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Mappings;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Operations;

namespace DhrCompliance.Service.Commands.Serving.Intaking;

/// <summary>Reads what lies in a unit of the intake folder: our own layout, or where it is none, another as the folder's mapping says.</summary>
internal sealed class IntakeReading(IntakeFolder folder, KnownWords words)
{
    private const int MostMapping = 1 << 20;

    // What nobody watches must not fill the memory.
    private static readonly ImportLimits Limits = ImportLimits.Usual with { FileBytes = 128L << 20, WorkbookBytes = 64L << 20 };

    /// <summary>The files of a unit, in ordinal order.</summary>
    public IReadOnlyList<string> Files(string unit) =>
        [.. Directory.EnumerateFiles(folder.Of(unit)).Where(file => Path.GetFileName(file)[0] != '.' && FileOwner.IsPlain(file)).Order(StringComparer.Ordinal)];

    /// <summary>The SHA-256 of the files and their names.</summary>
    public static string HashOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            using var stream = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What was handed in, and the mapping that it was taken by; null: it is of our layout.</summary>
    public (IncomingRegister Incoming, Mapping? Mapping) Read(string unit, IReadOnlyList<string> files)
    {
        var incoming = ImportFolder.Read(files is [var only] ? only : folder.Of(unit), words, Limits);
        var path = Path.Combine(folder.Path, IntakeFolder.Mapping);
        if (!incoming.Sheets.IsEmpty || !incoming.Forms.IsEmpty || !File.Exists(path) || !FileOwner.IsPlain(path) || new FileInfo(path).Length > MostMapping)
        {
            return (incoming, null);
        }

        if (MappingReader.Read(IntakeFolder.Mapping, File.ReadAllBytes(path), words, out var mistakes) is not { } mapping)
        {
            return (new IncomingRegister { Mistakes = mistakes }, null);
        }

        IncomingRegister[] mapped = [.. files.Select(file => MappedSheets.Of(RawFile.Read(file, Limits), mapping))];
        return (new IncomingRegister
        {
            Sheets = [.. mapped.SelectMany(one => one.Sheets)],
            Ignored = [.. mapped.SelectMany(one => one.Ignored)],
            Mistakes = [.. mapped.SelectMany(one => one.Mistakes)],
        }, mapping);
    }
}
