using System.Text.Json;
using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>Time travel as a person would do it: a small register that was loaded at once, looked at from several days.</summary>
public sealed class ChangedSinceTests : IDisposable
{
    private readonly TestProgram _program = new();

    public ChangedSinceTests()
    {
        _program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nborough,Borough,england,2026-01-01\n");
        _program.Write("in/cases.csv", "reference,partnership\nB-1,borough\n");
        _program.Write("in/events.csv", """
            id,reference,event,date,recorded-at,outcome
            B-1-a,B-1,death,2026-03-01,2026-03-11,
            B-1-b,B-1,notified,2026-03-10,2026-03-11,
            B-1-c,B-1,decision,2026-04-20,2026-04-21,review

            """);
        var run = _program.Run("import", "in");
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
    }

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("2026-04-09", "due-soon")]
    [InlineData("2026-04-10", "due-soon")]
    [InlineData("2026-04-11", "overdue")]
    [InlineData("2026-04-20", "overdue")]
    [InlineData("2026-04-21", "met-late")]
    public void Looked_at_from_a_past_day_by_claimed_times_it_stands_as_it_stood(string day, string expected) =>
        Decide(Json("--as-of", day, "--known-at", day, "--claimed")).ShouldBe(expected);

    [Fact]
    public void A_day_to_come_shows_what_will_be_overdue_if_nothing_happens_and_not_a_day_early()
    {
        Report(Json("--as-of", "2026-10-20")).ShouldBe("due-soon");
        Report(Json("--as-of", "2026-10-21")).ShouldBe("overdue");
    }

    [Fact]
    public void What_moved_since_a_day_is_told_with_the_event_that_made_it()
    {
        var moved = JsonDocument.Parse(Audit("--changed-since", "2026-04-20", "--as-of", "2026-04-21", "--claimed", "--format", "json").Output).RootElement;

        var one = moved.GetProperty("cases").EnumerateArray().ShouldHaveSingleItem();
        one.GetProperty("recorded").EnumerateArray().Single().Text("row").ShouldBe("B-1-c");
        var row = one.GetProperty("rows").EnumerateArray().Single(row => row.Text("rule") == "guidance-2016/decide");
        (row.GetProperty("before").Text("state"), row.GetProperty("now").Text("state")).ShouldBe(("overdue", "met-late"));
        row.GetProperty("why").EnumerateArray().Select(cause => (cause.Text("kind"), cause.Text("row"))).ShouldBe([("record", "B-1-c")]);
    }

    [Fact]
    public void What_a_day_moved_is_told_with_that_day_in_every_form()
    {
        string[] asked = ["--changed-since", "2026-04-10", "--as-of", "2026-04-12", "--claimed", "--rule", "decide"];

        foreach (var format in new[] { "table", "list", "csv", "json" })
        {
            var run = Audit([.. asked, "--format", format]);
            run.Code.ShouldBe(ExitCode.Found, run.Errors);
            System.Text.RegularExpressions.Regex.Replace(run.Output, @"[\s│]+", " ").ShouldContain("11 April 2026");
        }
    }

    [Fact]
    public void Nothing_that_moved_is_said_in_words() =>
        Audit("--changed-since", "2026-04-12", "--as-of", "2026-04-12", "--claimed").Output.ShouldContain("nothing that is asked for");

    [Fact]
    public void What_was_not_known_then_is_new() =>
        JsonDocument.Parse(Audit("--changed-since", "2026-03-10", "--as-of", "2026-03-12", "--claimed", "--format", "json").Output)
            .RootElement.GetProperty("cases")[0].GetProperty("new").GetBoolean().ShouldBeTrue();

    [Fact]
    public void Rows_that_claim_no_time_are_counted()
    {
        _program.Run("event", "add", "B-1", "panel-meeting", "2026-05-05").Code.ShouldBe(ExitCode.Done);

        Audit("--as-of", "2026-05-06", "--known-at", "2026-05-06", "--claimed").Errors.ShouldContain("1 version of events say nothing of when");
    }

    [Theory]
    [InlineData("lies after", "--changed-since", "2026-12-01", "--as-of", "2026-11-20")]
    [InlineData("give one of them", "--changed-since", "2026-01-01", "--with-draft", "dardr-draft")]
    [InlineData("lies before --changed-since", "--changed-since", "2026-05-01", "--known-at", "2026-04-01")]
    [InlineData("give --known-at T", "--claimed")]
    [InlineData("YYYY-MM-DD", "--changed-since", "May")]
    public void What_does_not_go_together_is_refused_with_what_to_do(string expected, params string[] options)
    {
        var run = Audit(options);

        (run.Code, run.Output).ShouldBe((ExitCode.Usage, ""));
        run.Errors.ShouldContain(expected);
    }

    [Fact]
    public void Explaining_says_the_same_as_text_and_as_json_with_what_happens_next()
    {
        var text = _program.Run("explain", "B-1", "complete-report", "--as-of", "2026-05-01");
        var json = JsonDocument.Parse(_program.Run("explain", "B-1", "complete-report", "--as-of", "2026-05-01", "--format", "json").Output).RootElement;

        var flat = System.Text.RegularExpressions.Regex.Replace(text.Output, @"\s+", " ");
        var rule = json.GetProperty("rules").EnumerateArray().First(row => row.Text("rule") == "guidance-2016/complete-report");
        rule.Text("next")!.ShouldContain("Wednesday 21 October 2026 it becomes overdue");
        foreach (var sentence in rule.GetProperty("paragraphs").EnumerateArray().Concat(rule.GetProperty("sources").EnumerateArray()).Append(rule.GetProperty("next")))
        {
            flat.ShouldContain(sentence.GetString()!);
        }
    }

    private ProgramRun Audit(params string[] more) => _program.Run(["audit", .. more]);

    private JsonElement Json(params string[] more) => JsonDocument.Parse(Audit([.. more, "--format", "json"]).Output).RootElement;

    private static string? Decide(JsonElement audit) => audit.Case("B-1").Timescale("guidance-2016/decide").Text("state");

    private static string? Report(JsonElement audit) => audit.Case("B-1").Timescale("guidance-2016/complete-report").Text("state");
}
