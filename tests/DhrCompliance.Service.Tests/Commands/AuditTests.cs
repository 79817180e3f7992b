using System.Text.Json;
using CsvHelper;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Tests.Intake.Workbooks;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class AuditTests : IClassFixture<AuditTests.Borough>
{
    private const string Ledger = "demo/register.db";
    private readonly TestProgram _program;

    public AuditTests(Borough borough) => _program = borough.Program;

    [Fact]
    public void A_breach_in_a_live_case_gives_code_1_and_cases_without_one_give_0()
    {
        Audit().Code.ShouldBe(ExitCode.Found);
        Audit("--case", "HAR-01").Code.ShouldBe(ExitCode.Found);
        Audit("--case", "HAR-02", "HAR-17").Code.ShouldBe(ExitCode.Done);
        Audit("--state", "cannot-tell").Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void Rows_can_be_narrowed_to_a_case_a_partnership_a_rule_and_a_state()
    {
        Rows(Audit("--format", "list", "--case", "HAR-06")).ShouldAllBe(row => row[0] == "HAR-06");
        Rows(Audit("--format", "list", "--partnership", "thornbeck")).Select(row => row[0]).Distinct().ShouldBe(["HAR-14", "TBK-01"], ignoreOrder: true);
        Rows(Audit("--format", "list", "--rule", "decide")).ShouldAllBe(row => row[1].EndsWith("/decide", StringComparison.Ordinal));
        Rows(Audit("--format", "list", "--rule", "guidance-2016/decide")).ShouldAllBe(row => row[1] == "guidance-2016/decide");
        Rows(Audit("--format", "list", "--state", "overdue")).Select(row => row[0]).Distinct().ShouldBe(["HAR-01", "HAR-06", "HAR-10"]);
    }

    [Theory]
    [InlineData("--case", "HAR-99", "HAR-")]
    [InlineData("--case", "HARR-06", "did you mean 'HAR-06'?")]
    [InlineData("--partnership", "thornbek", "did you mean 'thornbeck'?")]
    [InlineData("--rule", "decde", "did you mean 'decide'?")]
    [InlineData("--state", "overdu", "did you mean 'overdue'?")]
    public void A_name_that_is_not_there_is_a_usage_error_that_says_what_may_be_meant(string option, string value, string expected)
    {
        var run = Audit(option, value);

        run.Code.ShouldBe(ExitCode.Usage);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain(value);
        run.Errors.ShouldContain(expected);
    }

    [Fact]
    public void Csv_and_json_go_to_a_file_whole()
    {
        var csv = Audit("--format", "csv", "--out", "new/audit.csv");
        csv.Output.ShouldBeEmpty();
        using var reader = CsvReader.Create(new StreamReader(_program.Path("new/audit.csv")));
        reader.Read().ShouldBeTrue();
        Audit("--format", "json", "--out", "new/audit.json").Code.ShouldBe(ExitCode.Found);

        JsonDocument.Parse(File.ReadAllText(_program.Path("new/audit.json"))).RootElement.GetProperty("summary").GetProperty("live").GetProperty("overdue").GetInt32().ShouldBe(Rows(Audit("--format", "list", "--state", "overdue")).Count);
        Directory.GetFiles(_program.Path("new")).Length.ShouldBe(2);
    }

    [SkippableFact]
    public void A_workbook_says_each_state_in_words_beside_its_colour_and_another_program_reads_it()
    {
        Audit("--state", "overdue", "--out", "made/audit.xlsx").Code.ShouldBe(ExitCode.Found);
        _program.Run("questions", "--ledger", Ledger, "--out", "made/questions.xlsx").Code.ShouldBe(ExitCode.Done);

        var book = OtherProgram.Look(_program.Path("made/audit.xlsx"));
        book.Sheets.ShouldBe(["audit", "summary"]);
        book.Kinds.ShouldBe(["s"]);
        (book.Frozen["audit"], book.Cell("audit", "D3")).ShouldBe(("C3", "overdue"));
        book.Fill("audit", "D3").ShouldNotBeEmpty();
        book.Fill("audit", "A3").ShouldBeEmpty();
        OtherProgram.Look(_program.Path("made/questions.xlsx")).Cell("questions", "D1").ShouldBe("question");
    }

    [Fact]
    public void A_workbook_leaves_quiet_rows_out_and_says_how_many_unless_all_are_asked_for()
    {
        Audit("--case", "HAR-02", "--format", "xlsx", "--out", "made/some").Code.ShouldBe(ExitCode.Done);
        Audit("--case", "HAR-02", "--format", "xlsx", "--out", "made/all", "--all").Code.ShouldBe(ExitCode.Done);

        var (some, all) = (Goldens.Readable.Book(_program.Path("made/some"), 10_000), Goldens.Readable.Book(_program.Path("made/all"), 10_000));
        some.ShouldNotContain("not-started | E");
        some.ShouldContain("rows of which nothing is asked yet; --all has them");
        all.ShouldContain(" not-started |");
        all.ShouldNotContain("Left out");
    }

    [Theory]
    [InlineData("--format", "xlsx", "name the file")]
    [InlineData("--changed-since", "2026-11-01", "choose table")]
    public void A_form_that_cannot_be_is_told_with_what_can(string option, string value, string expected)
    {
        var run = option == "--format" ? Audit(option, value) : Audit(option, value, "--format", "html");

        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain(expected);
    }

    [Fact]
    public void The_ending_of_the_file_says_the_form_and_what_is_asked_for_comes_first()
    {
        Audit("--case", "HAR-02", "--out", "made/one.json");
        Audit("--case", "HAR-02", "--format", "list", "--out", "made/two.json");

        JsonDocument.Parse(File.ReadAllText(_program.Path("made/one.json"))).RootElement.TryGetProperty("cases", out _).ShouldBeTrue();
        File.ReadAllText(_program.Path("made/two.json")).ShouldStartWith("case\trule\t");
    }

    [Fact]
    public void The_schema_is_printed_without_a_register_as_it_stands_in_the_documentation() =>
        _program.Run("audit", "--schema", "--ledger", "nowhere.db").Output
            .ShouldBe(File.ReadAllText(Path.Combine(DhrCompliance.Tests.Architecture.Checks.Repository.Root, "docs/audit.schema.json")));

    [Fact]
    public void A_file_that_cannot_be_written_is_told_and_nothing_is_left()
    {
        _program.Write("taken", "mine");

        var run = Audit("--format", "json", "--out", "taken/audit.json");

        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("cannot be written");
        File.ReadAllText(_program.Path("taken")).ShouldBe("mine");
    }

    [Fact]
    public void The_table_leaves_quiet_rows_out_says_so_and_shows_them_when_asked()
    {
        var table = Audit();
        table.Output.ShouldNotContain("│ not-");
        table.Output.ShouldContain("Left out: ");
        table.Output.ShouldContain("--all");

        Audit("--all").Output.ShouldContain("│ not-yet ");
        Audit("--all").Output.ShouldNotContain("Left out: ");
        Audit("--state", "not-started").Output.ShouldContain("│ not-started ");
        Audit("--format", "list").Output.ShouldContain("\tnot-yet\t");
    }

    [Theory]
    [InlineData("80")]
    [InlineData("120")]
    [InlineData("200")]
    public void The_table_keeps_to_the_width_of_the_screen_and_hardly_any_row_needs_more_than_two_lines(string columns)
    {
        _program.Environment["COLUMNS"] = columns;
        var lines = Audit().Output.Split('\n');

        var table = lines.Where(line => line.Contains('│', StringComparison.Ordinal)).ToList();
        table.ShouldAllBe(line => line.TrimEnd().Length <= int.Parse(columns, System.Globalization.CultureInfo.InvariantCulture));
        table.Count.ShouldBeLessThan(4 * Rows(Audit("--format", "list")).Count(row => !row[3].StartsWith("not-", StringComparison.Ordinal)));
        _program.Environment.Remove("COLUMNS");
    }

    [Fact]
    public void Nothing_to_show_is_said() =>
        Audit("--state", "overdue", "--case", "HAR-02").Output.ShouldContain("there is nothing to show");

    [Theory]
    [InlineData("audit")]
    [InlineData("explain", "HAR-06")]
    [InlineData("outbox", "list")]
    public void Into_a_pipe_goes_no_escape_code(params string[] command)
    {
        var run = _program.Run([.. command, "--ledger", Ledger]);

        run.Output.ShouldNotContain('\u001B');
        run.Output.ShouldEndWith("\n");
    }

    [Fact]
    public void Explaining_a_case_says_the_worst_first_and_a_rule_alone_says_only_that()
    {
        var whole = _program.Run("explain", "HAR-06", "--ledger", Ledger);
        whole.Code.ShouldBe(ExitCode.Done);
        var all = _program.Run("explain", "HAR-06", "--all", "--ledger", Ledger).Output;
        all.IndexOf("· overdue", StringComparison.Ordinal).ShouldBeLessThan(all.IndexOf("· holds", StringComparison.Ordinal));
        whole.Output.ShouldContain("Done, or as it should be");
        whole.Output.ShouldNotContain("· holds");
        whole.Output.Split('\n').Length.ShouldBeLessThan(all.Split('\n').Length * 2 / 3);

        var one = _program.Run("explain", "HAR-06", "decide", "--ledger", Ledger);
        one.Output.ShouldContain("Decide whether to hold a review");
        one.Output.ShouldNotContain("Complete the overview report");
    }

    [Theory]
    [InlineData("HARR-06", null, "did you mean 'HAR-06'?")]
    [InlineData("NONE", null, "dhr audit --format list")]
    [InlineData("HAR-06", "decde", "did you mean 'decide'?")]
    [InlineData("HAR-06", "report", "'complete-report'")]
    [InlineData("HAR-06", "xyzzy", "the rules are: ")]
    public void Explaining_what_is_not_there_says_what_may_be_meant(string reference, string? rule, string expected)
    {
        string[] named = rule is null ? [reference] : [reference, rule];
        var run = _program.Run(["explain", .. named, "--ledger", Ledger]);

        run.Code.ShouldBe(ExitCode.Usage);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain(expected);
    }

    [Fact]
    public void A_partnerships_own_events_come_under_no_rule_about_reviews() =>
        JsonDocument.Parse(Audit("--format", "json").Output).RootElement.Case("harrowmere").GetProperty("timescales").GetArrayLength().ShouldBe(0);

    private ProgramRun Audit(params string[] more) => _program.Run(["audit", "--ledger", Ledger, .. more]);

    private static List<string[]> Rows(ProgramRun list) => [.. list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];

    public sealed class Borough : IDisposable
    {
        internal TestProgram Program { get; } = new();

        public Borough() => Program.Run("demo", "--quiet").Code.ShouldBe(ExitCode.Done);

        public void Dispose() => Program.Dispose();
    }
}
