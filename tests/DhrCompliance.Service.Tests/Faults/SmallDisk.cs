using System.Diagnostics;

namespace DhrCompliance.Service.Tests.Faults;

/// <summary>A disk of its own in memory, that can be full or read only. Only root may make one, and not in every container.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Block = 4096;

    private const int Attempts = 1000;

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    /// <summary>Null where none can be made.</summary>
    public static SmallDisk? Make(string folder, int megabytes)
    {
        Directory.CreateDirectory(folder);
        return OperatingSystem.IsLinux() && Mount("-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder) ? new SmallDisk(folder) : null;
    }

    /// <summary>Fills it up to some blocks of 4 KiB.</summary>
    public void Fill(int sparing = 0)
    {
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.None, 0);
        var block = new byte[Block];
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            file.SetLength(Math.Max(0, file.Length - (file.Length % Block) - (sparing * (long)Block)));
        }
    }

    public void Empty() => File.Delete(Filler);

    /// <summary>
    /// Read only by a second mount above it: the disk itself cannot be made so while a file on it is being written. Nor can that mount, while
    /// the service has the register open by way of it; it never does for long.
    /// </summary>
    public void Write(bool allowed) =>
        (allowed
            ? Run("umount", "--lazy", Folder)
            : Mount("--bind", Folder, Folder) && Enumerable.Range(0, Attempts).Any(_ => Mount("-o", "remount,bind,ro", Folder))).ShouldBeTrue();

    /// <summary>With the mount above it, where a test failed before it was taken away: what is left mounted would hide why.</summary>
    public void Dispose()
    {
        Run("umount", "--lazy", Folder).ShouldBeTrue();
        while (Run("umount", "--lazy", Folder))
        {
            // One mount less.
        }
    }

    private static bool Mount(params string[] arguments) => Run("mount", arguments);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
