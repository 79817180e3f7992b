using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Tests.Sweeps;
using static DhrCompliance.Service.Tests.Sweeps.SweptBorough;

namespace DhrCompliance.Service.Tests.Commands.Forms;

/// <summary>The sheet <c>acknowledge</c>: what <c>dhr ack</c> does, from a workbook.</summary>
public sealed class AcknowledgeSheetTests : IDisposable
{
    private const string Day = "2026-11-20";
    private const string Sheet = "acknowledge";

    private readonly SweptBorough _borough = new();

    public AcknowledgeSheetTests()
    {
        _borough.Sweep("2026-10-02");
        _borough.Sweep("2026-10-29").Count.ShouldBe(2);
        _borough.Do(Day, "export", "register.xlsx");
    }

    public void Dispose() => _borough.Dispose();

    [Fact]
    public void A_filled_row_holds_repeats_back_for_the_one_who_acknowledged_and_again_changes_nothing()
    {
        Filled(("by", "A. Clerk"), ("until", "2026-12-02"), ("why", "the panel meets on 1 December"));

        Run("--dry-run").Output.ShouldContain($"acknowledged: {Reference} 'repeated' (guidance-2016/decide) to csp-team, until 2026-12-02, by A. Clerk");
        _borough.Program.Ask("SELECT count(*) FROM acknowledgements").ShouldBe("0");
        Run().Output.ShouldContain("Imported: 1 acknowledged or released;");
        Run().Output.ShouldContain("Imported: nothing new;");

        _borough.Program.Ask("SELECT x.command || ' | ' || x.by_whom || ' | ' || a.reason || ' | ' || a.until_day || ' | ' || a.key FROM acknowledgements a JOIN acts x ON x.id = a.act")
            .ShouldBe($"ack | A. Clerk | the panel meets on 1 December | 2026-12-02 | {Reference}|decide|once|repeated|0|csp-team|0");
        _borough.Sweep("2026-11-26").ShouldBe(["chair@example.org: Overdue: decide whether to hold a review (56 days)"]);
        _borough.Sweep("2026-12-03").ShouldBe(["team@example.org: Overdue: decide whether to hold a review (63 days)"]);
        _borough.Do("2026-12-03", "ledger", "verify");
    }

    [Theory]
    [InlineData("", "2026-12-02", "seen", "column by: expected the name of the person who acknowledges it")]
    [InlineData("yes", "2026-12-02", "seen", "column by: expected the name of the person who acknowledges it")]
    [InlineData("A. Clerk", "2026-12-02", "", "column why: expected why its repeats are held back")]
    [InlineData("A. Clerk", "2026-12-02", "  ", "column why: expected why its repeats are held back")]
    [InlineData("A. Clerk", "", "seen", "column until: '': expected the last day on which its repeats are held back")]
    [InlineData("A. Clerk", "2026-12", "seen", "column until: '2026-12': expected the last day on which its repeats are held back")]
    [InlineData("A. Clerk", "2026-11-19", "seen", "2026-11-19 is past: give a day from 2026-11-20 on")]
    [InlineData("A. Clerk", "2026-12-19", "seen", "for at most 28 days: give a day until 2026-12-18")]
    public void Nobody_no_reason_and_a_day_beyond_the_limit_are_refused_by_their_cell(string by, string until, string why, string told)
    {
        var row = Filled(("by", by), ("until", until), ("why", why));

        var run = Run();

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain($"dhr: register.xlsx, sheet acknowledge, row {row}, column ");
        run.Errors.ShouldContain(told);
        run.Errors.ShouldContain("1 mistake; nothing was written");
        _borough.Program.Ask("SELECT count(*) FROM acknowledgements").ShouldBe("0");
    }

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026-12-18")]
    public void The_first_and_the_last_day_possible_are_taken(string until)
    {
        Filled(("by", "A. Clerk"), ("until", until), ("why", "seen"));

        Run().Output.ShouldContain("1 acknowledged or released");
    }

    [Fact]
    public void What_somebody_acknowledged_since_the_export_is_not_overwritten()
    {
        _borough.Do(Day, "ack", Key, "--until", "2026-12-10", "--reason", "the coroner", "--by", "B. Other");
        Filled(("by", "A. Clerk"), ("until", "2026-12-02"), ("why", "seen"));

        var run = Run();

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("column until: '2026-12-02': expected '2026-12-10', until which somebody holds its repeats back since this workbook was exported; export it again");
    }

    [Theory]
    [InlineData("2030-01-01", "lets repeats be held back for at most")]
    [InlineData("2020-01-01", "2020-01-01 is past")]
    public void A_day_that_is_too_late_or_past_is_told_where_it_stands(string until, string said)
    {
        Filled(("by", "A. Clerk"), ("until", until), ("why", "seen"));

        var run = Run();

        run.Errors.ShouldContain($"column until: '{until}': expected a day until which its repeats can be held back: ");
        run.Errors.ShouldContain(said);
        run.Errors.ShouldNotContain("column notice");
    }

    [Fact]
    public void What_closed_since_the_export_is_refused_and_told()
    {
        Filled(("by", "A. Clerk"), ("until", "2026-12-02"), ("why", "seen"));
        _borough.Do(Day, "event", "add", Reference, "decision", Day, "--attr", "outcome=no-review");

        Run().Errors.ShouldContain("column notice: '" + Key + "': expected a notice that can be acknowledged so: By what is recorded now, the ground of");
        _borough.Sweep(Day);
        Run().Errors.ShouldContain("no longer held on 2026-11-20");
        _borough.Do(Day, "export", "later.xlsx");
        FilledWorkbook.Open(_borough.Program.Path("later.xlsx")).Rows(Sheet).ShouldNotContain(row => row["notice"] == Key);
    }

    [Fact]
    public void A_refused_row_stands_in_the_marked_copy_and_is_mended_there()
    {
        Filled(("by", "A. Clerk"), ("until", "2026-12-02"));
        _borough.Program.RunOn(new DateOnly(2026, 11, 20), "import", "register.xlsx", "--report", "mistakes.xlsx").Code.ShouldBe(ExitCode.BadInput);

        var copy = FilledWorkbook.Open(_borough.Program.Path("mistakes.xlsx"));
        copy.Rows(Sheet).Single(row => row["notice"] == Key)["what-is-wrong"].ShouldBe("why: expected why its repeats are held back; it is kept beside the acknowledgement");
        copy.Fill(Sheet, row => row["notice"] == Key, ("why", "the panel meets"));
        copy.Save();

        _borough.Do(Day, "import", "mistakes.xlsx").ShouldContain("1 acknowledged or released");
    }

    [Fact]
    public void A_sheet_that_only_has_the_name_is_passed_over()
    {
        var book = FilledWorkbook.Open(_borough.Program.Path("register.xlsx"));
        book.Rename(Sheet, ("by", "who"), ("until", "when"));
        book.Save();

        Run().Output.ShouldContain("Not read: register.xlsx, sheet acknowledge (nothing can be filled in on it");
    }

    private static string Key => $"{Reference}|decide|once|repeated|0|csp-team|0";

    private int Filled(params (string Column, string Value)[] cells)
    {
        var book = FilledWorkbook.Open(_borough.Program.Path("register.xlsx"));
        var row = book.Fill(Sheet, one => one["notice"] == Key, cells);
        book.Save();
        return row;
    }

    private ProgramRun Run(params string[] more) => _borough.Program.RunOn(new DateOnly(2026, 11, 20), ["import", "register.xlsx", .. more]);
}
