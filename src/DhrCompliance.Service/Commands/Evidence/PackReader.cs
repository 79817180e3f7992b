using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace DhrCompliance.Service.Commands.Evidence;

/// <summary>
/// Opens what may be a pack and may be anything. Nothing of it is written to disk; every size is bounded before it is believed, and every name
/// must be one that a pack can hold.
/// </summary>
internal sealed class PackReader : IDisposable
{
    private const long LargestFile = 1024L * 1024 * 1024;
    private const long LargestPart = 2L * 1024 * 1024 * 1024;
    private const long LargestWhole = 4L * 1024 * 1024 * 1024;
    private const int LargestDirectory = 4 * 1024 * 1024;
    private const int MostParts = 5000;
    private const int EndOfDirectory = 22;
    private const int LongestComment = ushort.MaxValue;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.Ordinal);
    private long _read;

    private PackReader(ZipArchive zip) => _zip = zip;

    public IReadOnlyCollection<string> Names => _parts.Keys;

    /// <summary>Throws <see cref="InvalidDataException"/>, saying why, where the file is no pack.</summary>
    public static PackReader Open(Stream file)
    {
        RequireModest(file);
        var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8);
        var reader = new PackReader(zip);
        try
        {
            reader.Take();
            return reader;
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>A part to read once, up to the bound. Throws <see cref="InvalidDataException"/> where there is none.</summary>
    public Stream Part(string name) => _parts.TryGetValue(name, out var entry)
        ? new BoundedPart(entry.Open(), this, name)
        : throw new InvalidDataException($"{name} is missing");

    /// <summary>The whole of a part that fits into memory.</summary>
    public byte[] Bytes(string name, int atMost)
    {
        using var part = Part(name);
        using var memory = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int count; (count = part.Read(buffer, 0, buffer.Length)) > 0;)
        {
            memory.Write(buffer, 0, count);
            if (memory.Length > atMost)
            {
                throw new InvalidDataException(FormattableString.Invariant($"{name} is larger than {atMost} bytes"));
            }
        }

        return memory.ToArray();
    }

    /// <summary>The length and the SHA-256 of a part.</summary>
    public (long Bytes, string Sha256) Measure(string name)
    {
        using var part = Part(name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        var length = 0L;
        for (int count; (count = part.Read(buffer, 0, buffer.Length)) > 0;)
        {
            hash.AppendData(buffer, 0, count);
            length += count;
        }

        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>The directory at the end of the file is read whole into memory, so it is looked at first.</summary>
    private static void RequireModest(Stream file)
    {
        if (file.Length is < EndOfDirectory or > LargestFile)
        {
            throw new InvalidDataException(file.Length < EndOfDirectory ? "it is no ZIP file" : "it is larger than any pack");
        }

        var tail = new byte[(int)Math.Min(file.Length, EndOfDirectory + LongestComment)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + EndOfDirectory > tail.Length)
        {
            throw new InvalidDataException("it is no ZIP file");
        }

        var parts = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 16));
        if (parts > MostParts || directory == uint.MaxValue || file.Length - directory > LargestDirectory)
        {
            throw new InvalidDataException("it holds more parts than any pack");
        }

        file.Position = 0;
    }

    private void Take()
    {
        foreach (var entry in _zip.Entries)
        {
            if (!PackParts.IsName(entry.FullName))
            {
                throw new InvalidDataException("it holds a part that no pack has, or one whose name leads out of it");
            }

            if (!_parts.TryAdd(entry.FullName, entry))
            {
                throw new InvalidDataException($"it holds {entry.FullName} twice");
            }
        }
    }

    /// <summary>What a part says of its length is not believed: it is counted while it is read.</summary>
    private sealed class BoundedPart(Stream inner, PackReader reader, string name) : Stream
    {
        private long _count;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            _count += read;
            reader._read += read;
            // Each part is read a few times; together they may not be more than that many times what a pack can be.
            return _count > LargestPart || reader._read > LargestWhole
                ? throw new InvalidDataException($"{name} unpacks to more than any pack holds")
                : read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
