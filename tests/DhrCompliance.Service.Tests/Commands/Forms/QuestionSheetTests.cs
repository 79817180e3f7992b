using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands.Forms;

/// <summary>The sheet <c>questions</c>: answers become what the ordinary commands would record.</summary>
public sealed class QuestionSheetTests : IClassFixture<DemoOnce>, IDisposable
{
    private const string Sheet = "questions";
    private const string Demo = "demo/register.db";

    private readonly TestProgram _program = new();
    private readonly FilledWorkbook _book;

    public QuestionSheetTests(DemoOnce demo)
    {
        demo.CopyTo(_program);
        _book = FilledWorkbook.Open(_program.Path("register.xlsx"));
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Every_open_question_stands_there_with_what_it_asks_for()
    {
        var asked = _program.Run("questions", "--ledger", Demo, "--format", "list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')).ToList();
        var rows = _book.Rows(Sheet);

        rows.Select(row => row["review"] + row["about"]).Distinct().ShouldBe(asked.Select(line => line[0] + line[1]).Distinct(), ignoreOrder: true);
        rows.Count(row => row["asks"].Length > 0).ShouldBeGreaterThan(rows.Count / 2);
    }

    [Fact]
    public void The_command_writes_the_sheet_alone_and_it_is_imported_as_well()
    {
        _program.Run("questions", "--ledger", Demo, "--out", "asked.xlsx").Code.ShouldBe(ExitCode.Done);
        var asked = FilledWorkbook.Open(_program.Path("asked.xlsx"));
        asked.Rows(Sheet).Select(row => row["question"]).ShouldBe(_book.Rows(Sheet).Select(row => row["question"]), ignoreOrder: true);
        asked.Fill(Sheet, Happened, ("answer", "2015-11-20"), ("source", "the minutes"));
        asked.Save();

        var run = _program.Run("import", "asked.xlsx", "--ledger", Demo);

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldContain("Imported: 1 new;");
        Again().Rows(Sheet).ShouldNotContain(row => Happened(row));
    }

    [Fact]
    public void A_date_a_corrected_date_and_two_facts_of_one_item_are_recorded_and_asked_no_more()
    {
        Fill(Happened, ("answer", "2015-11-20"), ("source", "the minutes"));
        Fill(InPart, ("answer", "2026-06-11"), ("source", "the letter"));
        Fill(Fact, ("answer", "yes"));
        Fill(OtherFact, ("answer", "47"));
        _book.Save();
        Run("--dry-run").Output.ShouldContain("3 differences");

        var run = Run();

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldContain("Imported: 2 corrected, 1 new;");
        Run().Output.ShouldContain("Imported: nothing new;");
        var left = Again().Rows(Sheet);
        foreach (var which in new[] { Happened, InPart, Fact, OtherFact })
        {
            left.ShouldNotContain(row => which(row));
        }

        Again().Rows("events").Single(row => row["id"] == "HAR-05-12")["note"].ShouldBe("the letter");
    }

    [Fact]
    public void What_cannot_be_an_answer_is_told_by_its_cell_and_the_rest_goes_in_where_a_part_is_asked_for()
    {
        var soon = Fill(Happened, ("answer", "soon"));
        var maybe = Fill(Fact, ("answer", "maybe"));
        var unsaid = Fill(InPart, ("answer", "2026-06-11"));
        var alone = Fill(row => row["asks"] == "named-lead", ("source", "a letter"));
        var contradiction = Fill(row => Same(row, _book.Rows(Sheet).First(one => one["asks"].Length == 0)), ("answer", "2026-06-11"));
        _book.Save();

        var run = Run("--partial");

        run.Errors.ShouldContain($"sheet questions, row {soon}, column answer: 'soon': expected a day");
        run.Errors.ShouldContain($"sheet questions, row {maybe}, column answer: expected yes or no");
        run.Errors.ShouldContain($"sheet questions, row {unsaid}, column source: expected a note of why HAR-05-12 changes");
        run.Errors.ShouldContain($"sheet questions, row {alone}, column answer: expected the answer: a source alone says nothing");
        run.Errors.ShouldContain($"sheet questions, row {contradiction}, column answer: expected nothing here");
        run.Code.ShouldBe(ExitCode.Partly);
        run.Output.ShouldContain("Imported: nothing new;");
    }

    [Fact]
    public void What_was_answered_since_is_not_overwritten_and_the_same_answer_changes_nothing()
    {
        _program.Run("event", "add", "HAR-16", "notified", "2015-11-18", "--ledger", Demo).Code.ShouldBe(ExitCode.Done);
        _program.Run("event", "correct", "HAR-05-12", "--date", "2026-06-12", "--reason", "the letter", "--by", "B. Other", "--ledger", Demo).Code.ShouldBe(ExitCode.Done);
        Fill(Happened, ("answer", "2015-11-19"));
        Fill(InPart, ("answer", "2026-06-11"), ("source", "from memory"));
        _book.Save();

        var run = Run();

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("expected nothing any more: 'notified' of HAR-16 was recorded since this workbook was exported");
        run.Errors.ShouldContain("column answer: '2026-06-11': expected '2026-06-12', which stands there now: the row was changed by B. Other on");
        Fill(Happened, ("answer", "2015-11-18"));
        Fill(InPart, ("answer", "2026-06-12"));
        _book.Save();
        Run().Output.ShouldContain("Imported: nothing new;");
    }

    [Fact]
    public void Two_answers_about_one_thing_are_taken_together()
    {
        var first = Fill(OtherFact, ("answer", "nonsense"));
        var second = Fill(Fact, ("answer", "yes"));
        _book.Save();

        var run = Run("--partial");

        run.Errors.ShouldContain($"row {first}, column answer: expected");
        run.Errors.ShouldContain($"row {second}, column answer: expected the other answers about the same to be right, too");
    }

    private static bool Happened(IReadOnlyDictionary<string, string> row) => row["review"] == "HAR-16" && row["about"] == "notified";

    private static bool InPart(IReadOnlyDictionary<string, string> row) => row["id"] == "HAR-05-12" && row["asks"] == "date";

    private static bool Fact(IReadOnlyDictionary<string, string> row) => row["asks"] == "suicide";

    private static bool OtherFact(IReadOnlyDictionary<string, string> row) => row["asks"] == "age" && row["item"] == "HAR-12-D1";

    private static bool Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) => one["review"] == other["review"] && one["about"] == other["about"] && one["item"] == other["item"];

    private int Fill(Func<IReadOnlyDictionary<string, string>, bool> which, params (string, string)[] cells) => _book.Fill(Sheet, which, cells);

    private FilledWorkbook Again()
    {
        _program.Run("export", "again.xlsx", "--ledger", Demo).Code.ShouldBe(ExitCode.Done);
        return FilledWorkbook.Open(_program.Path("again.xlsx"));
    }

    private ProgramRun Run(params string[] more) => _program.Run(["import", "register.xlsx", "--ledger", Demo, .. more]);
}

/// <summary>The sample borough, filled and exported once; each test has a copy.</summary>
public sealed class DemoOnce : IDisposable
{
    private readonly TestProgram _program = new();

    public DemoOnce()
    {
        _program.Run("demo").Code.ShouldBe(ExitCode.Done);
        _program.Run("export", "register.xlsx", "--ledger", "demo/register.db").Code.ShouldBe(ExitCode.Done);
    }

    public void Dispose() => _program.Dispose();

    internal void CopyTo(TestProgram other)
    {
        Directory.CreateDirectory(other.Path("demo"));
        foreach (var file in new[] { "demo/register.db", "register.xlsx" })
        {
            File.Copy(_program.Path(file), other.Path(file));
        }
    }
}
