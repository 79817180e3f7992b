using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Commands.Forms;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Questions;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr questions</c>: missing dates and contradictions, the most useful first.</summary>
internal static class QuestionsCommand
{
    private static readonly string[] Formats = ["table", "list", "csv", "json", TableForms.Sheet];

    public static Command Create(Invocation invocation, Shared shared)
    {
        var asOf = Shared.AsOf();
        var cases = new Option<string[]>("--case") { Description = "Only these cases", HelpName = "REF", AllowMultipleArgumentsPerToken = true };
        var partnership = new Option<string?>("--partnership") { Description = "Only this partnership's cases, joint ones too", HelpName = "ID" };
        var format = new Option<string>("--format") { Description = "table, list, csv, json or xlsx; without it, as the ending of --out says, or else table", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong(Formats);
        var output = new Option<string?>("--out") { Description = "Write to this file", HelpName = "FILE" };
        var command = new Command("questions", """
            What is missing or contradicts itself, ranked by how many answers each would settle. Nothing is corrected by itself. As a workbook it
            can be filled in and imported: 'dhr import questions.xlsx'.

            Examples:
              dhr questions
              dhr questions --partnership bexley --format csv --out questions.csv
              dhr questions --partnership bexley --out questions.xlsx
              dhr questions --case BEX-2026-01
            """)
        {
            asOf, cases, partnership, format, output,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var day = Shared.Day(parsed.GetValue(asOf), invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var compiled = CompiledRulebook.Compile(RulesInUse.For(settings, ledger, invocation));
            Subjects.RequirePartnership(ledger, parsed.GetValue(partnership));
            var files = parsed.GetValue(cases) is { Length: > 0 } named ? Subjects.Files(ledger, named, null) : ledger.CaseFiles();
            var failures = new List<CaseFailure>();
            var assessed = CaseAssessor.Assess(files.Where(file => Subjects.IsOf(file, parsed.GetValue(partnership))), compiled, day, failures).ToList();
            var (form, path) = (TableForms.Of(parsed, format, parsed.GetValue(output), Formats), parsed.GetValue(output));
            if (form == TableForms.Sheet)
            {
                // To be filled in and imported: the sheet that the register's workbook has, too.
                TableForms.WriteBook(invocation, path, () => [FormBook.Of(FormName.Questions, QuestionLines.Of(ledger.Rows(), KnownWords.Of(compiled.Rulebook), assessed))]);
            }
            else
            {
                Write(QuestionLine.Ranked(assessed.SelectMany(one => QuestionLine.Of(one.Assessment, compiled.Rulebook.Vocabulary))), day, form, path, invocation);
            }

            failures.AddRange(ledger.Unreadable.Select(row => new CaseFailure(row.Reference, null, row.ToString())));
            foreach (var failure in failures)
            {
                invocation.Complain($"dhr: {failure.Case}: {failure.Error}");
            }

            return failures.Count > 0 ? ExitCode.Partly : ExitCode.Done;
        });
        return command;
    }

    private static void Write(IReadOnlyList<QuestionLine> questions, DateOnly day, string format, string? path, Invocation invocation)
    {
        if (format == "json")
        {
            Documents.Write(path, invocation, stream => QuestionLine.Write(stream, questions, day));
            if (path is null)
            {
                invocation.Show();
            }

            return;
        }

        var table = QuestionLine.Table(questions, day);
        if (!TableForms.Write(invocation, path, format, table))
        {
            Documents.WriteText(path, invocation, text => WritePage(text, table, questions, path is null ? Looks.Of(invocation) : TerminalLook.Plain));
        }
    }

    private static void WritePage(TextWriter text, Table table, IReadOnlyList<QuestionLine> questions, TerminalLook look)
    {
        if (questions.Count == 0)
        {
            text.WriteLine($"{table.Title}: there are none.");
            return;
        }

        TerminalTable.Write(text, table, look);
        var contradictions = questions.Count(question => question.Settles == 0);
        text.WriteLine($"{Recorded.Counted(questions.Count, "question")}, of which {contradictions} {(contradictions == 1 ? "is" : "are")} about what contradicts itself or is strange.");
        text.WriteLine("To answer: dhr event add CASE EVENT DATE, or dhr event correct ID --date DATE --reason TEXT; part of a date (2013-07, 'by 2016') settles some.");
    }
}
