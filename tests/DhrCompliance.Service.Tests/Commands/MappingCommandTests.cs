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
        run.Output.ShouldContain("\"Other review?\": ignore   # ?");
        run.Output.ShouldContain("\"Comments\": ignore");
        run.Output.ShouldNotContain("asked again");
        program.Write("proposed.yaml", run.Output.Replace("words: {}", "words: { LB Bexley: bexley }", StringComparison.Ordinal).Replace("\"Other review?\": ignore", "\"Other review?\": { to: parallel-review, words: { N: no, Y: yes } }", StringComparison.Ordinal).Replace("{ event: decision }", "{ event: decision, with: { outcome: review } }", StringComparison.Ordinal));
        program.Run("import", "tracker.csv", "--map", "proposed.yaml", "--dry-run").Output.ShouldContain("7 differences");
    }

    [Fact]
    public void An_event_of_an_item_happens_to_the_item_of_the_row()
    {
        using var program = Prepared();
        program.Run("import", "tracker.csv", "--map", "mapping.yaml").Code.ShouldBe(ExitCode.Done);
        program.Write("acts.csv", "Ref,Case,Lead,Done\nA9,BEX-2026-01,NHS,01/10/2026\nA10,BEX-2026-01,Police,\n");
        program.Write("acts.yaml", "dates: dd/MM/yyyy\nsheet: acts\ntable: actions\ncolumns: { Ref: id, Case: reference, Lead: lead-agency, Done: { event: completed } }\n");

        var run = program.Run("import", "acts.csv", "--map", "acts.yaml");

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        program.Run("export", "out").Code.ShouldBe(ExitCode.Done);
        File.ReadAllText(program.Path("out/events.csv")).ShouldContain("BEX-2026-01,A9,completed,2026-10-01,");
        program.Run("import", "acts.csv", "--map", "acts.yaml").Output.ShouldContain("nothing new");
    }

    [Theory]
    [InlineData("table: actions", "table: cases", "'completed': expected an event of the case here: this one happens to an item")]
    [InlineData("Ref: id", "Ref: ignore", "acts.csv, row 1, column Done: expected a column for 'id' in the mapping, as this one is an event of the row's item")]
    public void An_event_of_an_item_needs_the_item(string right, string wrong, string said)
    {
        using var program = Prepared();
        program.Write("acts.csv", "Ref,Case,Done\nA9,BEX-2026-01,01/10/2026\n");
        program.Write("acts.yaml", "dates: dd/MM/yyyy\nsheet: acts\ntable: actions\ncolumns: { Ref: id, Case: reference, Done: { event: completed } }\n".Replace(right, wrong, StringComparison.Ordinal));

        program.Run("import", "acts.csv", "--map", "acts.yaml").Errors.ShouldContain(said);
    }

    [Fact]
    public void What_an_event_carries_may_stand_in_another_column()
    {
        using var program = Prepared();
        program.Run("import", "tracker.csv", "--map", "mapping.yaml").Code.ShouldBe(ExitCode.Done);
        program.Write("dec.csv", "Case,DHR?,Decided\nBEX-2026-01,N,2026-11-01\nBEX-2026-02,yes,2026-11-02\n");
        const string Columns = "sheet: dec\ncolumns:\n  Case: reference\n  Decided: { event: decision, with: { outcome: { column: \"DHR?\", words: { Y: review, yes: review, N: no-review } } } }\n";
        program.Write("dec.yaml", Columns);

        var run = program.Run("import", "dec.csv", "--map", "dec.yaml");

        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        run.Output.ShouldNotContain("Not read");
        program.Run("export", "out").Code.ShouldBe(ExitCode.Done);
        File.ReadAllLines(program.Path("out/events.csv")).Where(line => line.Contains("decision,2026-11", StringComparison.Ordinal)).Select(line => line.Contains("no-review", StringComparison.Ordinal)).ShouldBe([true, false]);
        program.Write("dec.csv", "Case,DHR?,Decided\nBEX-2026-01,perhaps,2026-11-03\n");
        program.Run("import", "dec.csv", "--map", "dec.yaml").Errors.ShouldContain("dec.csv, row 2, column DHR?: 'perhaps'");
        program.Write("dec.yaml", Columns.Replace("\"DHR?\"", "Outcome", StringComparison.Ordinal));
        program.Run("import", "dec.csv", "--map", "dec.yaml").Errors.ShouldContain("column Outcome: expected this column, which line 4 of the mapping names");
        program.Write("dec.yaml", Columns.Replace("column: \"DHR?\", ", "", StringComparison.Ordinal));
        program.Run("import", "dec.csv", "--map", "dec.yaml").Errors.ShouldContain("expected one value, or 'column:' with the heading of the column that says it");
    }

    [Fact]
    public void A_bad_reference_is_told_once_a_row_and_a_year_of_two_digits_for_what_it_is()
    {
        using var program = Prepared();
        program.Write("tracker.csv", Tracker.Replace("BEX-2026-01", "DHR (14)/?", StringComparison.Ordinal).Replace("LB Bexley,2026-03,31/03/2026", "Nowhere,2026-03,31/03/26", StringComparison.Ordinal));

        var run = program.Run("import", "tracker.csv", "--map", "mapping.yaml");

        run.Errors.Split('\n').Count(line => line.Contains("row 3, column Case Ref", StringComparison.Ordinal)).ShouldBe(1);
        run.Errors.ShouldNotContain("row 4, column Case Ref");
        run.Errors.ShouldContain("row 4, column Date notified: '31/03/26': expected a year of four digits: the year has two digits: write 2026");
        run.Errors.ShouldContain("dhr: 3 mistakes");
    }

    [Theory]
    [InlineData("table.docx", "this is a Word document: save the table as .xlsx")]
    [InlineData("table.pdf", "this is a PDF document: save the table as .xlsx")]
    public void Another_document_is_told_for_what_it_is(string file, string said)
    {
        using var program = Prepared();
        program.Write(file, "x");

        program.Run("import", file).Errors.ShouldContain(said);
        program.Run("import", file, "--map", "mapping.yaml").Errors.ShouldContain(said);
        program.Run("import", file, "--suggest-map").Errors.ShouldContain(said);
    }

    [Fact]
    public void A_merged_title_above_the_headings_hurts_nothing_and_merged_cells_below_them_are_refused()
    {
        using var program = Prepared();
        static byte[] Book(string merged) => new Intake.Workbooks.HandMade().Sheet(
            "tracker",
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Our tracker</t></is></c></row>" + Row(4, "Case Ref", "Borough", "Date notified") + Row(5, "BEX-2026-01", "bexley", "2026-01-21"),
            $"<mergeCells><mergeCell ref=\"{merged}\"/></mergeCells>").Bytes();
        static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";
        File.WriteAllBytes(program.Path("tracker.xlsx"), Book("A1:J1"));
        program.Write("mapping.yaml", "sheet: tracker\nheadings: 4\ncolumns: { Case Ref: reference, Borough: partnership, Date notified: { event: notified } }\n");

        program.Run("import", "tracker.xlsx", "--map", "mapping.yaml", "--dry-run").Output.ShouldContain("2 differences");
        program.Run("import", "tracker.xlsx", "--suggest-map").Output.ShouldContain("headings: 4");
        File.WriteAllBytes(program.Path("tracker.xlsx"), Book("A4:A5"));
        program.Run("import", "tracker.xlsx", "--map", "mapping.yaml").Errors.ShouldContain("sheet tracker: expected each cell by itself, and these are merged: A4:A5");
        program.Write("empty.csv", "nothing\n");
        var nothing = program.Run("import", "empty.csv", "--suggest-map");
        nothing.Code.ShouldBe(ExitCode.BadInput);
        nothing.Output.ShouldBeEmpty();
        nothing.Errors.ShouldContain("expected a sheet with headings");
    }

    [Fact]
    public void What_is_proposed_as_it_is_makes_no_mistakes_of_its_own()
    {
        using var program = Prepared();
        program.Write("tracker.csv", """
            Domestic Homicide Review tracker (OFFICIAL-SENSITIVE),,,,,,,,,,,
            Last updated,12/11/26 by the team,,,,,,,,,,
            DHR No.,Partnership,Date of incident,Decision made,HO informed,Chair appointed,Panel mtg 1,Panel mtg 2,Overview report due,Submitted to HO,Parallel review?,RAG
            DHR-14,bexley,04/03/2026,02/04/2026,03/04/2026,20/05/2026,15/06/2026,30/06/2026,30/11/2027,,N,Amber
            DHR-15,bexley,14/05/2026,tbc,n/a,,,,01/12/2027,,?,Red
            """);
        program.Write("Action plan.csv", """
            Action ref,DHR No.,Recommendation,Lead agency,Target date,Date completed,Status
            A1,DHR-14,Train staff,NHS,31/01/2027,15/06/2026,Complete
            """);

        var tracker = program.Run("import", "tracker.csv", "--suggest-map").Output;
        var plan = program.Run("import", "Action plan.csv", "--suggest-map").Output;

        tracker.ShouldContain("dates: dd/MM/yyyy");
        tracker.ShouldContain("headings: 3");
        tracker.ShouldContain("\"DHR No.\": reference\n");
        tracker.ShouldContain("\"Date of incident\": ignore");
        tracker.ShouldContain("\"Decision made\": { event: decision, words: { \"tbc\": \"\" } }\n");
        tracker.ShouldContain("\"HO informed\": { event: home-office-informed, words: { \"n/a\": \"\" } }\n");
        tracker.ShouldContain("\"Chair appointed\": { event: review-chair-appointed }\n");
        tracker.ShouldContain("\"Panel mtg 1\": { event: panel-meeting }\n");
        tracker.ShouldContain("\"Panel mtg 2\": { event: panel-meeting }\n");
        tracker.ShouldContain("\"Overview report due\": ignore");
        tracker.ShouldContain("\"Submitted to HO\": { event: submitted }\n");
        tracker.ShouldContain("\"Parallel review?\": { to: parallel-review, words: { \"?\": \"\", \"N\": no } }");
        tracker.ShouldContain("\"RAG\": ignore");
        plan.ShouldContain("table: action\n");
        plan.ShouldContain("\"Action ref\": id\n");
        plan.ShouldContain("\"DHR No.\": reference\n");
        plan.ShouldContain("\"Lead agency\": lead-agency\n");
        plan.ShouldContain("\"Target date\": due\n");
        plan.ShouldContain("\"Date completed\": { event: completed }\n");
        program.Write("tracker.yaml", tracker.Replace("{ to: partnership, words: {} }", "partnership", StringComparison.Ordinal));
        program.Write("plan.yaml", plan);
        var first = program.Run("import", "tracker.csv", "--map", "tracker.yaml");
        first.Code.ShouldBe(ExitCode.Done, first.Errors);
        var second = program.Run("import", "Action plan.csv", "--map", "plan.yaml");
        second.Code.ShouldBe(ExitCode.Done, second.Errors);
    }

    [Theory]
    [InlineData("01/02/2026", "02/03/2026", "# dates: dd/MM/yyyy   # ? or MM/dd/yyyy")]
    [InlineData("13/02/2026", "02/03/2026", "\ndates: dd/MM/yyyy\n")]
    [InlineData("02/13/2026", "02/03/2026", "\ndates: MM/dd/yyyy\n")]
    public void Days_are_declared_only_where_they_can_be_read_in_one_way(string one, string other, string said)
    {
        using var program = Prepared();
        program.Write("tracker.csv", $"Ref,Date notified\nA,{one}\nB,{other}\n");

        program.Run("import", "tracker.csv", "--suggest-map").Output.ShouldContain(said);
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
