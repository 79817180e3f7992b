using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace DhrCompliance.Service.Ledger.Sqlite;

/// <summary>Which SQLite is used: the system's, which is patched with the system, or else the bundled one.</summary>
internal static class NativeSqlite
{
    /// <summary>3.35: upserts, RETURNING and VACUUM INTO, which the register needs.</summary>
    private const int OldestVersion = 3_035_000;

    private static readonly string[] SystemNames = ["libsqlite3.so.0", "libsqlite3.dylib"];

    private static readonly Lazy<string> Prepared = new(Prepare, LazyThreadSafetyMode.ExecutionAndPublication);

    private static string? systemLibrary;

    private static nint loaded;

    /// <summary>Before the first connection. Says which library and version is in use, for a person.</summary>
    public static string Use() => Prepared.Value;

    /// <summary>A function that the driver does not pass on; null where the library lacks it.</summary>
    public static TDelegate? Function<TDelegate>(string name)
        where TDelegate : Delegate
    {
        Use();
        return NativeLibrary.TryGetExport(loaded, name, out var function) ? Marshal.GetDelegateForFunctionPointer<TDelegate>(function) : null;
    }

    private static string Prepare()
    {
        var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        NativeLibrary.SetDllImportResolver(provider, Resolve);
        Batteries_V2.Init();
        if (loaded == 0)
        {
            loaded = NativeLibrary.Load("e_sqlite3", provider, null);
        }

        return $"SQLite {raw.sqlite3_libversion().utf8_to_string()} ({systemLibrary ?? "bundled"})";
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? paths)
    {
        foreach (var system in SystemNames)
        {
            if (NativeLibrary.TryLoad(system, out var library) && IsNewEnough(library))
            {
                systemLibrary = system;
                loaded = library;
                return library;
            }
        }

        return 0;
    }

    private static bool IsNewEnough(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var function)
        && Marshal.GetDelegateForFunctionPointer<VersionNumber>(function)() >= OldestVersion;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();
}
