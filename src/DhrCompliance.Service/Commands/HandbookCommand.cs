using System.CommandLine;
using DhrCompliance.Assessments.Explaining.Changes;
using DhrCompliance.Assessments.Explaining.Handbooks;
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
        var command = new Command("handbook", """
            The rules as one page of HTML, to read in a browser and to print: who has to do what by when, every rule in sentences with its
            sources, who is told when, what the words mean, and what changed since another folder of rules. Needs no register and no network.

            Examples:
              dhr rules handbook --out handbook.html
              dhr rules handbook --since ./rules-of-last-year --out handbook.html
            """)
        {
            since, output,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(since) is { } named ? Path.GetFullPath(named, invocation.Surroundings.WorkingFolder) : null;
            if (folder is not null && !Directory.Exists(folder))
            {
                throw new UsageException($"There is no folder {folder}: --since names a folder with the rules as they were.");
            }

            var rulebook = RulesFolder.Read(shared.Settings(parsed, invocation).Rules.Path);
            var report = new HandbookReport
            {
                Book = Handbook.Of(rulebook),
                On = invocation.Today,
                Changes = folder is null ? null : RulebookChanges.Of(RulesFolder.Read(folder), rulebook),
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

    // A page of HTML is of no use on a terminal; what a person did not name is not written over.
    private static string Unused(Invocation invocation) => File.Exists(Path.GetFullPath(Usual, invocation.Surroundings.WorkingFolder))
        ? throw new UsageException($"{Usual} is here already: write over it with --out {Usual}, or name another file.")
        : Usual;
}
