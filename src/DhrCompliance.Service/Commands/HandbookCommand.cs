using System.CommandLine;
using DhrCompliance.Assessments.Explaining.Changes;
using DhrCompliance.Assessments.Explaining.Handbooks;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Reports.Handbooks;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr rules handbook</c>: the whole rulebook as one page to read and print. Needs no register.</summary>
internal static class HandbookCommand
{
    private const string Usual = "handbook.html";

    public static Command Create(Invocation invocation, Shared shared)
    {
        var since = new Option<string?>("--since") { Description = "Another rules folder: what changed since is told first", HelpName = "DIR" };
        var output = new Option<string?>("--out") { Description = $"Write to this file (default: {Usual} on a terminal, the output in a pipe)", HelpName = "FILE" };
        var packs = new Option<string[]>("--pack") { Description = "Of the protocols that partnerships adopt, only these", HelpName = "PACK", AllowMultipleArgumentsPerToken = true };
        var command = new Command("handbook", """
            The rules as one page of HTML, to read in a browser and to print: who has to do what by when, every rule in sentences with its
            sources, who is told when, what the words mean, and what changed since another folder of rules. Needs no register and no network.

            Examples:
              dhr rules handbook --out handbook.html
              dhr rules handbook --since ./rules-of-last-year --out handbook.html
              dhr rules handbook --pack our-protocol --out handbook.html
            """)
        {
            since, packs, output,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(since) is { } named ? Path.GetFullPath(named, invocation.Surroundings.WorkingFolder) : null;
            if (folder is not null && !Directory.Exists(folder))
            {
                throw new UsageException($"There is no folder {folder}: --since names a folder with the rules as they were.");
            }

            var rulebook = RulesFolder.Read(shared.Settings(parsed, invocation).Rules.Path);
            var chosen = parsed.GetValue(packs) is { Length: > 0 } some ? some : null;
            var shown = Chosen(rulebook, chosen);
            var report = new HandbookReport
            {
                Book = Handbook.Of(shown),
                LeftOut = [.. rulebook.Packs.Except(shown.Packs).Select(pack => pack.Title)],
                On = invocation.Today,
                Changes = folder is null ? null : RulebookChanges.Of(Chosen(RulesFolder.Read(folder), chosen, isNow: false), shown),
            };
            var path = parsed.GetValue(output) ?? (Looks.IsTerminal(invocation) ? Unused(invocation) : null);
            Documents.WriteText(path, invocation, text => text.Write(HandbookHtml.RenderAsync(report).GetAwaiter().GetResult()));
            if (path is null)
            {
                invocation.Show();
            }
            else
            {
                invocation.Say($"{path}: {report.Book.Packs.Sum(pack => pack.Rules.Length)} rules of {report.Book.Packs.Length} packs. Open it in a browser; print it from there.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The rulebook without the protocols that were not chosen. A protocol that there was not yet is no mistake.</summary>
    private static Rulebook Chosen(Rulebook rulebook, string[]? chosen, bool isNow = true)
    {
        if (chosen is null)
        {
            return rulebook;
        }

        string[] adopted = [.. rulebook.Packs.Where(pack => pack.Governs is { Adopted: true }).Select(pack => pack.Id)];
        if (isNow && chosen.FirstOrDefault(id => !adopted.Contains(id)) is { } unknown)
        {
            throw new UsageException(adopted.Length == 0
                ? $"There is no protocol '{unknown}': no pack of these rules is one that partnerships adopt."
                : $"There is no protocol '{unknown}'; those that partnerships adopt are: {string.Join(", ", adopted)}. All other packs are in every handbook.");
        }

        return rulebook with { Packs = [.. rulebook.Packs.Where(pack => !adopted.Contains(pack.Id) || chosen.Contains(pack.Id))] };
    }

    // A page of HTML is of no use on a terminal; what a person did not name is not written over.
    private static string Unused(Invocation invocation) => File.Exists(Path.GetFullPath(Usual, invocation.Surroundings.WorkingFolder))
        ? throw new UsageException($"{Usual} is here already: write over it with --out {Usual}, or name another file.")
        : Usual;
}
