using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Diaries;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Diaries;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Reports.Workplans;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr workplan</c>: a case's whole plan, with dates, owners, sources and what waits for what.</summary>
internal static class WorkplanCommand
{
    private static readonly string[] Formats = ["table", "csv", "json", "html", "ics"];

    public static Command Create(Invocation invocation, Shared shared)
    {
        var reference = new Argument<string>("CASE") { Description = "The case reference" };
        var asOf = Shared.AsOf();
        var format = new Option<string>("--format") { Description = "table, csv, json, html or ics", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong(Formats);
        var suppose = new Option<string[]>("--suppose") { Description = "Plan as if EVENT happened on that day (YYYY-MM-DD); may be given several times", HelpName = "EVENT=DATE" };
        var output = new Option<string?>("--out") { Description = "Write to this file", HelpName = "FILE" };
        var command = new Command("workplan", """
            The whole plan of a review: every duty and gate of the rules that govern it, with dates, owners, sources, what meets each, and what waits
            for what. A projected date is no limit: it follows if each duty before is met exactly on its own date.

            Examples:
              dhr workplan BEX-2026-01
              dhr workplan BEX-2026-01 --format html --out plan.html
              dhr workplan BEX-2026-01 --format ics --out plan.ics
              dhr workplan BEX-2026-01 --as-of 2026-12-01 --format csv --out plan.csv
              dhr workplan BEX-2026-01 --suppose decision=2027-01-12
            """)
        {
            reference, asOf, suppose, format, output,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var day = Shared.Day(parsed.GetValue(asOf), invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var compiled = CompiledRulebook.Compile(RulesInUse.For(settings, ledger, invocation));
            var named = parsed.GetValue(reference)!;
            var file = Subjects.Files(ledger, [named], null) is [var one, ..] ? one : null;
            if (file is { Kind: not SubjectKind.Review })
            {
                throw new UsageException($"'{named}' is a partnership, and only a review has a work plan: name a case.");
            }

            if (file is null)
            {
                return Unreadable(invocation, ledger, named);
            }

            file = compiled.Current(file);
            var supposed = SupposedEvents.Read(parsed.GetValue(suppose) ?? [], file, compiled.Rulebook.Vocabulary);
            var report = new WorkplanReport(WorkplanMaker.Of(file, compiled, day, supposed), compiled.Rulebook, ledger.IsDemo);
            Write(report, parsed.GetValue(format)!, parsed.GetValue(output), invocation);
            var unknown = new UnknownWords(compiled.Rulebook.Vocabulary).Of(file).ToList();
            foreach (var sentence in unknown)
            {
                invocation.Complain($"dhr: {named}: {sentence}");
            }

            foreach (var failure in report.Plan.Failures)
            {
                invocation.Complain($"dhr: {named}: {failure.Rule} could not be assessed: {failure.Error}");
            }

            var code = Unreadable(invocation, ledger, named, file.Partnership);
            return unknown.Count + report.Plan.Failures.Length > 0 ? ExitCode.Partly : code;
        });
        return command;
    }

    private static void Write(WorkplanReport report, string format, string? path, Invocation invocation) => Documents.WriteText(path, invocation, text =>
    {
        switch (format)
        {
            case "csv":
                CsvTable.Write(text, WorkplanTable.Of(report));
                break;
            case "json":
                text.WriteLine(WorkplanJson.Of(report));
                break;
            case "ics":
                text.Write(DiaryText.Of(WorkplanDiary.Of(report)));
                break;
            case "html":
                text.WriteLine(WorkplanHtml.RenderAsync(report).GetAwaiter().GetResult());
                break;
            default:
                WorkplanText.Write(text, report, path is null ? Looks.Of(invocation) : TerminalLook.Plain);
                break;
        }
    });

    /// <summary>Rows of the case and of its partnership that cannot be read, each with what to do.</summary>
    private static int Unreadable(Invocation invocation, LedgerDatabase ledger, params string[] of)
    {
        var code = ExitCode.Done;
        foreach (var row in ledger.Unreadable.Where(row => of.Contains(row.Reference, StringComparer.Ordinal)))
        {
            invocation.Complain($"dhr: {row.Reference}: {row}");
            code = ExitCode.Partly;
        }

        return code;
    }
}
