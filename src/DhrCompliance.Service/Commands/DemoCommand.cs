using System.CommandLine;
using System.Text;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Demo;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr demo</c>: a fictional borough, from an empty folder to mails and a report for its board.</summary>
internal static class DemoCommand
{
    // As if the service had been looking for two months: what fell due meanwhile was told meanwhile.
    private static readonly int[] DaysBefore = [60, 30, 7, 1, 0];

    public static Command Create(Invocation invocation, Shared shared)
    {
        var output = new Option<string>("--out") { Description = "The folder to fill", DefaultValueFactory = _ => "demo", HelpName = "DIR" };
        var asOf = Shared.AsOf();
        var command = new Command("demo", """
            Fills a folder with a fictional borough: its register, the mails of two months, and a report for its board.

            Examples:
              dhr demo
              dhr demo --out /tmp/demo --as-of 2026-11-20
            """)
        {
            output, asOf,
        };
        command.SetAction(parsed =>
        {
            var folder = Path.GetFullPath(parsed.GetValue(output)!, invocation.Surroundings.WorkingFolder);
            var day = Shared.Day(parsed.GetValue(asOf), invocation);
            var given = shared.Settings(parsed, invocation);
            var settings = given with
            {
                // Whatever the settings say: the people of a demonstration are made up, and nothing is sent to them.
                Post = new PostSettings { From = given.From },
                Ledger = new Located(Path.Combine(folder, "register.db"), "--out"),
                Pickup = new Located(Path.Combine(folder, "outbox"), "--out"),
                NamedJournal = null,
            };
            var act = shared.Act(parsed, invocation, "demo");
            var rules = new RulesInForce(settings, act, invocation.User, isNamed: true);
            var rulebook = RulesFolder.Read(settings.Rules.Path);
            var making = DemoFolder.Clear(folder, settings, invocation);
            var assessed = new List<(CaseFile File, Assessment Assessment)>();
            var failures = new List<CaseFailure>();
            var code = ExitCode.Done;
            using (var ledger = LedgerDatabase.Open(making, OpenMode.Create, invocation.Clock))
            {
                if (!Fill(ledger, rulebook, act, day, invocation))
                {
                    return ExitCode.BadInput;
                }

                var compiled = CompiledRulebook.Compile(rulebook);
                var said = new HashSet<string>(StringComparer.Ordinal);
                foreach (var before in DaysBefore)
                {
                    code = Math.Max(code, RunCommand.Run(invocation, ledger, rules, settings, act, day.AddDays(-before), full: false, said));
                }

                assessed.AddRange(CaseAssessor.Assess(ledger.CaseFiles(), compiled, day, failures));
                BoardReports.Write(Path.Combine(folder, "report.html"), invocation, ledger, assessed, rulebook, day);
            }

            DemoFolder.Finish(making, settings);
            DemoSummary.Say(invocation, settings, folder, assessed);
            return failures.Count > 0 ? ExitCode.Partly : code;
        });
        return command;
    }

    private static bool Fill(LedgerDatabase ledger, Rulebook rulebook, Act act, DateOnly day, Invocation invocation)
    {
        var words = KnownWords.Of(rulebook);
        var plan = ImportPlan.Make(new IncomingRegister { Sheets = [.. SampleBorough.Files(day).Select(file => Sheet(file.Key, file.Value, words))] }, ledger.Rows(), words, day);
        if (!plan.Mistakes.IsEmpty)
        {
            Recorded.Refuse(invocation, plan.Mistakes);
            return false;
        }

        using var writer = ledger.Write(act);
        writer.MarkDemo();
        var outcome = plan.Apply(writer);
        writer.Commit();
        return outcome.Refused.IsEmpty;
    }

    private static Sheet Sheet(string name, string text, KnownWords words)
    {
        var table = SheetNames.Table(Path.GetFileNameWithoutExtension(name), words, out var kind)
            ?? throw new InvalidOperationException($"The sample borough has a file {name}, which is no table.");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return CsvSheet.Read(stream, name, table, kind, ImportLimits.Usual);
    }
}
