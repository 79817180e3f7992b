using System.Text.Json;
using DhrCompliance.Service.Reports.Workplans;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class WorkplanTests : IDisposable
{
    private readonly TestProgram _program = new("2026-11-21");

    public WorkplanTests()
    {
        _program.Write("register/partnerships.csv", "id,name,jurisdiction,kept-since\nbexley,Bexley,england,2026-01-01\n");
        _program.Write("register/protocols.csv", "partnership,pack,from,until\nbexley,bexley,2026-01-01,\n");
        _program.Write("register/cases.csv", "reference,partnership,kept-since\nBEX-2026-01,bexley,\n");
        _program.Write("register/events.csv", "id,reference,item,event,date,withdrawn,note\n,BEX-2026-01,,death,2026-11-10,,\n,BEX-2026-01,,notified,2026-11-20,,\n");
        _program.Run("import", "register").Code.ShouldBe(0);
    }

    [Fact]
    public void The_table_says_who_does_what_by_when_and_what_waits_for_what()
    {
        var run = _program.Run("workplan", "BEX-2026-01");

        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("Work plan of BEX-2026-01 as of Saturday 21 November 2026.");
        run.Output.ShouldContain("due 2026-12-20 (aim for");
        run.Output.ShouldContain("projected: due 2027-06-20");
        run.Output.ShouldContain("Only if it comes to that");
        run.Output.ShouldContain("The board's sign-off of the report");
    }

    [Theory]
    [InlineData("three-boroughs")]
    [InlineData("bexley")]
    [InlineData("stockton")]
    [InlineData("wakefield")]
    [InlineData("standing-together")]
    public void Under_each_protocol_every_duty_of_a_new_case_has_an_owner_and_a_source_and_only_the_edition_that_governs_is_named(string pack)
    {
        _program.Write("other/partnerships.csv", "id,name,jurisdiction,kept-since\nborough,Borough,england,2026-01-01\n");
        _program.Write("other/protocols.csv", $"partnership,pack,from,until\nborough,{pack},2026-01-01,\n");
        _program.Write("other/cases.csv", "reference,partnership,kept-since\nB-1,borough,\n");
        _program.Write("other/events.csv", "id,reference,item,event,date,withdrawn,note\n,B-1,,death,2026-11-10,,\n,B-1,,notified,2026-11-20,,\n");
        _program.Run("import", "other").Code.ShouldBe(0);

        var steps = JsonDocument.Parse(_program.Run("workplan", "B-1", "--format", "json").Output).RootElement.GetProperty("steps").EnumerateArray().ToList();

        steps.Count.ShouldBeGreaterThan(35);
        steps.ShouldContain(step => step.Text("rule")!.StartsWith($"{pack}/", StringComparison.Ordinal));
        steps.Where(step => step.Text("kind") != "criterion" && step.Text("owner") is null).Select(step => step.Text("rule")).ShouldBeEmpty();
        steps.Where(step => step.GetProperty("cite").GetArrayLength() == 0).Select(step => step.Text("rule")).ShouldBeEmpty();
        _program.Run("workplan", "B-1").Output.ShouldNotContain("consulted on");
    }

    [Fact]
    public void What_is_supposed_is_told_as_supposed_and_recorded_nowhere()
    {
        var run = _program.Run("workplan", "BEX-2026-01", "--suppose", "decision=2026-12-01");

        run.Code.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("Supposed, and not recorded: the decision whether to hold a review");
        run.Output.ShouldContain("projected: due 2027-06-01");
        _program.Run("workplan", "BEX-2026-01").Output.ShouldContain("projected: due 2027-06-20");
        _program.Run("workplan", "BEX-2026-01", "--suppose", "decision=2026-12-01", "--format", "json").Output.ShouldContain("\"supposed\":");
    }

    [Theory]
    [InlineData("decison=2026-12-01", "did you mean 'decision'?")]
    [InlineData("decision=1.12.2026", "write it like")]
    [InlineData("decision", "write it like")]
    [InlineData("completed=2026-12-01", "(action)")]
    [InlineData("death=2026-12-01", "recorded of BEX-2026-01 already")]
    public void What_cannot_be_supposed_is_refused_and_says_why(string supposed, string says)
    {
        var run = _program.Run("workplan", "BEX-2026-01", "--suppose", supposed);

        run.Code.ShouldBe(2);
        run.Errors.ShouldContain(says);
    }

    [Fact]
    public void The_CSV_has_a_row_a_step_with_projected_dates_in_columns_of_their_own()
    {
        var lines = _program.Run("workplan", "BEX-2026-01", "--format", "csv").Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines[0].ShouldBe(string.Join(',', WorkplanTable.Columns.Select(column => column.Name)));
        var report = lines.Single(line => line.Contains("guidance-2016/complete-report", StringComparison.Ordinal)).Split(',');
        report[lines[0].Split(',').ToList().IndexOf("due")].ShouldBeEmpty();
        report[lines[0].Split(',').ToList().IndexOf("projected due")].ShouldBe("2027-06-20");
    }

    [Fact]
    public void The_JSON_says_what_each_step_waits_for_and_what_meets_it()
    {
        using var json = JsonDocument.Parse(_program.Run("workplan", "BEX-2026-01", "--format", "json").Output);
        var root = json.RootElement;

        (root.GetProperty("case").GetString(), root.GetProperty("asOf").GetString()).ShouldBe(("BEX-2026-01", "2026-11-21"));
        var steps = root.GetProperty("steps").EnumerateArray().ToList();
        var decide = steps.Single(step => step.GetProperty("rule").GetString() == "guidance-2016/decide");
        (decide.GetProperty("due").GetString(), decide.GetProperty("target").GetString(), decide.GetProperty("standing").GetString()).ShouldBe(("2026-12-20", "2026-12-18", "to-do"));
        decide.GetProperty("projected").ValueKind.ShouldBe(JsonValueKind.Null);
        decide.GetProperty("toRecord")[0].GetString().ShouldBe("dhr event add BEX-2026-01 decision DATE --attr outcome=OUTCOME");
        var report = steps.Single(step => step.GetProperty("rule").GetString() == "guidance-2016/complete-report");
        report.GetProperty("projected").GetProperty("due").GetString().ShouldBe("2027-06-20");
        report.GetProperty("waitsFor")[0].GetProperty("steps")[0].GetInt32().ShouldBe(decide.GetProperty("step").GetInt32());
        root.GetProperty("assumed").EnumerateArray().ShouldContain(one => one.GetProperty("event").GetString() == "decision" && one.GetProperty("day").GetString() == "2026-12-20");
    }

    [Fact]
    public void The_page_stands_alone_and_never_calls_a_projected_date_due()
    {
        _program.Run("workplan", "BEX-2026-01", "--format", "html", "--out", "plan.html").Code.ShouldBe(0);
        var page = File.ReadAllText(_program.Path("plan.html"));

        page.ShouldContain("<h1>Work plan of BEX-2026-01</h1>");
        page.ShouldContain("projected: due <span class=\"day\">2027-06-20</span>");
        page.ShouldContain("What to record when a step is done");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("http://");
    }

    [Fact]
    public void Recording_what_meets_a_step_makes_it_done()
    {
        _program.Run("event", "add", "BEX-2026-01", "decision", "2026-11-21", "--attr", "outcome=review").Code.ShouldBe(0);

        using var json = JsonDocument.Parse(_program.Run("workplan", "BEX-2026-01", "--format", "json").Output);
        var steps = json.RootElement.GetProperty("steps").EnumerateArray().ToList();
        steps.Single(step => step.GetProperty("rule").GetString() == "guidance-2016/decide").GetProperty("standing").GetString().ShouldBe("done");
        steps.Single(step => step.GetProperty("rule").GetString() == "guidance-2016/complete-report").GetProperty("due").GetString().ShouldBe("2027-05-21");
    }

    [Theory]
    [InlineData("bexley", "only a review has a work plan")]
    [InlineData("BEX-2026-02", "did you mean 'BEX-2026-01'?")]
    public void Only_a_case_of_the_register_has_a_plan(string named, string said)
    {
        var run = _program.Run("workplan", named);

        run.Code.ShouldBe(2);
        run.Errors.ShouldContain(said);
    }

    public void Dispose() => _program.Dispose();
}
