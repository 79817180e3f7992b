using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary>Makes room for a demonstration: an earlier one is replaced, anything else is left alone.</summary>
internal static class DemoFolder
{
    /// <summary>
    /// Clears the folder of an earlier demonstration, or of one that was interrupted, and returns the file to fill: it gets the
    /// register's name when it is whole. Throws <see cref="UsageException"/> where the folder holds a register that is no demonstration.
    /// </summary>
    public static string Clear(string folder, ServiceSettings settings, Invocation invocation)
    {
        var making = $"{settings.Ledger.Path}.making";
        Documents.Placed(folder, () => Directory.CreateDirectory(folder));
        if (File.Exists(settings.Ledger.Path))
        {
            RequireDemo(settings.Ledger.Path, invocation);
        }
        else if (!File.Exists(making))
        {
            return making;
        }

        Documents.Placed(folder, () =>
        {
            File.Delete(settings.Journal);
            foreach (var register in new[] { settings.Ledger.Path, making })
            {
                File.Delete(register);
                File.Delete($"{register}-wal");
                File.Delete($"{register}-shm");
            }

            foreach (var mail in Directory.Exists(settings.Pickup.Path) ? Directory.EnumerateFiles(settings.Pickup.Path, "*.eml") : [])
            {
                File.Delete(mail);
            }
        });
        return making;
    }

    /// <summary>
    /// Gives the register its name; the files of its claims, which bear the one it had, go. So does the journal of what was sent: the first run in
    /// earnest makes it from the register.
    /// </summary>
    public static void Finish(string making, ServiceSettings settings)
    {
        File.Delete(settings.Journal);
        File.Move(making, settings.Ledger.Path);
        foreach (var beside in Directory.EnumerateFiles(Path.GetDirectoryName(making)!, $"{Path.GetFileName(making)}.*"))
        {
            File.Delete(beside);
        }
    }

    private static void RequireDemo(string path, Invocation invocation)
    {
        using var old = LedgerDatabase.Open(path, OpenMode.ReadOnly, invocation.Clock);
        if (!old.IsDemo)
        {
            throw new UsageException($"{path} is a register and no demonstration: name another folder with --out.");
        }
    }
}
