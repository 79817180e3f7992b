using System.Runtime.InteropServices;

namespace DhrCompliance.Service.Operations;

/// <summary>
/// A folder of files that are read while they are written anew: each time a whole folder is written beside the one that is read and put in
/// its place at once, so that nobody sees half of it, and what is no longer in it is gone. For the service's user and group alone.
/// </summary>
public static class SiteFolder
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    // From the kernel: both names at the present folder, the two to be exchanged.
    private const int Here = -100;
    private const uint Exchange = 2;

    /// <summary>Writes the files (paths below the folder, with '/') and puts them in place. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>, with what was there before left as it was.</summary>
    public static void Replace(string root, string name, IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var (place, making) = (Path.Combine(root, name), Path.Combine(root, $".{name}.new"));
        Make(root);
        Remove(making);
        try
        {
            Make(making);
            foreach (var (path, content) in files)
            {
                Write(Path.Combine(making, path.Replace('/', Path.DirectorySeparatorChar)), content.Span);
            }

            Swap(making, place);
        }
        finally
        {
            // What it replaced, or what was left of a making that failed.
            Remove(making);
        }
    }

    /// <summary>The names of the folders in it that this made, or left half made.</summary>
    public static IReadOnlyList<string> Names(string root) =>
        Directory.Exists(root) ? [.. Directory.EnumerateDirectories(root).Select(folder => Path.GetFileName(folder)).Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal)] : [];

    private static void Write(string path, ReadOnlySpan<byte> content)
    {
        Make(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = System.IO.FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode;
        }

        using var file = new FileStream(path, options);
        file.Write(content);
    }

    private static void Make(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, FolderMode);
        }
    }

    private static void Swap(string making, string place)
    {
        if (!Path.Exists(place))
        {
            Directory.Move(making, place);
            return;
        }

        if (OperatingSystem.IsLinux() && Renamed(making, place))
        {
            return;
        }

        // Where two names cannot be exchanged at once there is an instant in which the place is empty.
        var old = $"{making}.old";
        Remove(old);
        Directory.Move(place, old);
        Directory.Move(making, place);
        Remove(old);
    }

    private static bool Renamed(string making, string place)
    {
        try
        {
            return Rename(Here, making, Here, place, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    private static void Remove(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
        else if (new DirectoryInfo(path) is { Exists: true } folder)
        {
            // A link is taken away; what it leads to stays.
            folder.Delete(recursive: folder.LinkTarget is null);
        }
    }

    [DllImport("libc", EntryPoint = "renameat2", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Rename(int fromFolder, string from, int toFolder, string to, uint flags);
}
