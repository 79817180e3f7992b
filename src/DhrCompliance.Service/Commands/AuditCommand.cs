using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr audit</c>: assesses everything as of a day; changes nothing.</summary>
internal static class AuditCommand
{
    private static readonly string[] Formats = ["table", "list", "json", "csv"];

    public static Command Create(Invocation invocation, Shared shared)
    {
        var asOf = Shared.AsOf();
        var cases = new Option<string[]>("--case") { Description = "Only these cases", HelpName = "REF", AllowMultipleArgumentsPerToken = true };
        var partnership = new Option<string?>("--partnership") { Description = "Only this partnership's cases, joint ones too", HelpName = "ID" };
        var rule = new Option<string?>("--rule") { Description = "Only this rule: its id, or pack/id", HelpName = "RULE" };
        var state = new Option<string?>("--state") { Description = "Only rows in this state, such as overdue or cannot-tell", HelpName = "STATE" };
        var knownAt = new Option<string?>("--known-at") { Description = "Only what the register had witnessed by then: a day, to its end in London, or an instant", HelpName = "T" };
        var rulebook = new Option<string?>("--rulebook") { Description = "Assess with a rulebook that the register keeps: its hash, or the beginning of it", HelpName = "HASH" };
        var draft = new Option<string?>("--with-draft") { Description = "Assess this draft beside the law in force, and show what differs (table or json; exit code 1 when anything does)", HelpName = "PACK" };
        var format = new Option<string>("--format") { Description = "table, list, json or csv", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong(Formats);
        var all = new Option<bool>("--all") { Description = "In the table, also what has not begun or does not apply (list, csv and json always have it)" };
        var output = new Option<string?>("--out") { Description = "Write to this file", HelpName = "FILE" };
        var command = new Command("audit", """
            Assesses everything as of a day; changes nothing. Exit code 1 when a live case is in breach, 5 when something could not be assessed.
            The table is for reading: it leaves out what is not-started, not-yet or not-applicable, and says how much that is.

            Examples:
              dhr audit
              dhr audit --as-of 2026-11-20 --partnership bexley --state overdue --format list
              dhr audit --as-of 2026-03-03 --known-at 2026-03-03 --format json --out audit.json
              dhr audit --as-of 2026-03-03 --rulebook 3fa9c1
            """)
        {
            asOf, cases, partnership, rule, state, knownAt, rulebook, draft, format, all, output,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var day = Shared.Day(parsed.GetValue(asOf), invocation);
            var kept = parsed.GetValue(rulebook);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var compiled = CompiledRulebook.Compile(kept is null ? RulesInUse.For(settings, ledger, invocation, parsed.GetValue(draft)) : KeptRulebooks.Read(ledger, kept));
            var known = Shared.Moment(parsed.GetValue(knownAt), "--known-at");
            RuleNames.Require(compiled.Rulebook, parsed.GetValue(rule));
            StateNames.Require(parsed.GetValue(state));
            Subjects.RequirePartnership(ledger, parsed.GetValue(partnership));
            var filter = new Filter(parsed.GetValue(partnership), parsed.GetValue(rule), parsed.GetValue(state));
            var files = parsed.GetValue(cases) is { Length: > 0 } named
                ? Subjects.Files(ledger, named, known)
                : ledger.CaseFiles(known);
            if (parsed.GetValue(draft) is { } pack)
            {
                DraftAudit.Require(compiled.Rulebook, pack, parsed.GetValue(format)!, filter.Rule ?? filter.State);
                return DraftAudit.Run(invocation, ledger, compiled, pack, files.Where(filter.Has), day, parsed.GetValue(format)!, parsed.GetValue(output));
            }

            var failures = new List<CaseFailure>();
            var assessed = CaseAssessor.Assess(files.Where(filter.Has), compiled, day, failures)
                .Select(one => (one.File, Assessment: filter.Cut(one.Assessment)));
            var isAll = parsed.GetValue(all) || parsed.GetValue(state) is not null;
            var counts = Write(parsed.GetValue(format)!, parsed.GetValue(output), isAll, invocation, new AuditHeader(day, parsed.GetValue(knownAt), compiled.Rulebook), assessed, failures, ledger);
            return Conclude(invocation, counts, failures, ledger);
        });
        return command;
    }

    private static (StateCounts Counts, int RuleFailures) Write(
        string format, string? path, bool isAll, Invocation invocation, AuditHeader header,
        IEnumerable<(CaseFile File, Assessment Assessment)> assessed, List<CaseFailure> failures, LedgerDatabase ledger)
    {
        var counts = new StateCounts();
        var ruleFailures = 0;
        IEnumerable<(CaseFile File, Assessment Assessment)> counted = assessed.Select(one =>
        {
            counts.Add(one.Assessment);
            ruleFailures += one.Assessment.Failures.Length;
            return one;
        });
        if (format == "json")
        {
            var late = new LateFailures(() => [.. failures.Select(failure => new AuditFailure(failure.Case, failure.Rule, failure.Error)), .. ledger.Unreadable.Select(row => new AuditFailure(row.Reference, null, row.ToString()))]);
            Documents.Write(path, invocation, stream => AuditJson.Write(stream, header, counted, late));
            if (path is null)
            {
                invocation.Show();
            }

            return (counts, ruleFailures);
        }

        var table = AuditTable.Of(counted.Select(one => one.Assessment), header.Rulebook, header.AsOf);
        Documents.WriteText(path, invocation, text =>
        {
            switch (format)
            {
                case "csv":
                    CsvTable.Write(text, table);
                    break;
                case "list":
                    ListTable.Write(text, table);
                    break;
                default:
                    AuditPage.Write(text, table, path is null ? Looks.Of(invocation) : TerminalLook.Plain, isAll, counts);
                    break;
            }
        });
        return (counts, ruleFailures);
    }

    private static int Conclude(Invocation invocation, (StateCounts Counts, int RuleFailures) written, List<CaseFailure> failures, LedgerDatabase ledger)
    {
        foreach (var failure in failures)
        {
            invocation.Complain($"dhr: {failure.Case}: {failure.Error}");
        }

        foreach (var row in ledger.Unreadable)
        {
            invocation.Complain($"dhr: {row.Reference}: {row}");
        }

        return failures.Count + ledger.Unreadable.Count + written.RuleFailures > 0 ? ExitCode.Partly
            : written.Counts.Breaches > 0 ? ExitCode.Found
            : ExitCode.Done;
    }

    /// <summary>What an audit is cut to.</summary>
    private sealed record Filter(string? Partnership, string? Rule, string? State)
    {
        public bool Has(CaseFile file) => Subjects.IsOf(file, Partnership);

        public Assessment Cut(Assessment assessment) => Rule is null && State is null ? assessment : assessment with
        {
            Criteria = [.. assessment.Criteria.Where(row => Shows(row.Rule, Words.Of(row.Answer)))],
            Timescales = [.. assessment.Timescales.Where(row => Shows(row.Rule, Words.Of(row.State)))],
            Checks = [.. assessment.Checks.Where(row => Shows(row.Rule, Words.Of(row.State)))],
        };

        private bool Shows(Rule rule, string state) =>
            (Rule is null || rule.Id == Rule || rule.FullName == Rule) && (State is null || State == state);
    }
}
