using System.CommandLine;
using DhrCompliance.Calendars;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr import</c>: CSV or a workbook into the register, all or nothing unless a part is asked for.</summary>
internal static class ImportCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var files = new Argument<string[]>("FILE") { Description = "A workbook (.xlsx), a folder of CSV files, a ZIP of them, or one CSV file", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the differences; write nothing" };
        var partial = new Option<bool>("--partial") { Description = "Import the rows without a mistake, and list the others" };
        var dates = new Option<string?>("--dates") { Description = "How days are written, such as dd/MM/yyyy (default: YYYY-MM-DD)", HelpName = "FORMAT" };
        var map = new Option<string?>("--map") { Description = "Take another layout as this mapping (YAML) says", HelpName = "FILE" };
        var suggest = new Option<bool>("--suggest-map") { Description = "Propose a mapping for this layout; write nothing" };
        var report = new Option<string?>("--report") { Description = "Write what is wrong to this CSV file as well, or to a workbook (.xlsx): a copy of what was handed in with its wrong cells marked", HelpName = "FILE" };
        var command = new Command("import", """
            Takes partnerships, contacts, cases, events and items into the register. Importing the same file twice changes nothing.

            Examples:
              dhr import register/
              dhr import register.xlsx --dry-run
              dhr import register.xlsx --report mistakes.xlsx     mend the marked cells there, and import that
              dhr import tracker.xlsx --suggest-map > mapping.yaml
              dhr import tracker.xlsx --map mapping.yaml --dry-run
              dhr import register.zip --dates dd/MM/yyyy --partial --report mistakes.csv
            """)
        {
            files, dryRun, partial, dates, map, suggest, report,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var run = new ImportRun(invocation, settings, shared.Act(parsed, invocation, "import"))
            {
                Days = Days(parsed.GetValue(dates)),
                IsDry = parsed.GetValue(dryRun),
                IsPartial = parsed.GetValue(partial),
                Map = parsed.GetValue(map),
                Report = parsed.GetValue(report),
            };
            return parsed.GetValue(suggest) ? run.Suggest(parsed.GetValue(files)!) : run.Import(parsed.GetValue(files)!);
        });
        return command;
    }

    private static DayFormat? Days(string? pattern) =>
        pattern is null ? null
        : DayFormat.TryDeclare(pattern, out var format, out var expected) ? format
        : throw new UsageException($"--dates is '{pattern}': expected {expected}.");
}
