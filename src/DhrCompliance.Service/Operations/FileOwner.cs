using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DhrCompliance.Service.Operations;

/// <summary>Whose a file is, and whether it is one, as Linux has it. Elsewhere nothing is known.</summary>
public static class FileOwner
{
    private const int WorkingFolder = -100;
    private const int NotThroughLinks = 0x100;
    private const uint BasicStatus = 0x7ff;
    private const int StatusBytes = 256;
    private const int OwnerAt = 20;
    private const int ModeAt = 28;
    private const int KindOf = 0xF000;
    private const int Regular = 0x8000;
    private const int EntryBytes = 512;
    private const int NamesBytes = 16 * 1024;

    /// <summary>The name of the account that a file belongs to; null where it is not known, or that of the machine's administrator, whom a copy or an installation leaves.</summary>
    public static string? Of(string path) =>
        Status(path) is { } status && BinaryPrimitives.ReadUInt32LittleEndian(status.AsSpan(OwnerAt)) is var owner and > 0 ? NameOf(owner) : null;

    /// <summary>Whether it is a plain file: no link, and nothing that waits for somebody to write into it when it is opened. True where that cannot be told.</summary>
    public static bool IsPlain(string path) =>
        Status(path) is { } status ? (BinaryPrimitives.ReadUInt16LittleEndian(status.AsSpan(ModeAt)) & KindOf) == Regular
            : !File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);

    private static byte[]? Status(string path)
    {
        if (!OperatingSystem.IsLinux() || !BitConverter.IsLittleEndian)
        {
            return null;
        }

        try
        {
            var status = new byte[StatusBytes];
            return GetStatus(WorkingFolder, path, NotThroughLinks, BasicStatus, status) == 0 ? status : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static string? NameOf(uint owner)
    {
        var (entry, names) = (Marshal.AllocHGlobal(EntryBytes), Marshal.AllocHGlobal(NamesBytes));
        try
        {
            // The name is the first part of the entry.
            return GetAccount(owner, entry, names, NamesBytes, out var found) == 0 && found != 0
                ? Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(found)) : null;
        }
        finally
        {
            Marshal.FreeHGlobal(entry);
            Marshal.FreeHGlobal(names);
        }
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetStatus(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);

    [DllImport("libc", EntryPoint = "getpwuid_r")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetAccount(uint owner, nint entry, nint names, nint length, out nint found);
}
