namespace DhrCompliance.Service.Tests.Intake;

/// <summary>Everything that can be wrong in a row: each is told with its file, row, column, value and what was expected.</summary>
public sealed class BadInputTests
{
    private const string Headings = "id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at,outcome,reason,for,to";

    [Theory]
    [InlineData(",BEX-1,,desicion,2026-03-01", "events.csv, row 2, column event: 'desicion': expected an event; did you mean 'decision'?")]
    [InlineData(",BEX-9,,decision,2026-03-01", "events.csv, row 2, column reference: 'BEX-9': expected a case or partnership that is known; did you mean 'BEX-1'?")]
    [InlineData(",BEX-1,,decision,2026-06-31", "events.csv, row 2, column date: '2026-06-31': expected a day that exists: June 2026 has 30 days")]
    [InlineData(",BEX-1,,decision,03/25/2026", "events.csv, row 2, column date: '03/25/2026': expected 2026-03-25: the month stands first here")]
    [InlineData(",BEX-1,,decision,2026-11-21", "events.csv, row 2, column date: '2026-11-21': expected a date that is not after today (2026-11-20): 'decision' is recorded once it has happened, not planned")]
    [InlineData(",BEX-1,,decision,2027", "events.csv, row 2, column date: '2027': expected a date that is not after today (2026-11-20): 'decision' is recorded once it has happened, not planned")]
    [InlineData(",BEX-1,,decision,2026-03-01,,,,,approve", "events.csv, row 2, column outcome: 'approve': expected one of its words (review, no-review)")]
    [InlineData(",BEX-1,,decision,2026-03-01,,,,,reveiw", "events.csv, row 2, column outcome: 'reveiw': expected one of its words (review, no-review); did you mean 'review'?")]
    [InlineData(",BEX-1,,report-completed,2026-03-01,,,,,review", "events.csv, row 2, column outcome: 'review': expected nothing here: 'report-completed' has nothing of its own")]
    [InlineData(",BEX-1,A3,decision,2026-03-01", "events.csv, row 2, column item: 'A3': expected an empty cell: 'decision' happens to the case, not to an item of it")]
    [InlineData(",BEX-1,,completed,2026-03-01", "events.csv, row 2, column item: expected the id of an item of the kind 'action', to which 'completed' happens")]
    [InlineData(",BEX-1,A3,received,2026-03-01", "events.csv, row 2, column item: 'A3': expected the id of an item of the kind 'agency-review', to which 'received' happens")]
    [InlineData(",BEX-1,A4,completed,2026-03-01", "events.csv, row 2, column item: 'A4': expected an item of BEX-1; did you mean 'A3'?")]
    [InlineData(",BEX-2,A3,completed,2026-03-01", "events.csv, row 2, column item: 'A3': expected an item of BEX-2")]
    [InlineData(",BEX-1,,notified,2026-03-01", "events.csv, row 2, column event: 'notified': expected no second 'notified' of BEX-1: BEX-1-E1 (2026-01-10) is one; correct or withdraw it")]
    [InlineData("BEX-1-E1,BEX-1,,notified,2026-01-11,,", "events.csv, row 2, column note: expected a note of why BEX-1-E1 changes: date '2026-01-10' -> '2026-01-11'")]
    [InlineData("BEX-1-E1,BEX-2,,notified,2026-01-10,,x", "events.csv, row 2, column reference: 'BEX-2': expected 'BEX-1', to which BEX-1-E1 belongs: an id keeps its case")]
    [InlineData(",BEX-1,,decision,2026-03-01,maybe", "events.csv, row 2, column withdrawn: 'maybe': expected yes or no")]
    [InlineData(",BEX-1,,decision,2026-03-01,yes", "events.csv, row 2, column withdrawn: 'yes': expected the id of the event that is withdrawn")]
    [InlineData(",BEX-1,,decision,2026-03-01,,,,31/03/2026", "events.csv, row 2, column recorded-at: '31/03/2026': expected a day (2026-03-31), or a moment with its offset (2026-03-31T09:30:00Z)")]
    [InlineData(",BEX-1,,decision,2026-03-01,,,,2027-01-01", "events.csv, row 2, column recorded-at: '2027-01-01': expected a moment that is not after today (2026-11-20)")]
    [InlineData(",BEX-1,,timescale-agreed,2026-03-01,,,,,,,pack-one/decied", "events.csv, row 2, column for: 'pack-one/decied': expected a rule's id (decide, pack-one/decide, pack-one/report, pack-two/update, report, update); did you mean 'pack-one/decide'?")]
    [InlineData(",BEX-1,,delay-reported,2026-03-01,,,,,,,,family;famly", "events.csv, row 2, column to: 'family;famly': expected its words, separated by ';' (home-office, csp-board, family); did you mean 'family'?")]
    [InlineData("=cmd|' /C calc'!A0,BEX-1,,decision,2026-03-01", "events.csv, row 2, column id: '=cmd|' /C calc'!A0': expected 1 to 64 plain letters, digits, '.', '_', '-' or single spaces, beginning and ending with a letter or digit")]
    [InlineData(",,,decision,2026-03-01", "events.csv, row 2, column reference: expected a value: a new row needs it")]
    [InlineData(",BEX-1,,,2026-03-01", "events.csv, row 2, column event: expected an event: a new row needs it")]
    [InlineData(",BEX-1,,decision,2026-03-01,,,,,,,,,,x", "events.csv, row 2: expected at most 13 cells, as there are headings, not 15; a comma inside a cell needs quotation marks around the cell")]
    public void A_wrong_row_of_events_is_told_with_its_place_and_what_was_expected(string row, string said) =>
        Importing.PlanEvents(Headings, row).Said().ShouldBe([said]);

    [Fact]
    public void A_month_that_a_spreadsheet_made_of_a_cell_is_diagnosed_by_name()
    {
        var said = Importing.PlanEvents("id,reference,event,date", ",BEX-1,decision,Jul-13").Said().ShouldHaveSingleItem();

        said.ShouldStartWith("events.csv, row 2, column date: 'Jul-13': expected 2013-07, if that month is meant: a spreadsheet makes 'Jul-13' of it");
    }

    [Fact]
    public void Every_mistake_of_every_row_is_told_at_once()
    {
        var plan = Importing.PlanEvents(Headings, ",BEX-1,,desicion,2026-06-31", ",BEX-1,,decision,2026-03-01", ",BEX-8,,decision,2026-13");

        plan.Mistakes.Select(mistake => (mistake.Row, mistake.Column)).ShouldBe([(2, "event"), (2, "date"), (4, "date"), (4, "reference")]);
        plan.Events.ShouldHaveSingleItem().Change.Row.ShouldBe(3);
    }

    [Fact]
    public void A_row_is_numbered_as_a_spreadsheet_does_line_breaks_in_cells_and_empty_lines_counted()
    {
        var plan = Importing.PlanEvents("id,reference,event,date,note", ",BEX-1,decision,2026-01-01,\"two\nlines\"", "", ",BEX-1,decision,never,");

        plan.Mistakes.ShouldHaveSingleItem().Row.ShouldBe(4);
    }

    [Theory]
    [InlineData("reference,event,date\n", "events.csv, row 1, column id: expected this column: without it nobody can tell which row is meant; the columns are id, reference, item, event, date, withdrawn, note, recorded-by, recorded-at")]
    [InlineData("id,referense,event,date\n", "events.csv, row 1, column reference: expected this column: is it what is headed 'referense'?")]
    [InlineData("id,reference,event,date,date\n", "events.csv, row 1, column date: expected each column once")]
    [InlineData("id,reference,event,date,outcom\n", "events.csv, row 1, column outcom: expected a column of the import format, or one that the vocabulary knows; did you mean 'outcome'?")]
    [InlineData("id,reference,event\n,BEX-1,decision\n", "events.csv, row 2, column date: expected this column, as there are new rows; leave a cell empty where it is not known")]
    [InlineData("id,reference,event,date,\n,BEX-1,decision,2026-01-01,surplus\n", "events.csv, row 2, column 5: expected a heading above it")]
    public void Wrong_headings_are_told_with_the_column(string text, string said) =>
        Importing.Plan(("events.csv", text)).Said().ShouldContain(said);

    [Fact]
    public void A_row_that_stands_twice_in_a_file_is_refused_once()
    {
        var plan = Importing.PlanEvents("id,reference,event,date", ",BEX-1,decision,2026-01-01", ",BEX-1,decision,2026-01-02", ",BEX-1,decision,2026-01-01");

        plan.Said().ShouldBe(["events.csv, row 4: expected each row once: events.csv, row 2 says the same or is about the same"]);
    }

    [Fact]
    public void Two_new_events_of_a_kind_that_happens_once_are_refused_naming_the_first()
    {
        var plan = Importing.PlanEvents("id,reference,event,date", ",BEX-2,notified,2026-01-01", ",BEX-2,notified,2026-01-02");

        plan.Said().ShouldBe(["events.csv, row 3, column event: 'notified': expected no second 'notified' of BEX-2: events.csv, row 2 (2026-01-01) is one; correct or withdraw it"]);
    }

    [Fact]
    public void Rows_of_which_a_cell_was_refused_are_not_taken_for_the_same() =>
        Importing.PlanEvents("id,reference,event,date", ",BEX-1,panel-meeting,tbc", ",BEX-1,panel-meeting,32/13/2026", ",BEX-1,panel-meeting,c. March 2026")
            .Mistakes.Select(mistake => mistake.Column).ShouldBe(["date", "date", "date"]);

    [Fact]
    public void A_day_of_today_has_come_and_what_is_plannable_may_lie_ahead() =>
        Importing.PlanEvents("id,reference,event,date", ",BEX-1,decision,2026-11-20", ",BEX-1,decision,2026", ",BEX-1,panel-meeting,2027-02-01").Said().ShouldBeEmpty();
}
