using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace DhrCompliance.Service.Commands;

/// <summary>
/// What an interrupted run leaves behind: nothing. The register takes an act whole or not at all; files that were begun beside
/// their place are removed here.
/// </summary>
internal static class Interruption
{
    private static readonly ConcurrentDictionary<string, bool> Unfinished = new(StringComparer.Ordinal);

    /// <summary>From now on Ctrl-C ends the program with its own exit code.</summary>
    public static IDisposable Watch(TextWriter errors) => PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
    {
        signal.Cancel = true;
        CleanUp();
        errors.WriteLine("dhr: interrupted. What was finished stands; nothing was half written.");
        Environment.Exit(ExitCode.Interrupted);
    });

    public static void Begun(string path) => Unfinished[path] = true;

    public static void Ended(string path) => Unfinished.TryRemove(path, out _);

    /// <summary>Removes what was begun and not ended.</summary>
    public static void CleanUp()
    {
        foreach (var path in Unfinished.Keys)
        {
            try
            {
                if (Directory.Exists(path))
                {
                    Directory.Delete(path, recursive: true);
                }
                else
                {
                    File.Delete(path);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It goes by a name that nothing reads.
            }
        }
    }
}
