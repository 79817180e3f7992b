using System.Runtime.InteropServices;

namespace DhrCompliance.Service.Operations;

/// <summary>
/// Whatever this program makes (register, its backups and the two files beside it, mails, reports, exports) is for its user and
/// group alone. What stood there already keeps its rights; on Windows a folder's own rights decide.
/// </summary>
public static class OwnFiles
{
    // Octal 077 and 007.
    private const uint Strictest = 63;
    private const uint NotOthers = 7;

    /// <summary>For the whole process, once at its start. A stricter mask that was set before stays.</summary>
    public static void KeepFromOthers()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Mask(Mask(Strictest) | NotOthers);
        }
    }

    /// <summary>Whether anybody on the machine may read the file.</summary>
    public static bool IsOpenToAll(string path) =>
        !OperatingSystem.IsWindows() && File.Exists(path) && File.GetUnixFileMode(path).HasFlag(UnixFileMode.OtherRead);

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint Mask(uint mask);
}
