using System.Text;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Service.Operations;

/// <summary>Rule files on disk: read whole, or not at all.</summary>
public static class RulesFolder
{
    // The reader refuses a larger file; what is beyond that need not be read to say so.
    private const int MostBytes = (1024 * 1024) + 1;

    /// <summary>The files of a rule folder: YAML, and calendars as CSV. Throws <see cref="RulesException"/> when there is no such folder.</summary>
    public static IReadOnlyList<RuleFile> Files(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new RulesException($"There is no rules folder at {folder}: name one with --rules DIR, or set Rules:Folder in the settings file.");
        }

        return
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(IsRuleFile)
                .Select(path => new RuleFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), Bytes(path)))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>The rulebook of a folder. Throws <see cref="RulesException"/> with every mistake.</summary>
    public static Rulebook Read(string folder) => Read(Files(folder), folder, $"The rules in {folder} cannot be used:");

    /// <summary>The rulebook of the texts that a register kept. Throws <see cref="RulesException"/> where this program cannot read them.</summary>
    /// <param name="hash">Its hash, to say which it is.</param>
    /// <param name="files">Its files.</param>
    public static Rulebook Read(string hash, IEnumerable<(string Path, string Text)> files) => Read(
        [.. files.Select(file => new RuleFile(file.Path, Encoding.UTF8.GetBytes(file.Text)))], hash,
        $"The rulebook {hash} in the register cannot be used by this version of the program; one of its time can:");

    /// <summary>A diagnostic with the path a person can open: the reader knows files only by their place in the folder.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="folder">The folder, as it is to be shown.</param>
    public static Diagnostic Placed(Diagnostic diagnostic, string folder) =>
        diagnostic.Path.Length == 0 ? diagnostic : diagnostic with { Path = $"{folder.TrimEnd('/', '\\')}/{diagnostic.Path}" };

    private static Rulebook Read(IReadOnlyList<RuleFile> files, string place, string cannot)
    {
        var reading = RulebookReader.Read(files);
        return reading.Rulebook ?? throw new RulesException(
            $"{cannot}{Environment.NewLine}{DiagnosticText.Of(reading.Diagnostics.Where(one => one.Severity == Severity.Error).Select(one => Placed(one, place))).TrimEnd()}");
    }

    private static bool IsRuleFile(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && Path.GetFileName(Path.GetDirectoryName(path)) == "calendars");

    private static byte[] Bytes(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[Math.Min(stream.Length, MostBytes)];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>The rules cannot be used; the message names every mistake and what to do.</summary>
public sealed class RulesException(string message) : Exception(message);
