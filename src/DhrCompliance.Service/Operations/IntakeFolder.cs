using System.Collections.Immutable;
using System.Globalization;

namespace DhrCompliance.Service.Operations;

/// <summary>What lies in the intake folder and is not taken yet.</summary>
/// <param name="Ready">Files that have stayed as they are for a while, in ordinal order.</param>
/// <param name="Growing">Files that have not, or that were not looked at twice yet.</param>
/// <param name="Left">How many links, folders and the like lie there: they are left alone.</param>
public sealed record IntakeLook(ImmutableArray<string> Ready, ImmutableArray<string> Growing, int Left);

/// <summary>
/// The folder that people put files into, perhaps over a network. What is taken is first moved, whole and by its name alone, into a folder of its own (a unit)
/// below <c>working</c>, where nobody else writes, and at the end with its answer to <c>done</c> or <c>refused</c>: whatever happens between, it lies in one of the three.
/// Links are not followed. Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> where the folder itself cannot be used.
/// </summary>
public sealed class IntakeFolder(string path)
{
    /// <summary>How files of another layout are to be taken.</summary>
    public const string Mapping = "mapping.yaml";

    public const string Done = "done";
    public const string Refused = "refused";
    private const string Working = "working";
    private const int MostAtOnce = 50;

    private static readonly string[] NoFiles = [Mapping, "thumbs.db", "desktop.ini"];
    private static readonly string[] Unfinished = [".tmp", ".part", ".partial", ".crdownload", ".download", ".lock", ".writing"];

    public string Path { get; } = path;

    /// <summary>Looks; makes the folder where there is none.</summary>
    /// <param name="isSettled">Whether a file has stayed at a size and time for long enough to be whole.</param>
    public IntakeLook Look(Func<string, string, bool> isSettled)
    {
        foreach (var folder in new[] { "", Working, Done, Refused })
        {
            Own(System.IO.Path.Combine(Path, folder));
        }

        var (ready, growing, left) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>(), 0);
        foreach (var entry in new DirectoryInfo(Path).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (entry.Name is Working or Done or Refused || IsPassing(entry.Name))
            {
                continue;
            }

            if (entry is not FileInfo file || !FileOwner.IsPlain(file.FullName))
            {
                left++;
            }
            else
            {
                (isSettled(file.Name, string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}")) ? ready : growing).Add(file.Name);
            }
        }

        return new IntakeLook([.. ready.Take(MostAtOnce)], growing.ToImmutable(), left);
    }

    /// <summary>Moves files into a unit of their own; null: none of them can be moved now, as while somebody has them open.</summary>
    public string? Claim(IEnumerable<string> names, DateTimeOffset now)
    {
        var unit = Free(now);
        var taken = 0;
        foreach (var name in names)
        {
            try
            {
                var from = System.IO.Path.Combine(Path, name);
                using (new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.None))
                {
                    // Whoever still writes to it has it open; where the system does not say so, that it has settled must do.
                }

                Move(from, System.IO.Path.Combine(Of(unit), name));
                taken++;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It stays where it is, and is tried again.
            }
        }

        if (taken == 0)
        {
            Directory.Delete(Of(unit));
        }

        return taken == 0 ? null : unit;
    }

    /// <summary>What was taken and not finished, in the order in which it was.</summary>
    public IReadOnlyList<string> Units() =>
        [.. new DirectoryInfo(System.IO.Path.Combine(Path, Working)).EnumerateDirectories().Where(unit => unit.LinkTarget is null).Select(unit => unit.Name).Order(StringComparer.Ordinal)];

    /// <summary>Where a unit lies while it is worked on.</summary>
    public string Of(string unit) => System.IO.Path.Combine(Path, Working, unit);

    /// <summary>Puts a unit, with all that lies in it, where people find it.</summary>
    public void Finish(string unit, bool isRefused) => Directory.Move(Of(unit), System.IO.Path.Combine(Path, isRefused ? Refused : Done, unit));

    private static bool IsPassing(string name) =>
        name[0] is '.' or '~' || NoFiles.Contains(name.ToLowerInvariant()) || Unfinished.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static void Move(string from, string to)
    {
        // Somebody may have laid a link under the name since it was looked at.
        if (!FileOwner.IsPlain(from))
        {
            throw new IOException("It is no plain file any more.");
        }

        File.Move(from, to, overwrite: false);
    }

    private static void Own(string folder)
    {
        Directory.CreateDirectory(folder);
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            throw new IOException($"{folder} is a link: a folder is expected, so that nothing is led elsewhere.");
        }
    }

    /// <summary>A unit's name is never used twice: what it says is when it was taken.</summary>
    private string Free(DateTimeOffset now)
    {
        for (var number = 1; ; number++)
        {
            var unit = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd-HHmmss}-{number:000}");
            if (!new[] { Working, Done, Refused }.Any(folder => System.IO.Path.Exists(System.IO.Path.Combine(Path, folder, unit))))
            {
                Directory.CreateDirectory(Of(unit));
                return unit;
            }
        }
    }
}
