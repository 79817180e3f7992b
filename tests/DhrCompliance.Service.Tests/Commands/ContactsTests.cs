using System.Text.Json;
using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class ContactsTests : IDisposable
{
    private readonly TestProgram _program = new();

    public ContactsTests()
    {
        _program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nbexley,Bexley,england,2026-01-01\ndevon,Devon,england,2026-01-01\n");
        _program.Write("in/cases.csv", "reference,partnership,kept-since\nBEX-1,bexley,2026-06-01\nBEX-2,bexley,2026-06-01\n");
        _program.Write("in/case-partnerships.csv", "reference,partnership,part\nBEX-1,devon,joint\n");
        _program.Write("in/events.csv", "id,reference,event,date,outcome\nE1,BEX-1,notified,2026-09-01,\nE2,BEX-2,notified,2026-09-01,\nE3,BEX-1,decision,2026-09-10,review\nE4,BEX-2,decision,2026-09-10,review\n");
        Contacts();
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public void Each_role_of_each_partnership_is_told_with_the_row_that_decides()
    {
        Line("bexley", "csp-team").ShouldBe(["bexley", "csp-team", "every review", "team@bexley.example.org", "ok", "partnership bexley", "", "", ""]);
        Line("devon", "csp-team")[3..5].ShouldBe(["", "vacant"]);
        Line("bexley", "home-office")[3..5].ShouldBe(["", "vacant"]);
    }

    [Fact]
    public void Each_review_has_its_own_chair_and_never_anothers()
    {
        var chairs = Lines("review-chair");
        chairs.Where(line => line[0] == "bexley").Select(line => (line[2], line[3], line[4])).ShouldBe(
            [("BEX-1", "chair-1@example.org", "ok"), ("BEX-2", "", "vacant")], ignoreOrder: true);

        // The other partnership of a joint review has the same chair, and nothing to do with the other review's.
        chairs.Single(line => line[0] == "devon")[2..5].ShouldBe(["BEX-1", "chair-1@example.org", "ok"]);
    }

    [Fact]
    public void One_case_shows_both_partnerships_that_are_told()
    {
        var lines = Rows("--case", "BEX-1");
        lines.Select(line => line[0]).Distinct().ShouldBe(["bexley", "devon"]);
        lines.ShouldAllBe(line => line[2] == "BEX-1");
        Rows("--case", "BEX-1", "--partnership", "devon").ShouldAllBe(line => line[0] == "devon");
    }

    [Theory]
    [InlineData("2026-12-19", "ok", "")]
    [InlineData("2026-12-20", "ends-soon", "Nobody follows: add who does.")]
    [InlineData("2026-12-21", "ends-soon", "Nobody follows: add who does.")]
    [InlineData("2027-01-19", "ends-soon", "Nobody follows: add who does.")]
    [InlineData("2027-01-20", "vacant", "Add a contact (contacts.csv, then dhr import).")]
    public void An_end_is_told_thirty_days_ahead(string day, string state, string note)
    {
        Contacts("bexley,,,csp-chair,chair@bexley.example.org,,2027-01-19");
        var line = Line("bexley", "csp-chair", "--as-of", day);
        (line[4], line[8]).ShouldBe((state, note));
    }

    [Fact]
    public void An_end_that_somebody_follows_is_no_trouble()
    {
        Contacts("bexley,,,csp-chair,old@bexley.example.org,,2026-11-30", "bexley,,,csp-chair,new@bexley.example.org,2026-12-01,");
        Line("bexley", "csp-chair")[3..].ShouldBe(["old@bexley.example.org", "ok", "partnership bexley", "", "2026-11-30", "Then new@bexley.example.org."]);
    }

    [Fact]
    public void A_contact_from_tomorrow_is_told_and_does_not_count_today()
    {
        Contacts("bexley,,,csp-chair,new@bexley.example.org,2026-11-21,");
        var line = Line("bexley", "csp-chair");
        line[3..5].ShouldBe(["", "vacant"]);
        line[8].ShouldStartWith("From 2026-11-21: new@bexley.example.org.");
        Line("bexley", "csp-chair", "--as-of", "2026-11-21")[3..5].ShouldBe(["new@bexley.example.org", "ok"]);
    }

    [Fact]
    public void The_same_is_there_as_json_and_for_reading()
    {
        var run = Run("--format", "json", "--partnership", "bexley");
        using var json = JsonDocument.Parse(run.Output);
        var chair = json.RootElement.GetProperty("contacts").EnumerateArray().Single(one => one.GetProperty("role").GetString() == "csp-team");
        chair.GetProperty("to").GetString().ShouldBe("team@bexley.example.org");
        chair.GetProperty("state").GetString().ShouldBe("ok");
        var table = Run().Output;
        table.ShouldContain("bexley: who would be written to on 2026-11-20");
        table.ShouldContain("operator: nobody is told of trouble: set Post:Operator to an address.");
        table.ShouldContain("vacant.");
    }

    [Theory]
    [InlineData("--case", "BEX-9")]
    [InlineData("--partnership", "nowhere")]
    [InlineData("--as-of", "tomorrow")]
    public void What_is_asked_for_wrongly_is_told(params string[] arguments) => _program.Run(["contacts", .. arguments]).Code.ShouldBe(ExitCode.Usage);

    private void Contacts(params string[] more)
    {
        string[] lines = ["partnership,case,agency,role,email,from,until", "bexley,,,csp-team,team@bexley.example.org,,", ",BEX-1,,review-chair,chair-1@example.org,,", .. more];
        _program.Write("in/contacts.csv", string.Join('\n', lines) + "\n");
        var run = _program.Run("import", "in");
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
    }

    private string[] Line(string partnership, string role, params string[] more) => Rows(more).Single(line => line[0] == partnership && line[1] == role);

    private List<string[]> Lines(string role) => [.. Rows().Where(line => line[1] == role)];

    private List<string[]> Rows(params string[] more) =>
        [.. Run([.. more, "--format", "list"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];

    private ProgramRun Run(params string[] arguments)
    {
        var run = _program.Run(["contacts", .. arguments]);
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        return run;
    }
}
