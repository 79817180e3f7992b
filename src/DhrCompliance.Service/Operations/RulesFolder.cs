using System.Text;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Ledger;

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
                .Select(path => (Full: path, Path: Path.GetRelativePath(folder, path).Replace('\\', '/')))
                .Where(file => IsRuleFile(file.Path))
                .Select(file => new RuleFile(file.Path, Bytes(file.Full)))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>The rulebook of a folder. Throws <see cref="RulesException"/> with every mistake.</summary>
    public static Rulebook Read(string folder) => Read(Files(folder), folder);

    /// <summary>The rulebook of the files of a folder. Throws <see cref="RulesException"/> with every mistake.</summary>
    public static Rulebook Read(IReadOnlyList<RuleFile> files, string folder) => Read(files, folder, $"The rules in {folder} cannot be used:");

    /// <summary>The texts of files, as a register keeps them.</summary>
    public static IReadOnlyList<(string Path, string Text)> Texts(IEnumerable<RuleFile> files) =>
        [.. files.Select(file => (file.Path, Encoding.UTF8.GetString(file.Bytes.Span)))];

    /// <summary>The files that a register kept as texts.</summary>
    public static IReadOnlyList<RuleFile> Kept(IEnumerable<(string Path, string Text)> texts) =>
        [.. texts.Select(file => new RuleFile(file.Path, Encoding.UTF8.GetBytes(file.Text)))];

    /// <summary>
    /// The rulebook of the texts that a register kept. Throws <see cref="RulesException"/> where this program cannot read them, and
    /// <see cref="LedgerException"/> where they are not those that were stored: what was changed would be law without a word.
    /// </summary>
    /// <param name="ledger">The register.</param>
    /// <param name="hash">The rulebook's hash.</param>
    public static Rulebook Read(LedgerDatabase ledger, string hash)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var files = Kept(ledger.RulebookFiles(hash));
        if (files.Count > 0 && RulebookReader.HashOf(files) is var found && found != hash)
        {
            throw new LedgerException(LedgerFault.Damaged, ledger.Path,
                $"{ledger.Path}: the rule files of {hash} in the register are not those that were stored (they give {found}): the register is damaged, or was changed by something else than this program. 'dhr ledger verify' says more. Keep a copy of the file as it is, restore the latest backup, and import what came after it.");
        }

        return Read(files, hash, $"The rulebook {hash} in the register cannot be used by this version of the program; one of its time can:");
    }

    /// <summary>A diagnostic with the path a person can open: the reader knows files only by their place in the folder.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <param name="folder">The folder, as it is to be shown.</param>
    public static Diagnostic Placed(Diagnostic diagnostic, string folder) =>
        diagnostic.Path.Length == 0 ? diagnostic : diagnostic with { Path = $"{folder.TrimEnd('/', '\\')}/{diagnostic.Path}" };

    private static Rulebook Read(IReadOnlyList<RuleFile> files, string place, string cannot)
    {
        var reading = RuleReadings.Of(files);
        return reading.Rulebook ?? throw new RulesException(
            $"{cannot}{Environment.NewLine}{DiagnosticText.Of(reading.Diagnostics.Where(one => one.Severity == Severity.Error).Select(one => Placed(one, place))).TrimEnd()}");
    }

    /// <summary>Whether a file of this path in the folder is read: not what editors and file shares lay beside (<c>.x.yaml.swp</c>, <c>._x.yaml</c>, <c>~$x.csv</c>).</summary>
    public static bool IsRuleFile(string path) =>
        !path.Split('/').Any(part => part[0] is '.' or '~')
        && (path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            || (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && path.Split('/') is [.., "calendars", _]));

    /// <summary>The bytes of a file; of one that is too large to be a rule file, enough to say so.</summary>
    internal static byte[] Bytes(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[Math.Min(stream.Length, MostBytes)];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>The rules cannot be used; the message names every mistake and what to do.</summary>
public sealed class RulesException(string message) : Exception(message);
