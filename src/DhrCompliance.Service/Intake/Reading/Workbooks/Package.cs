using System.IO.Compression;
using System.Xml;

namespace DhrCompliance.Service.Intake.Reading.Workbooks;

/// <summary>
/// A workbook's archive. Nothing of it is believed: names, sizes and links are checked before a part is read, parts are read as a stream within limits,
/// no entity is expanded and no address is followed.
/// </summary>
internal sealed class Package : IDisposable
{
    private static readonly string[] Dangerous = ["vbaproject.bin", "vbadata.xml", "/macrosheets/", "/externallinks/", "xl/connections.xml", "/querytables/", "/activex/", "/embeddings/"];

    private readonly ZipArchive _zip;
    private readonly string _file;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImportLimits _limits;
    private readonly NodeBudget _nodes = new();
    private long _left;

    private Package(ZipArchive zip, string file, ImportLimits limits)
    {
        (_zip, _file, _limits, _left) = (zip, file, limits, limits.UnpackedBytes);
        if (zip.Entries.Count > limits.Files)
        {
            throw Refused(FormattableString.Invariant($"a workbook of at most {limits.Files} parts, not {zip.Entries.Count}"));
        }

        foreach (var entry in zip.Entries)
        {
            Take(entry);
        }
    }

    /// <summary>Opens it.</summary>
    /// <param name="stream">The file, which can be searched.</param>
    /// <param name="file">Its name, for what is said of it.</param>
    /// <param name="limits">What it may weigh.</param>
    /// <exception cref="RefusedFileException">It is no workbook, or one that is not taken.</exception>
    public static Package Open(Stream stream, string file, ImportLimits limits)
    {
        Kinds.RefuseOther(stream, file, limits);
        try
        {
            return new Package(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true), file, limits);
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw Kinds.Broken(file);
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Reads a part; the caller's reading stands on its root element.</summary>
    /// <exception cref="RefusedFileException">The part is missing, broken or beyond a limit.</exception>
    public T Read<T>(string part, Func<XmlReader, T> read)
    {
        if (!_parts.TryGetValue(part, out var entry))
        {
            throw Refused($"a whole workbook: its part '{Mistake.Shown(part)}' is missing; open it in a spreadsheet program and save it anew");
        }

        try
        {
            using var unpacked = entry.Open();
            _nodes.Came();
            using var bounded = new BudgetStream(unpacked, Spend, () => Refusal(part));
            using var xml = new NodeReader(XmlReader.Create(bounded, Safe()), _nodes.Came);
            xml.MoveToContent();
            return read(xml);
        }
        catch (XmlException error) when (error.InnerException is RefusedFileException refused)
        {
            throw refused;
        }
        catch (XmlException error)
        {
            throw Refused(error.Message.Contains("DTD", StringComparison.Ordinal)
                ? $"a workbook without a document type declaration, and its part '{Mistake.Shown(part)}' has one: no spreadsheet program writes that"
                : $"a workbook that is whole: its part '{Mistake.Shown(part)}' is broken; open it in a spreadsheet program and save it anew");
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException or EndOfStreamException)
        {
            throw Kinds.Broken(_file);
        }
    }

    public RefusedFileException Refused(string expected) => new(new Mistake(_file, null, null, null, expected));

    public void Dispose() => _zip.Dispose();

    private void Spend(int bytes)
    {
        _left -= bytes;
        _nodes.Spend(bytes);
    }

    private RefusedFileException? Refusal(string part) =>
        _left < 0 ? Refused(FormattableString.Invariant($"a workbook of at most {_limits.UnpackedBytes} bytes when it is unpacked; split it"))
        : _nodes.IsSpent ? Refused(FormattableString.Invariant(
            $"a workbook that a spreadsheet program wrote: its part '{Mistake.Shown(part)}' has tags, or blanks between them, that are far longer than any program writes (at most {NodeBudget.MostAtOnce} bytes); open it in a spreadsheet program and save it anew"))
        : null;

    private static XmlReaderSettings Safe() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    private void Take(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains(".."))
        {
            throw Refused($"a workbook whose parts have plain names, not '{Mistake.Shown(entry.FullName)}', which leads out of it");
        }

        if (name.EndsWith('/'))
        {
            return;
        }

        if (Array.Exists(Dangerous, part => ("/" + name).Contains("/" + part.TrimStart('/'), StringComparison.OrdinalIgnoreCase)))
        {
            throw Refused($"a workbook without macros, links to other files or connections, and this has '{Mistake.Shown(name)}': save it as .xlsx without them, or copy the sheets into a new workbook as values");
        }

        if (!_parts.TryAdd(name, entry))
        {
            throw Refused($"a workbook with each part once, and '{Mistake.Shown(name)}' is there twice");
        }
    }
}
