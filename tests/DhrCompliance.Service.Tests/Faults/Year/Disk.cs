using System.Security.Cryptography;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Faults.Year;

/// <summary>
/// Where the register lies, and a process that can be killed at any moment: its files are copied as they stand, the copy is the register from
/// then on, and what the process does while it goes down it does to files that nobody looks at any more.
/// </summary>
internal sealed class Disk : IDisposable
{
    /// <summary>Memory where there is some: a year of days is mostly waiting for the disk otherwise.</summary>
    private readonly string root = Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"dhr-year-{Path.GetRandomFileName()}");

    private int lives;
    private int commits = -1;

    public Disk() => Directory.CreateDirectory(Folder);

    public string Register => Path.Combine(Folder, "register.db");

    public OpenOptions Options => OpenOptions.Default with { Fill = Fill };

    private string Folder => Path.Combine(root, FormattableString.Invariant($"{lives}"));

    /// <summary>The process dies in the midst of a commit, after so many others; negative: never.</summary>
    public void DieAfter(int others) => commits = others;

    /// <summary>Randomness is asked for when all rows of an act are written and none is committed, by a sweep as well as by a drain.</summary>
    public void Fill(Span<byte> bytes)
    {
        if (commits == 0)
        {
            Die();
        }

        commits--;
        RandomNumberGenerator.Fill(bytes);
    }

    public void Die()
    {
        commits = -1;
        var before = Register;
        lives++;
        Directory.CreateDirectory(Folder);
        foreach (var which in new[] { "", "-wal" })
        {
            if (File.Exists(before + which))
            {
                // Not File.Copy, whose lock would be let go of for SQLite too.
                using var from = new FileStream(before + which, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var to = new FileStream(Register + which, FileMode.CreateNew);
                from.CopyTo(to);
            }
        }

        throw new KilledException();
    }

    /// <summary>Removes what the dead have left.</summary>
    public void Bury()
    {
        foreach (var folder in Directory.GetDirectories(root).Where(folder => folder != Folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
