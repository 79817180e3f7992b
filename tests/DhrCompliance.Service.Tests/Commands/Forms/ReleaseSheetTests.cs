using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands.Forms;

/// <summary>The sheet <c>release</c>: what <c>dhr outbox approve</c> does, from a workbook.</summary>
public sealed class ReleaseSheetTests : IDisposable
{
    private const string Sheet = "release";

    private static readonly DateOnly Late = new(2026, 10, 9);

    private readonly TestProgram _program = new();

    public ReleaseSheetTests()
    {
        _program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nbexley,Safer Bexley,england,2026-01-01\n");
        _program.Write("in/cases.csv", "reference,partnership,kept-since\nBEX-1,bexley,2026-01-01\n");
        _program.Write("in/contacts.csv", "partnership,case,agency,role,email,from,until\nbexley,,,csp-team,team@bexley.example.org,,\nbexley,,,csp-chair,chair@bexley.example.org,,\n,,,home-office,office@example.org,,\n");
        _program.Write("in/events.csv", "id,reference,event,date,outcome,about\nE1,BEX-1,notified,2026-01-02,,\nE2,BEX-1,decision,2026-01-10,review,\nE3,BEX-1,home-office-informed,2026-01-12,,decision\n");
        Do(new DateOnly(2026, 7, 1), "import", "in");
        Do(new DateOnly(2026, 7, 1), "run");
        Do(Late, "run");
        Do(Late, "export", "register.xlsx");
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_named_person_releases_it_and_it_goes_out_once()
    {
        var row = FilledWorkbook.Open(_program.Path("register.xlsx")).Rows(Sheet).ShouldHaveSingleItem();
        (row["to"], row["review"], row["held-since"]).ShouldBe(("office@example.org", "BEX-1", "2026-10-09"));
        Fill(("by", "J Smith"), ("note", "agreed with the chair"));

        Run(Late, "--dry-run").Output.ShouldContain("released by J Smith: Delivery");
        State().ShouldBe("held");
        Do(Late, "import", "register.xlsx").ShouldContain("1 acknowledged or released");

        State().ShouldBe("planned");
        Do(Late, "outbox", "show", row["delivery"]).ShouldContain("held by J Smith: agreed with the chair");
        Do(Late, "import", "register.xlsx").ShouldContain("nothing new");
        Do(Late, "run").ShouldContain("1 mail sent");
        Do(Late, "import", "register.xlsx").ShouldContain("nothing new");
        Do(Late, "ledger", "verify");
    }

    [Fact]
    public void It_is_written_as_of_the_day_of_the_import_and_the_same_workbook_releases_nothing_twice()
    {
        Fill(("by", "J Smith"));
        var later = Late.AddDays(11);

        Do(later, "import", "register.xlsx").ShouldContain("written anew as of 2026-10-20");
        Do(later, "import", "register.xlsx").ShouldContain("nothing new");

        Fill(("by", "A. Nother"));
        var run = Run(later);
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("sheet release, row 2, column delivery: ");
        run.Errors.ShouldContain("was released on 2026-10-20 by J Smith");
    }

    [Theory]
    [InlineData("", "agreed")]
    [InlineData("x", "")]
    [InlineData("Yes", "")]
    [InlineData(" - ", "agreed")]
    [InlineData("unknown", "")]
    public void Nobody_releases_nothing(string by, string note)
    {
        Fill(("by", by), ("note", note));

        var run = Run(Late);

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("sheet release, row 2, column by: expected the name of the person who releases it");
        State().ShouldBe("held");
    }

    [Fact]
    public void One_whose_ground_was_lost_is_refused_and_the_other_sheets_go_in_where_a_part_is_asked_for()
    {
        var book = FilledWorkbook.Open(_program.Path("register.xlsx"));
        book.Fill(Sheet, _ => true, ("by", "J Smith"));
        book.Fill("events", row => row["id"] == "E1", ("date", "2026-01-03"), ("note", "the letter says so"));
        book.Save();
        Do(Late, "event", "add", "BEX-1", "report-completed", "2026-10-08");

        var whole = Run(Late);
        var part = Run(Late, "--partial");

        whole.Code.ShouldBe(ExitCode.BadInput);
        whole.Errors.ShouldContain("is not released, because its ground no longer holds");
        part.Code.ShouldBe(ExitCode.Partly);
        part.Output.ShouldContain("Imported: 1 corrected;");
        State().ShouldBe("held");
    }

    private void Fill(params (string, string)[] cells)
    {
        var book = FilledWorkbook.Open(_program.Path("register.xlsx"));
        book.Fill(Sheet, _ => true, cells);
        book.Save();
    }

    private string? State() => _program.Ask("SELECT s.state FROM delivery_states s JOIN deliveries d ON d.id = s.delivery WHERE d.address = 'office@example.org' ORDER BY s.row DESC LIMIT 1");

    private ProgramRun Run(DateOnly day, params string[] more) => _program.RunOn(day, ["import", "register.xlsx", .. more]);

    private string Do(DateOnly day, params string[] arguments)
    {
        var run = _program.RunOn(day, arguments);
        run.Code.ShouldBe(ExitCode.Done, run.Errors + run.Output);
        return run.Output;
    }
}
