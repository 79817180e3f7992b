using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary>Makes room for a demonstration: an earlier one is replaced, anything else is left alone.</summary>
internal static class DemoFolder
{
    /// <summary>Throws <see cref="UsageException"/> where the folder holds a register that is no demonstration.</summary>
    public static void Clear(string folder, ServiceSettings settings, Invocation invocation)
    {
        Directory.CreateDirectory(folder);
        if (!File.Exists(settings.Ledger.Path))
        {
            return;
        }

        using (var old = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock))
        {
            if (!old.IsDemo)
            {
                throw new UsageException($"{settings.Ledger.Path} is a register and no demonstration: name another folder with --out.");
            }
        }

        foreach (var file in Directory.EnumerateFiles(folder, "register.db*"))
        {
            File.Delete(file);
        }

        if (Directory.Exists(settings.Pickup.Path))
        {
            foreach (var mail in Directory.EnumerateFiles(settings.Pickup.Path, "*.eml"))
            {
                File.Delete(mail);
            }
        }
    }
}
