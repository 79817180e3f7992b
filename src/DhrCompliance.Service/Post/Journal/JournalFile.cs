using System.Security.Cryptography;
using System.Text;

namespace DhrCompliance.Service.Post.Journal;

/// <summary>
/// The journal's file: a first line with a salt of its own, then lines that are only ever added, each seen to the disk. One process at a time.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private const string Title = "dhr-outbox-journal 1 ";

    private const int SaltBytes = 16;

    private const UnixFileMode OwnerAndGroup = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    private readonly FileStream _file;

    private JournalFile(FileStream file, byte[] salt)
    {
        _file = file;
        Salt = salt;
    }

    /// <summary>What its hashes are keyed with.</summary>
    public byte[] Salt { get; }

    /// <summary>
    /// Opens it to add to it, or makes it; each line that it has is told. A last line without an end was cut off by a crash, and goes. Throws
    /// <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where it cannot be read or written, <see cref="InvalidDataException"/>,
    /// naming the line, where it is not as it was written.
    /// </summary>
    public static JournalFile Open(string path, Action<JournalLine> found)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerAndGroup;
        }

        var file = new FileStream(path, options);
        try
        {
            CutOff(file);
            return file.Length == 0 ? Begin(file) : new JournalFile(file, Read(file, found));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Adds the lines and sees them to the disk.</summary>
    public void Add(IEnumerable<JournalLine> lines)
    {
        var end = _file.Length;
        try
        {
            Write(_file, string.Concat(lines.Select(line => $"{line.Write()}\n")));
        }
        catch (IOException)
        {
            // Half a line would stand in the way of the next one.
            _file.SetLength(end);
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    private static JournalFile Begin(FileStream file)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        Write(file, $"{Title}{Convert.ToHexStringLower(salt)}\n");
        return new JournalFile(file, salt);
    }

    private static void Write(FileStream file, string text)
    {
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.ASCII.GetBytes(text));
        file.Flush(flushToDisk: true);
    }

    private static void CutOff(FileStream file)
    {
        var end = file.Length;
        while (end > 0)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
            {
                break;
            }

            end--;
        }

        file.SetLength(end);
    }

    private static byte[] Read(FileStream file, Action<JournalLine> found)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, Encoding.ASCII, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var title = reader.ReadLine() ?? "";
        var salt = new byte[SaltBytes];
        if (!title.StartsWith(Title, StringComparison.Ordinal)
            || title.Length != Title.Length + (2 * SaltBytes)
            || !title[Title.Length..].All(char.IsAsciiHexDigitLower))
        {
            throw new InvalidDataException("its first line is not that of a journal");
        }

        Convert.FromHexString(title.AsSpan(Title.Length), salt, out _, out _);
        for (var number = 2; reader.ReadLine() is { } text; number++)
        {
            found(JournalLine.Read(text) ?? throw new InvalidDataException(FormattableString.Invariant($"its line {number} is not as it was written")));
        }

        return salt;
    }
}
