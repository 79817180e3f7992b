using Dapper;
using DhrCompliance.Service.Ledger;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Ledger;

/// <summary>What the register refuses from any writer, through a connection as another system would have it.</summary>
public sealed class GuardTests : IDisposable
{
    private readonly TemporaryRegister register = new();

    public GuardTests()
    {
        using var database = register.Open();
        TemporaryRegister.Write(database, writer =>
        {
            Sample.Start(writer);
            writer.Append(Sample.Partnership("bromley"));
            writer.Append(Sample.Case("BEX-2"));
            writer.Append(new ProtocolRow { Partnership = "bexley", Pack = "local" });
            writer.Append(new ContactRow { Partnership = "bexley", Role = "chair", Email = "chair@example.org" });
            writer.Append(new CasePartnershipRow { Reference = "BEX-1", Partnership = "bromley", Part = "joint" });
            writer.Append(new ItemRow { Id = "D1", Reference = "BEX-1", Kind = "person" });
            writer.Append(Sample.Event("E1"));
        });
    }

    public static TheoryData<string> InputTables { get; } =
        new("partnerships", "protocols", "contacts", "cases", "case_partnerships", "items", "events");

    public void Dispose() => register.Dispose();

    [Theory]
    [MemberData(nameof(InputTables))]
    public void A_row_of_an_input_table_is_never_changed(string table) =>
        Refusal($"UPDATE {table} SET witnessed_at = witnessed_at").ShouldContain($"{table}: rows are never changed; insert a new version");

    [Theory]
    [MemberData(nameof(InputTables))]
    public void A_row_of_an_input_table_is_never_deleted(string table) =>
        Refusal($"DELETE FROM {table}").ShouldContain($"{table}: rows are never deleted; insert a new version");

    [Theory]
    [InlineData("INSERT OR REPLACE INTO partnerships (row, id, name, jurisdiction) VALUES (1, 'x', 'X', 'wales')")]
    [InlineData("REPLACE INTO protocols (row, partnership, pack) VALUES (1, 'bexley', 'x')")]
    [InlineData("REPLACE INTO contacts (row, role, email) VALUES (1, 'x', 'x@y')")]
    [InlineData("REPLACE INTO cases (row, reference, partnership) VALUES (1, 'x', 'bexley')")]
    [InlineData("REPLACE INTO case_partnerships (row, reference, partnership, part) VALUES (1, 'BEX-1', 'bromley', 'lead')")]
    [InlineData("REPLACE INTO items (row, id, reference, kind) VALUES (1, 'x', 'BEX-1', 'x')")]
    [InlineData("INSERT OR IGNORE INTO events (row, id, reference, event) VALUES (1, 'E2', 'BEX-1', 'x')")]
    [InlineData("INSERT OR REPLACE INTO events (row, id, reference, event) VALUES (1, 'E2', 'BEX-1', 'x')")]
    public void A_row_is_never_replaced(string sql) => Refusal(sql).ShouldContain("rows are never replaced");

    [Theory]
    [MemberData(nameof(InputTables))]
    public void The_time_is_the_databases_own(string table)
    {
        using var connection = register.Connect();
        var columns = connection.Query<string>("SELECT name FROM pragma_table_info(@table) WHERE name NOT IN ('row', 'witnessed_at')", new { table });
        var list = string.Join(", ", columns);

        Refusal($"INSERT INTO {table} ({list}, witnessed_at) SELECT {list}, '2020-01-01T00:00:00.000Z' FROM {table} LIMIT 1")
            .ShouldContain($"{table}.witnessed_at: the database stamps it");
        Refusal($"INSERT INTO {table} ({list}, witnessed_at) SELECT {list}, NULL FROM {table} LIMIT 1").ShouldContain("witnessed_at");
        connection.Execute($"INSERT INTO {table} ({list}) SELECT {list} FROM {table} LIMIT 1").ShouldBe(1);
    }

    [Theory]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction) VALUES ('x', 'X', 'scotland')", "jurisdiction is england or wales")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction) VALUES ('', 'X', 'wales')", "id is 1 to 100 characters")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction) VALUES (' x', 'X', 'wales')", "id is 1 to 100 characters")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction) VALUES ('a|b', 'X', 'wales')", "id is 1 to 100 characters")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction) VALUES ('a' || char(10), 'X', 'wales')", "id is 1 to 100 characters")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction) VALUES (x'6162', 'X', 'wales')", "id is 1 to 100 characters")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction) VALUES ('x', '', 'wales')", "name is text")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction, kept_since) VALUES ('x', 'X', 'wales', '2026-02-29')", "kept_since is a day")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction, kept_since) VALUES ('x', 'X', 'wales', '29/03/2026')", "kept_since is a day")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction, kept_since) VALUES ('x', 'X', 'wales', '')", "kept_since is a day")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction) VALUES ('BEX-1', 'X', 'wales')", "share one namespace")]
    [InlineData("INSERT INTO cases (reference, partnership) VALUES ('bexley', 'bexley')", "share one namespace")]
    [InlineData("INSERT INTO cases (reference, partnership) VALUES ('x', 'nowhere')", "no such partnership")]
    [InlineData("INSERT INTO cases (reference, partnership) VALUES ('x', 'BEX-1')", "no such partnership")]
    [InlineData("INSERT INTO cases (reference, partnership, facts) VALUES ('x', 'bexley', 'no')", "facts is a JSON object")]
    [InlineData("INSERT INTO cases (reference, partnership, facts) VALUES ('x', 'bexley', '[]')", "facts is a JSON object")]
    [InlineData("INSERT INTO cases (reference, partnership, facts) VALUES ('x', 'bexley', '{\"a\": 1}')", "every value is text")]
    [InlineData("INSERT INTO cases (reference, partnership, facts) VALUES ('x', 'bexley', '{\"a\": \"1\", \"a\": \"2\"}')", "each name stands once")]
    [InlineData("INSERT INTO protocols (partnership, pack) VALUES ('nowhere', 'x')", "no such partnership")]
    [InlineData("INSERT INTO contacts (role, email) VALUES ('chair', 'nobody')", "email is one address")]
    [InlineData("INSERT INTO contacts (role, email) VALUES ('chair', 'a@b, c@d')", "email is one address")]
    [InlineData("INSERT INTO contacts (role, email) VALUES ('chair', 'a@b' || char(13) || char(10) || 'Bcc:c@d')", "email is one address")]
    [InlineData("INSERT INTO contacts (reference, role, email) VALUES ('nowhere', 'chair', 'a@b')", "no such case")]
    [InlineData("INSERT INTO case_partnerships (reference, partnership, part) VALUES ('BEX-1', 'bromley', 'other')", "part is joint")]
    [InlineData("INSERT INTO case_partnerships (reference, partnership, part) VALUES ('bexley', 'bromley', 'joint')", "no such case")]
    [InlineData("INSERT INTO items (id, reference, kind) VALUES ('D1', 'BEX-2', 'person')", "belongs to another case or another kind")]
    [InlineData("INSERT INTO items (id, reference, kind) VALUES ('D1', 'BEX-1', 'action')", "belongs to another case or another kind")]
    [InlineData("INSERT INTO events (id, reference, event) VALUES ('E1', 'BEX-2', 'death')", "belongs to another case")]
    [InlineData("INSERT INTO events (id, reference, event) VALUES ('E2', 'nowhere', 'death')", "no such case or partnership")]
    [InlineData("INSERT INTO events (id, reference, item, event) VALUES ('E2', 'BEX-2', 'D1', 'death')", "no such item")]
    [InlineData("INSERT INTO events (id, reference, event, withdrawn) VALUES ('E2', 'BEX-1', 'death', 'yes')", "withdrawn is 0 or 1")]
    [InlineData("INSERT INTO events (id, reference, event, date) VALUES ('E2', 'BEX-1', 'death', x'00')", "date is text")]
    [InlineData("INSERT INTO events (row, id, reference, event) VALUES (0, 'E2', 'BEX-1', 'death')", "row is given by the database")]
    [InlineData("INSERT INTO events (row, id, reference, event) VALUES (9223372036854775807, 'E2', 'BEX-1', 'death')", "row is given by the database")]
    public void A_bad_value_is_refused_with_its_reason(string sql, string because) => Refusal(sql).ShouldContain(because);

    [Fact]
    public void A_new_version_never_takes_a_row_before_the_earlier_ones()
    {
        register.Beside("INSERT INTO events (row, id, reference, event) VALUES (100, 'E2', 'BEX-1', 'death')").ShouldBe(1);

        Refusal("INSERT INTO events (row, id, reference, event) VALUES (50, 'E2', 'BEX-1', 'death')")
            .ShouldContain("a new version comes after the earlier ones");
        register.Beside("INSERT INTO events (row, id, reference, event) VALUES (50, 'E3', 'BEX-1', 'death')").ShouldBe(1);
    }

    [Fact]
    public void The_writer_tells_which_row_was_refused_and_why_and_writes_the_others()
    {
        using var database = register.Open(OpenMode.Write);
        TemporaryRegister.Write(database, writer =>
        {
            var refused = Should.Throw<RowRefusedException>(() => writer.Append(Sample.Event("E9", reference: "nowhere")));
            refused.Table.ShouldBe("events");
            refused.Key.ShouldBe("E9");
            refused.Because.ShouldBe("events.reference: no such case or partnership; insert it first");
            Should.Throw<RowRefusedException>(() => writer.Append(Sample.Partnership("x") with { Jurisdiction = "scotland" }))
                .Because.ShouldBe("jurisdiction is england or wales");
            writer.Append(Sample.Event("E10"));
        });

        database.Rows().Events.Select(row => row.Id).ShouldBe(["E1", "E10"], ignoreOrder: true);
    }

    private string Refusal(string sql) => Should.Throw<SqliteException>(() => register.Beside(sql), sql).Message;
}
