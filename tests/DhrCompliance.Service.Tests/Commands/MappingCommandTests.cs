using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>A team's own layout, as they keep it.</summary>
public sealed class MappingCommandTests
{
    private const string Tracker = """
        DHR tracker 2026,,,,,,,
        Case  Ref,Borough,Date of death,Date notified,Decision date,Other review?,Published,Comments
        BEX-2026-01,LB Bexley,10/01/2026,21/01/2026,30/01/2026,N,,asked again
        BEX-2026-02,LB Bexley,2026-03,31/03/2026,,Y,,
        """;

    private const string Mapping = """
        dates: dd/MM/yyyy
        sheets:
          - sheet: tracker
            headings: 2
            columns:
              Case Ref: reference
              Borough: { to: partnership, words: { LB Bexley: bexley } }
              Date of death: { event: death }
              Date notified: { event: notified }
              Decision date: { event: decision, with: { outcome: review } }
              "Other review?": { to: parallel-review, words: { Y: yes, N: no } }
              Published: ignore
        """;

    [Fact]
    public void Their_columns_become_facts_and_events_and_a_second_time_nothing()
    {
        using var program = Prepared();

        var first = program.Run("import", "tracker.csv", "--map", "mapping.yaml");
        var second = program.Run("import", "tracker.csv", "--map", "mapping.yaml");

        first.Code.ShouldBe(ExitCode.Done, first.Errors);
        first.Output.ShouldContain("Imported: 7 new; 0 unchanged.");
        first.Output.ShouldContain("Not read: tracker.csv, column Comments (the mapping does not name it)");
        second.Output.ShouldContain("Imported: nothing new; 7 unchanged.");
        program.Run("export", "out").Code.ShouldBe(ExitCode.Done);
        File.ReadAllText(program.Path("out/events.csv")).ShouldContain("BEX-2026-01,,decision,2026-01-30,");
        File.ReadAllText(program.Path("out/events.csv")).ShouldContain("BEX-2026-02,,death,2026-03,");
    }

    [Fact]
    public void What_is_wrong_is_told_by_their_row_and_heading()
    {
        using var program = Prepared();
        program.Write("tracker.csv", Tracker.Replace("31/03/2026", "03/31/2026", StringComparison.Ordinal).Replace(",Y,", ",perhaps,", StringComparison.Ordinal));

        var run = program.Run("import", "tracker.csv", "--map", "mapping.yaml", "--report", "mistakes.xlsx");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("tracker.csv, row 4, column Date notified: '03/31/2026'");
        run.Errors.ShouldContain("tracker.csv, row 4, column Other review?: 'perhaps': expected yes or no");
        File.Exists(program.Path("mistakes.xlsx")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("event: death", "event: deth", "mapping.yaml, line 8: 'deth': expected an event; did you mean 'death'?")]
    [InlineData("to: parallel-review", "to: paralel-review", "mapping.yaml, line 11: 'paralel-review': expected a column of ours")]
    [InlineData("outcome: review", "outcom: review", "mapping.yaml, line 10: 'outcom': expected an attribute of the event; did you mean 'outcome'?")]
    [InlineData("dates: dd/MM/yyyy", "dates: dd/MM/yy", "mapping.yaml, line 1: 'dd/MM/yy': expected day, month and four-digit year")]
    [InlineData("headings: 2", "heading: 2", "mapping.yaml, line 4: 'heading': expected one of the keys")]
    [InlineData("headings: 2", "headings: two", "mapping.yaml, line 4: 'two': expected the number of the row")]
    [InlineData("Case Ref: reference", "Case Number: reference", "tracker.csv, row 2, column Case Number: expected this column, which line 6 of the mapping names")]
    [InlineData("sheet: tracker", "sheet: Sheet1", "expected a sheet that the mapping means; there are: tracker")]
    [InlineData("Published: ignore", "Published: [a", "mapping.yaml, line 12: expected a mapping in YAML")]
    public void A_mapping_that_is_wrong_is_told_by_its_line(string right, string wrong, string said)
    {
        using var program = Prepared();
        program.Write("mapping.yaml", Mapping.Replace(right, wrong, StringComparison.Ordinal));

        var run = program.Run("import", "tracker.csv", "--map", "mapping.yaml");

        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain(said);
        run.Errors.ShouldContain("nothing was written");
    }

    [Fact]
    public void A_mapping_is_proposed_by_headings_and_dates_and_can_be_used_once_its_gaps_are_filled()
    {
        using var program = Prepared();

        var run = program.Run("import", "tracker.csv", "--suggest-map");

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldContain("dates: dd/MM/yyyy");
        run.Output.ShouldContain("\"Case Ref\": reference");
        run.Output.ShouldContain("\"Date of death\": { event: death }");
        run.Output.ShouldContain("\"Decision date\": { event: decision }");
        run.Output.ShouldContain("\"Other review?\": { to: parallel-review, words: { \"N\": no, \"Y\": yes } }");
        run.Output.ShouldContain("\"Comments\": ignore");
        run.Output.ShouldNotContain("asked again");
        program.Write("proposed.yaml", run.Output.Replace("words: {}", "words: { LB Bexley: bexley }", StringComparison.Ordinal).Replace("{ event: decision }", "{ event: decision, with: { outcome: review } }", StringComparison.Ordinal));
        program.Run("import", "tracker.csv", "--map", "proposed.yaml", "--dry-run").Output.ShouldContain("7 differences");
    }

    private static TestProgram Prepared()
    {
        var program = new TestProgram();
        program.Write("register/partnerships.csv", "id,name,jurisdiction\nbexley,Bexley CSP,england\n");
        program.Run("import", "register").Code.ShouldBe(ExitCode.Done);
        program.Write("tracker.csv", Tracker);
        program.Write("mapping.yaml", Mapping);
        return program;
    }
}
