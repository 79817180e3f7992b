using System.CommandLine;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr rules export</c>: the files of a rulebook that the register keeps, to be read or edited.</summary>
internal static class RulesExportCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write; new or empty" };
        var rulebook = new Option<string?>("--rulebook") { Description = "Which: its hash, or the beginning of it (default: the one in force)", HelpName = "HASH" };
        var command = new Command("export", """
            Writes the rule files in force, or those of another rulebook that the register keeps, into a new folder.

            Examples:
              dhr rules export changed/
              dhr rules export before/ --rulebook 3fa9c1d20b77
            """)
        {
            folder, rulebook,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var hash = parsed.GetValue(rulebook) is { } typed ? KeptRulebooks.Find(ledger, typed)
                : ledger.Rulebooks().InForce ?? throw new UsageException("No rulebook is in force yet: the first sweep ('dhr run', or 'dhr serve') adopts the one in the folder of rule files.");
            var place = Path.GetFullPath(parsed.GetValue(folder)!, invocation.Surroundings.WorkingFolder);
            var files = ledger.RulebookFiles(hash);
            Documents.Placed(place, () =>
            {
                if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any())
                {
                    throw new UsageException($"{place} is not empty: name a new folder, so that nothing of yours is replaced.");
                }

                foreach (var (path, text) in files)
                {
                    Write(place, path, text);
                }
            });
            invocation.Say($"{place}: {Recorded.Counted(files.Count, "file")} of {hash}");
            return ExitCode.Done;
        });
        return command;
    }

    // The register is written by this program, but a register may come from anywhere.
    private static void Write(string place, string path, string text)
    {
        var full = Path.GetFullPath(Path.Combine(place, path));
        if (!full.StartsWith(place.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new UsageException($"The register keeps a file '{path}', which would lie outside {place}: it was not written.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
