using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class RecordTests
{
    [Fact]
    public void An_event_added_says_what_it_changed_and_the_same_again_says_that_nothing_did()
    {
        using var program = Timelines.Imported();

        var run = program.Run("event", "add", "R02", "decision", "2013-06-20", "--attr", "outcome=review", "--by", "Officer");
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldContain("Decide whether to hold a review under guidance-2011: met (was cannot-tell), on Thursday 20 June 2013");
        run.Output.ShouldContain("on Thursday 20 June 2013, 9 days early");
        run.Output.ShouldNotContain("on on");
        run.Output.ShouldContain("If nothing is recorded");
        program.Run("event", "add", "R02", "decision", "2013-06-20", "--attr", "outcome=review").Output.ShouldContain("Nothing changed");
        Id(program, "decision").ShouldStartWith("R02-");
    }

    [Fact]
    public void An_event_is_corrected_and_withdrawn_with_a_reason_and_the_earlier_versions_are_kept()
    {
        using var program = Timelines.Imported();
        program.Run("event", "add", "R02", "decision", "2013-06-20", "--attr", "outcome=review").Code.ShouldBe(ExitCode.Done);
        var id = Id(program, "decision");

        var corrected = program.Run("event", "correct", id, "--date", "2013-07-03", "--reason", "the minutes say the 3rd");
        corrected.Code.ShouldBe(ExitCode.Done, corrected.Errors);
        corrected.Output.ShouldContain("met-late (was met)");
        var withdrawn = program.Run("event", "withdraw", id, "--reason", "another case");
        withdrawn.Code.ShouldBe(ExitCode.Done, withdrawn.Errors);
        withdrawn.Output.ShouldContain("cannot-tell (was met-late)");

        program.Run("export", "out", "--history").Code.ShouldBe(ExitCode.Done);
        File.ReadAllLines(program.Path("out/history/events.csv")).Count(line => line.StartsWith($"{id},", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void A_text_that_begins_with_an_at_sign_is_a_text_and_names_no_file()
    {
        using var program = Timelines.Imported();
        program.Write("some.txt", "--by Nobody");

        foreach (var reason in new[] { "@Jane confirmed", "@" + program.Path("some.txt") })
        {
            var run = program.Run("event", "add", "R02", "decision", reason.EndsWith('t') ? "2013-06-20" : "2013-06-21", "--attr", "outcome=review", "--reason", reason);
            run.Code.ShouldBe(ExitCode.Done, run.Errors);
        }

        program.Run("export", "out", "--history").Code.ShouldBe(ExitCode.Done);
        File.ReadAllText(program.Path("out/history/events.csv")).ShouldContain("@Jane confirmed");
    }

    [Fact]
    public void What_cannot_be_told_yet_is_counted_and_not_listed()
    {
        using var program = Timelines.Imported();

        var opened = program.Run("case", "open", "R99", "--partnership", "devon");

        opened.Code.ShouldBe(ExitCode.Done, opened.Errors);
        opened.Output.ShouldNotContain(": cannot-tell");
        opened.Output.ShouldContain("cannot be told yet: 'dhr explain R99' shows them.");
    }

    [Theory]
    [InlineData("dhr audit --state ov", "overdue")]
    [InlineData("dhr ac", "action")]
    [InlineData("dhr action a", "add")]
    public void A_shell_is_offered_states_and_item_kinds(string line, string expected)
    {
        using var program = Timelines.Imported();

        program.Run($"[suggest:{line.Length}]", line).Output.Split('\n', StringSplitOptions.TrimEntries).ShouldContain(expected);
    }

    [Fact]
    public void Every_item_kind_of_the_rules_is_a_command_of_its_own()
    {
        using var program = Timelines.Imported();

        program.Run("action", "add", "R02", "--fact", "due=2026-09-30").Code.ShouldBe(ExitCode.Done);
        program.Run("deceased", "add", "R02", "--fact", "age=44").Code.ShouldBe(ExitCode.Done);
        program.Run("action", "add", "--help").Output.ShouldContain("dhr action add");
        program.Run("action", "add").Errors.ShouldContain("'dhr action add --help'");
        program.Run("action").Errors.ShouldContain("'dhr action --help'");
        program.Run("action", "ad", "R02").Errors.ShouldContain("did you mean 'add'?");
        program.Run("action", "add", "R02", "--fact", "du=2026-09-30").Errors.ShouldContain("did you mean 'due'?");

        program.Run("export", "out").Code.ShouldBe(ExitCode.Done);
        Directory.GetFiles(program.Path("out")).SelectMany(File.ReadAllLines).Count(line => line.Contains("2026-09-30", StringComparison.Ordinal)).ShouldBe(1);
        var unknown = program.Run("acton", "add", "R02");
        (unknown.Code, unknown.Output).ShouldBe((ExitCode.Usage, ""));
        unknown.Errors.ShouldContain("There is no command 'acton'; did you mean 'action'?");
    }

    [Theory]
    [InlineData("a misspelt event", "did you mean 'decision'?", "event", "add", "R02", "decison", "2013-06-20")]
    [InlineData("a misspelt case", "did you mean 'R02'?", "event", "add", "R2", "decision", "2013-06-20")]
    [InlineData("a day that is not", "June 2013 has 30 days", "event", "add", "R02", "decision", "2013-06-31")]
    [InlineData("a day of another order", "2013-06-20", "event", "add", "R02", "decision", "20/06/2013")]
    [InlineData("a day to come", "2026", "event", "add", "R02", "decision", "2027-06-20")]
    [InlineData("a misspelt attribute", "did you mean 'outcome'?", "event", "add", "R02", "decision", "2013-06-20", "--attr", "outcom=review")]
    [InlineData("a misspelt choice", "did you mean 'review'?", "event", "add", "R02", "decision", "2013-06-20", "--attr", "outcome=revew")]
    [InlineData("an attribute without a value", "outcome", "event", "add", "R02", "decision", "2013-06-20", "--attr", "outcome")]
    [InlineData("an unknown id", "the id of an event", "event", "correct", "R02-X", "--date", "2013-06-20", "--reason", "r")]
    [InlineData("nothing to withdraw", "the id of an event", "event", "withdraw", "R02-X", "--reason", "r")]
    [InlineData("an unknown partnership", "partnership", "case", "open", "X-1", "--partnership", "nowhere")]
    [InlineData("a case that is there", "R02", "case", "open", "R02", "--partnership", "devon")]
    [InlineData("an unknown fact", "xyz", "case", "open", "X-1", "--partnership", "devon", "--fact", "xyz=1")]
    [InlineData("a misspelt kind", "did you mean 'action'?", "item", "add", "R02", "acton")]
    [InlineData("a date in an item that is not", "September 2026 has 30 days", "item", "add", "R02", "action", "--fact", "due=2026-09-31")]
    public void What_is_wrong_is_said_with_what_may_be_meant_and_nothing_is_written(string what, string expected, params string[] command)
    {
        using var program = Timelines.Imported();
        var before = program.Audit().GetRawText();

        var run = program.Run(command);

        run.Code.ShouldBe(ExitCode.BadInput, what);
        run.Errors.ShouldContain(expected);
        run.Errors.ShouldContain("nothing was written");
        program.Audit().GetRawText().ShouldBe(before);
    }

    [Theory]
    [InlineData("event", "correct", "R02-E1")]
    [InlineData("event", "withdraw", "R02-E1")]
    [InlineData("case", "open", "X-1")]
    public void What_must_be_given_is_asked_for(params string[] command)
    {
        using var program = Timelines.Imported();
        var run = program.Run(command);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("--");
    }

    [Fact]
    public void A_case_is_opened_and_gets_an_item_with_an_id_of_its_own()
    {
        using var program = Timelines.Imported();

        program.Run("case", "open", "DEV-2026-01", "--partnership", "devon", "--kept-since", "2026-01-05").Code.ShouldBe(ExitCode.Done);
        var item = program.Run("item", "add", "DEV-2026-01", "action", "--fact", "due=2026-09-30");

        item.Code.ShouldBe(ExitCode.Done, item.Errors);
        item.Output.ShouldContain("DEV-2026-01-");
        program.Run("audit", "--case", "DEV-2026-01", "--format", "list").Output.ShouldContain("DEV-2026-01\t");
    }

    [Fact]
    public void Who_did_it_is_recorded()
    {
        using var program = Timelines.Imported();
        program.Run("event", "add", "R02", "decision", "2013-06-20", "--attr", "outcome=review", "--by", "Officer").Code.ShouldBe(ExitCode.Done);

        program.Ask("SELECT count(*) FROM acts WHERE command = 'event add' AND by_whom = 'Officer' AND host = 'bench'").ShouldBe("1");
    }

    private static string Id(TestProgram program, string kind)
    {
        program.Run("export", "ids").Code.ShouldBe(ExitCode.Done);
        return File.ReadAllLines(program.Path("ids/events.csv")).Single(line => line.StartsWith("R02", StringComparison.Ordinal) && line.Contains($",R02,,{kind},", StringComparison.Ordinal)).Split(',')[0];
    }
}
