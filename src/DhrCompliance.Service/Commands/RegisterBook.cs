using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Commands.Forms;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Register;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Commands;

/// <summary>The register as a workbook that a team can keep open: what explains it, how the reviews stand, what is due, and the tables themselves.</summary>
internal sealed class RegisterBook
{
    private const string View = "For reading, made by 'dhr export': what is typed on this sheet is not imported. Change the sheets of the tables.";

    private readonly List<CaseFailure> _failures = [];
    private readonly List<string> _tooLong = [];

    private RegisterBook(LedgerDatabase ledger, CompiledRulebook compiled, DateOnly asOf)
    {
        var words = KnownWords.Of(compiled.Rulebook);
        var rows = ledger.Rows();
        Tables = RegisterWorkbook.Sheets(rows, words);
        var assessed = CaseAssessor.Assess(ledger.CaseFiles(), compiled, asOf, _failures).ToList();
        Workbook = new Workbook(
        [
            ReadMeSheet.Of(asOf, Tables),
            SheetTable.Of(ReviewsTable.Of(assessed, compiled.Rulebook.Vocabulary, asOf), RegisterViews.Reviews, Banner("Reviews", asOf)),
            SheetTable.Of(DeadlinesTable.Of(assessed.Select(one => one.Assessment), compiled.Rulebook, asOf), RegisterViews.Deadlines, Banner("Open deadlines", asOf)),
            FormBook.Of(FormName.Acknowledge, FormLines.ToAcknowledge(ledger, compiled, asOf)),
            FormBook.Of(FormName.Release, FormLines.ToRelease(ledger)),
            FormBook.Of(FormName.Questions, QuestionLines.Of(rows, words, assessed)),
            .. Tables.Select(sheet => RegisterWorkbook.Shown(sheet, words, _tooLong)),
        ]);
    }

    public Workbook Workbook { get; }

    /// <summary>The sheets that an import reads.</summary>
    public ImmutableArray<Sheet> Tables { get; }

    /// <summary>What is missing in it, and why.</summary>
    public IEnumerable<string> Troubles =>
    [
        .. _failures.Select(failure => $"{failure.Case}: {failure.Error}"),
        .. _tooLong.Select(place => $"{place}: longer than a workbook's cell can be; left empty, which an import takes for nothing said. A folder of CSV files has it."),
    ];

    public static RegisterBook Of(LedgerDatabase ledger, CompiledRulebook compiled, DateOnly asOf) => new(ledger, compiled, asOf);

    private static string Banner(string what, DateOnly asOf) => $"{what} as of {Invocation.Text(asOf)}. {View}";
}
