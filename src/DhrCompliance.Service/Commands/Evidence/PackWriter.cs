using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace DhrCompliance.Service.Commands.Evidence;

/// <summary>Writes a pack: the same parts give the same bytes, whenever and wherever. The list of parts with their hashes comes last.</summary>
internal sealed class PackWriter(Stream output) : IDisposable
{
    // The first moment that the format can hold; a true one would make every pack another.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
    private readonly List<PackEntry> _entries = [];

    public void Add(string path, string text) => Add(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    public void Add(string path, Action<Stream> write)
    {
        using var stream = Open(path);
        using var counted = new CountedStream(stream);
        write(counted);
        _entries.Add(new PackEntry(path, counted.Count, counted.Hash()));
    }

    /// <summary>Adds the list of what was added.</summary>
    public void Finish()
    {
        using var stream = Open(PackParts.Manifest);
        PackJson.Write(stream, new PackManifest(_entries));
    }

    public void Dispose() => _zip.Dispose();

    private Stream Open(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        entry.ExternalAttributes = 0;
        return entry.Open();
    }

    private sealed class CountedStream(Stream inner) : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public long Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Count;

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public string Hash() => Convert.ToHexStringLower(_hash.GetHashAndReset());

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _hash.AppendData(buffer);
            Count += buffer.Length;
            inner.Write(buffer);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _hash.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
