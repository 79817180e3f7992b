using System.Globalization;
using Dapper;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Demo;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>Rows that another system wrote, with and without the register's constraints in its way: what is wrong with them is told, and the other cases go on.</summary>
public sealed class CraftedRegisterTests
{
    private const string Bad = "HAR-01";
    private const string Good = "HAR-02";

    /// <summary>What mails that went out tell, however few they are.</summary>
    private const string ToldThings = "SELECT count(DISTINCT n.notice) FROM delivery_notices n JOIN delivery_states s ON s.delivery = n.delivery WHERE s.state = 'accepted'";

    /// <summary>Each passes every constraint and trigger of the register.</summary>
    [Theory]
    [InlineData("INSERT INTO cases (reference, partnership, kept_since) VALUES ('HAR-01', 'harrowmere', '0000-01-01')")]
    [InlineData("INSERT INTO cases (reference, partnership, facts) VALUES ('HAR-01', 'harrowmere', '{\"parallel-review\":\"\\ud800\"}')")]
    [InlineData("INSERT INTO items (id, reference, kind, facts) VALUES ('HAR-01-D1', 'HAR-01', 'deceased', '{\"age\":\"\\udfff\"}')")]
    [InlineData("INSERT INTO events (id, reference, event, date, attributes) VALUES ('Z1', 'HAR-01', 'decision', '2026-11-01', '{\"outcome\":\"\\ud800x\"}')")]
    [InlineData("INSERT INTO events (id, reference, event, date) VALUES ('Z1', 'HAR-01', 'decision', '31 June')")]
    public void A_row_that_cannot_be_read_is_told_of_and_stops_no_other_case(string sql)
    {
        using var program = Borough();
        Beside(program, sql);
        GoesOn(program, told: true);
    }

    [Theory]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction, kept_since) VALUES ('harrowmere', 'Safer', 'england', '0000-01-01')")]
    [InlineData("INSERT INTO protocols (partnership, pack, from_day) VALUES ('harrowmere', 'guidance-2016', '0000-01-01')")]
    [InlineData("INSERT INTO protocols (partnership, pack, until_day) VALUES ('harrowmere', 'guidance-2016', '0000-12-31')")]
    public void A_partnership_whose_days_cannot_be_read_is_told_of_and_its_cases_go_on(string sql)
    {
        using var program = Borough();
        Beside(program, sql);
        GoesOn(program, told: true, reference: "harrowmere");
    }

    [Theory]
    [InlineData("INSERT INTO contacts (role, email, from_day) VALUES ('csp', 'a@b', '0000-01-01')")]
    [InlineData("INSERT INTO contacts (role, email) VALUES ('csp', 'a\"b\\@c')")]
    [InlineData("INSERT INTO contacts (role, email) VALUES ('nobody-knows-this-role', 'é\u202E@\u200Bexample.org')")]
    [InlineData("INSERT INTO events (id, reference, event, date, attributes) VALUES ('Z1', 'HAR-01', 'no-such-event', '2026-11-01', '{\"no-such\":\"x\"}')")]
    [InlineData("INSERT INTO items (id, reference, kind, facts) VALUES ('Z1', 'HAR-01', 'no-such-kind', '{\"no-such\":\"x\"}')")]
    [InlineData("INSERT INTO events (id, reference, event, date) VALUES ('Z1', 'HAR-01', 'decision', '9999-12-31')")]
    [InlineData("INSERT INTO events (id, reference, event, date) VALUES ('Z1', 'HAR-01', 'notified', '0001-01-01')")]
    [InlineData("INSERT INTO events (id, reference, event, date) VALUES ('Z1', 'HAR-01', 'notified', '9999')")]
    [InlineData("INSERT INTO cases (reference, partnership, kept_since) VALUES ('HAR-01', 'harrowmere', '9999-12-31')")]
    [InlineData("INSERT INTO cases (reference, partnership, kept_since) VALUES ('HAR-01', 'harrowmere', '0001-01-01')")]
    [InlineData("INSERT INTO case_partnerships (reference, partnership, part) VALUES ('HAR-01', 'harrowmere', 'joint')")]
    [InlineData("INSERT INTO events (id, reference, event, date, note) SELECT 'Z' || value, 'HAR-01', 'notified', '2026-10-01', 'x' FROM generate")]
    [InlineData("INSERT INTO events (id, reference, event, date, note, attributes) VALUES ('Z1', 'HAR-01', 'decision', '2026-11-01', hex(zeroblob(4000000)), json_object('outcome', hex(zeroblob(4000000))))")]
    public void Words_days_and_lengths_that_nobody_expects_stop_nothing(string sql)
    {
        using var program = Borough();
        Beside(program, sql.Replace("FROM generate", "FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 500) SELECT value FROM n)", StringComparison.Ordinal));
        GoesOn(program, told: false);
    }

    /// <summary>What even constraints and triggers would refuse, written by somebody who put them out of force.</summary>
    [Theory]
    [InlineData("INSERT INTO cases (reference, partnership, facts) VALUES ('HAR-01', 'harrowmere', 'no json')")]
    [InlineData("INSERT INTO cases (reference, partnership, facts) VALUES ('HAR-01', 'harrowmere', '[1,2]')")]
    [InlineData("INSERT INTO cases (reference, partnership, facts) VALUES ('HAR-01', 'harrowmere', '{\"parallel-review\":{\"a\":[1]}}')")]
    [InlineData("INSERT INTO cases (reference, partnership, facts) VALUES ('HAR-01', 'no-such-partnership', '{}')")]
    [InlineData("INSERT INTO cases (reference, partnership, kept_since) VALUES ('HAR-01', 'harrowmere', 'Mary Smith')")]
    [InlineData("INSERT INTO events (id, reference, event, date, attributes) VALUES ('Z1', 'HAR-01', 'decision', '2026-11-01', '{\"a\":1,')")]
    [InlineData("INSERT INTO events (id, reference, event, date, witnessed_at) VALUES ('Z1', 'HAR-01', 'decision', '2026-11-01', '1')")]
    [InlineData("INSERT INTO items (id, reference, kind, facts) VALUES ('Z1', 'HAR-01', 'action', X'00ff')")]
    public void Rows_written_past_the_constraints_are_told_of_and_stop_no_other_case(string sql)
    {
        using var program = Borough();
        Beside(program, "PRAGMA ignore_check_constraints = ON", "DROP TRIGGER cases_before_insert", "DROP TRIGGER events_before_insert", "DROP TRIGGER items_before_insert", sql);
        var run = GoesOn(program, told: true);
        run.Errors.ShouldNotContain("Mary");
    }

    [Fact]
    public void A_case_that_makes_a_ring_of_partnerships_and_items_is_assessed_like_any_other()
    {
        using var program = Borough();
        Beside(
            program,
            "INSERT INTO case_partnerships (reference, partnership, part) VALUES ('HAR-01', 'thornbeck', 'lead'), ('HAR-01', 'harrowmere', 'contributing')",
            "INSERT INTO items (id, reference, kind, facts) VALUES ('HAR-01', 'HAR-01', 'action', '{\"lead-agency\":\"HAR-01\"}')",
            "INSERT INTO events (id, reference, item, event, date) VALUES ('HAR-01', 'HAR-01', 'HAR-01', 'completed', '2026-11-01')");
        GoesOn(program, told: false);
    }

    [Theory]
    [InlineData("HAR-01", "INSERT INTO cases (reference, partnership, facts) VALUES ('HAR-01', 'harrowmere', X'00ff')", "cases row 22 ('HAR-01'), column facts")]
    [InlineData("HAR-01", "INSERT INTO events (id, reference, event, attributes) VALUES ('Z1', 'HAR-01', 'decision', '{')", "('Z1'), column attributes")]
    [InlineData("NEW-01", "INSERT INTO cases (reference, partnership) VALUES ('NEW-01', 'no-such-partnership')", "cases row 22 ('NEW-01'), column partnership")]
    public void Explaining_a_case_of_which_a_row_cannot_be_read_says_which_row_and_what_to_do(string reference, string sql, string told)
    {
        using var program = Borough();
        Beside(program, "PRAGMA ignore_check_constraints = ON", "DROP TRIGGER cases_before_insert", "DROP TRIGGER events_before_insert", sql);
        var run = program.Run("explain", reference);
        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain(told);
        run.Errors.ShouldContain("cannot be read");
        run.Errors.ShouldContain("insert a corrected version");
    }

    [Fact]
    public void Rows_of_others_that_cannot_be_read_do_not_stand_for_a_case_that_is_not_there()
    {
        using var program = Borough();
        Beside(program, "INSERT INTO partnerships (id, name, jurisdiction, kept_since) VALUES ('thornbeck', 'T', 'england', '0000-01-01')");
        var run = program.Run("explain", "HAR-99");
        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("The register has no case 'HAR-99'");
        program.Run("explain", Bad).Errors.ShouldNotContain("thornbeck");
    }

    private static ProgramRun GoesOn(TestProgram program, bool told, string reference = Bad)
    {
        foreach (var command in new string[][] { ["audit", "--format", "csv"], ["run", "--dry-run"], ["run"] })
        {
            var run = program.Run(command);
            run.Code.ShouldNotBe(ExitCode.Fault, run.Errors);
            run.Errors.ShouldNotContain("   at ");
            if (told)
            {
                run.Code.ShouldBe(ExitCode.Partly, string.Join(' ', command) + run.Errors);
                run.Errors.ShouldContain(reference);
            }

            if (command[0] == "audit")
            {
                run.Output.ShouldContain(Good);
                run.Output.ShouldContain("HAR-14");
            }
        }

        int.Parse(program.Ask(ToldThings)!, CultureInfo.InvariantCulture).ShouldBeGreaterThan(10);
        return program.Run("audit");
    }

    private static TestProgram Borough()
    {
        var program = new TestProgram("2026-11-20");
        foreach (var (name, text) in SampleBorough.Files(new DateOnly(2026, 11, 20)))
        {
            program.Write(Path.Combine("borough", name), text);
        }

        program.Run("import", "borough").Code.ShouldBe(ExitCode.Done);
        return program;
    }

    private static void Beside(TestProgram program, params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={program.Path("data/register.db")};Pooling=False");
        connection.Open();
        foreach (var sql in statements)
        {
            connection.Execute(sql);
        }
    }
}
