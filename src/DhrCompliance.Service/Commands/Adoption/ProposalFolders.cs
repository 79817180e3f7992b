using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Operations;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>
/// The folder for those without a terminal: each folder in it is a change of the rules in force, made of the files that are other than
/// these; files that lie in it directly are a change together. Everything in it is hostile: links are not followed, and size and number
/// are bounded.
/// </summary>
internal static class ProposalFolders
{
    /// <summary>The page that answers, beside the files.</summary>
    public const string Answer = "answer.html";

    /// <summary>A file with the name of who proposes, where the owner of the files does not say it.</summary>
    public const string ProposedBy = "proposed-by.txt";

    /// <summary>A file that lists rule files that are to be no more, one a line.</summary>
    public const string Remove = "remove.txt";

    private const int MostFolders = 20;
    private const int MostFiles = 200;
    private const int MostDepth = 3;
    private const int MostBytes = 20 * 1024 * 1024;
    private const int MostNote = 10_000;

    /// <summary>Whether there is such a folder, and this user may look into it.</summary>
    public static bool CanBeListed(string folder)
    {
        try
        {
            return Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Take(1).Count() >= 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The changes that lie there, each as the whole set of files that it would have in force.</summary>
    /// <param name="folder">The folder; there need be none.</param>
    /// <param name="inForce">The files of the rules in force.</param>
    /// <param name="account">The account that this runs under.</param>
    public static IEnumerable<Candidate> In(string folder, IReadOnlyList<(string Path, string Text)> inForce, string account)
    {
        if (!CanBeListed(folder))
        {
            yield break;
        }

        foreach (var name in Folders(folder).Take(MostFolders).Prepend(""))
        {
            if (TryRead(Path.Combine(folder, name), name, inForce, account) is { } candidate)
            {
                yield return candidate;
            }
        }
    }

    /// <summary>Null: it cannot be read now, as when its files are being moved; the next look reads it.</summary>
    private static Candidate? TryRead(string folder, string name, IReadOnlyList<(string Path, string Text)> inForce, string account)
    {
        try
        {
            return Of(folder, name, inForce, account);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A link to a folder is none.</summary>
    private static List<string> Folders(string folder) =>
        [.. Names(Directory.EnumerateDirectories(folder).Where(path => !File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint)))];

    private static IEnumerable<string> Names(IEnumerable<string> paths) => paths
        .Select(path => Path.GetFileName(path))
        .Where(name => name[0] is not ('.' or '~'))
        .Order(StringComparer.Ordinal);

    private static Candidate Of(string folder, string name, IReadOnlyList<(string Path, string Text)> inForce, string account)
    {
        var remarks = new List<string>();
        var found = Files(folder, name.Length > 0, remarks);
        var files = RulesFolder.Kept(inForce).ToDictionary(file => file.Path, StringComparer.Ordinal);
        var removed = Note(Path.Combine(folder, Remove)).ToList();
        foreach (var path in removed.Where(path => !files.Remove(path)))
        {
            remarks.Add($"{Remove} names {path}, which is no file of the rules in force.");
        }

        foreach (var file in found)
        {
            var path = Place(file.Path, files.Keys);
            files[path] = file with { Path = path };
        }

        IReadOnlyList<RuleFile> all = [.. files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];
        return new Candidate
        {
            Source = name.Length == 0 ? "proposals" : $"proposals/{name}",
            From = name.Length == 0 ? "the folder of proposals" : $"the folder {name} of proposals",
            Files = all,
            Content = RulebookReader.HashOf([.. found, new RuleFile(Remove, Encoding.UTF8.GetBytes(string.Join('\n', removed)))]),
            Hash = RulebookReader.HashOf(all),
            By = Proposers.Joined([
                .. Note(Path.Combine(folder, ProposedBy)).Take(1),
                .. found.Select(file => FileOwner.Of(Path.Combine(folder, file.Path))).Where(owner => owner != account)]),
            Page = Path.Combine(folder, Answer),
            IsAnswered = true,
            Remarks = [.. remarks],
        };
    }

    /// <summary>A file whose name alone says which it is stands for the one of that name in force, wherever that lies.</summary>
    private static string Place(string path, IReadOnlyCollection<string> inForce) =>
        !inForce.Contains(path) && !path.Contains('/') && inForce.Where(one => Path.GetFileName(one) == path).Take(2).ToList() is [var only] ? only : path;

    private static ImmutableArray<RuleFile> Files(string folder, bool isDeep, List<string> remarks)
    {
        var files = ImmutableArray.CreateBuilder<RuleFile>();
        var room = MostBytes;
        foreach (var path in Paths(folder, "", isDeep ? MostDepth : 0).Take(MostFiles + 1))
        {
            var full = Path.Combine(folder, path);
            if (!FileOwner.IsPlain(full))
            {
                remarks.Add($"{path} is no plain file, such as a link: it was not read.");
                continue;
            }

            var bytes = RulesFolder.Bytes(full);
            if (files.Count == MostFiles || (room -= bytes.Length) < 0)
            {
                remarks.Add("There are more files here than are read: put the changed ones alone into a folder.");
                break;
            }

            files.Add(new RuleFile(path, bytes));
        }

        return files.DrainToImmutable();
    }

    private static IEnumerable<string> Paths(string folder, string below, int depth)
    {
        foreach (var name in Names(Directory.EnumerateFiles(folder)).Select(name => below + name).Where(RulesFolder.IsRuleFile))
        {
            yield return name;
        }

        foreach (var name in depth == 0 ? [] : Folders(folder))
        {
            foreach (var path in Paths(Path.Combine(folder, name), $"{below}{name}/", depth - 1))
            {
                yield return path;
            }
        }
    }

    /// <summary>The lines of a small text; none where there is none.</summary>
    private static IEnumerable<string> Note(string path)
    {
        if (!File.Exists(path) || !FileOwner.IsPlain(path) || new FileInfo(path).Length > MostNote)
        {
            return [];
        }

        return File.ReadAllText(path, Encoding.UTF8).Split('\n').Select(line => Proposers.Plain(line.Replace('\\', '/'))).Where(line => line.Length > 0);
    }
}
