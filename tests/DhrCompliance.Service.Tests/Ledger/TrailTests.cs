using System.Text.RegularExpressions;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Ledger.Trail;
using DhrCompliance.Service.Tests.Post;

namespace DhrCompliance.Service.Tests.Ledger;

/// <summary>Whoever changes the file behind the service's back is found out, and told where.</summary>
public sealed class TrailTests : IDisposable
{
    private readonly TemporaryRegister register = new();

    public TrailTests()
    {
        using var database = register.Open();
        TemporaryRegister.Write(database, writer =>
        {
            Sample.Start(writer);
            writer.Append(Sample.Partnership("bromley"));
            writer.Append(Sample.Event("E1"));
            writer.Append(Sample.Event("E2"));
            writer.Append(Sample.Event("E3"));
        });
    }

    public void Dispose() => register.Dispose();

    [Fact]
    public void A_register_nobody_meddled_with_is_sound()
    {
        var report = Verify();

        report.Problems.ShouldBeEmpty();
        report.IsSound.ShouldBeTrue();
        report.Heads.Select(head => (head.Partnership, head.Sequence)).ShouldBe([("bexley", 5), ("bromley", 1)]);
        report.Entries.ShouldBe(6);
        (report.Removed, report.Waiting).ShouldBe((0, 0));
    }

    [Theory]
    [InlineData("events", "UPDATE events SET date = '2026-01-09' WHERE id = 'E2'", "events row 2 was changed after it was written (entry 4 of bexley)")]
    [InlineData("events", "UPDATE events SET note = '' || coalesce(note, 'x') WHERE id = 'E2'", "events row 2 was changed")]
    [InlineData("events", "DELETE FROM events WHERE id = 'E2'", "events row 2 was removed; the trail of bexley has it as entry 4")]
    [InlineData("trail", "UPDATE trail SET digest = x'00' WHERE partnership = 'bexley' AND sequence = 3", "the trail of bexley, entry 3 (of events) was changed")]
    [InlineData("trail", "UPDATE trail SET kind = 'noticed' WHERE partnership = 'bexley' AND sequence = 3", "entry 3 (of events) was changed")]
    [InlineData("trail", "UPDATE trail SET hash = zeroblob(32) WHERE partnership = 'bexley' AND sequence = 3", "entry 4 does not follow from the one before it")]
    [InlineData("trail", "UPDATE trail SET previous = zeroblob(32) WHERE partnership = 'bexley' AND sequence = 3", "entry 3 does not follow from the one before it")]
    [InlineData("trail", "DELETE FROM trail WHERE partnership = 'bexley' AND sequence IN (2, 3)", "the trail of bexley: the entries 2 to 3 were removed")]
    [InlineData("trail", "DELETE FROM trail WHERE partnership = 'bexley' AND sequence = 5", "ends at entry 4, and the register's own record says 5: its end was cut off")]
    [InlineData("trail", "DELETE FROM trail WHERE partnership = 'bromley'", "the trail of bromley ends at entry 0, and the register's own record says 1")]
    [InlineData("acts", "UPDATE acts SET by_whom = 'somebody else'", "was changed, or the act that it names was")]
    [InlineData("acts", "DELETE FROM acts", "the act that wrote it was removed")]
    [InlineData(null, "DELETE FROM trail_salts WHERE partnership = 'bexley' AND sequence = 3", "the salt of entry 3 of bexley was removed")]
    [InlineData(null, "DELETE FROM trail_heads WHERE partnership = 'bexley'", "the register's own record of its end was removed")]
    [InlineData(null, "UPDATE trail_heads SET hash = zeroblob(32) WHERE partnership = 'bexley'", "does not end as the register's own record says")]
    [InlineData(null, "DROP TRIGGER events_no_update", "the trigger events_no_update is missing from the register")]
    [InlineData(null, "CREATE TRIGGER silent AFTER INSERT ON events BEGIN SELECT 1; END", "the trigger silent was added to the register")]
    [InlineData(null, "DROP INDEX events_by_id", "the index events_by_id is missing from the register")]
    public void Each_meddling_is_told(string? guarded, string sql, string problem)
    {
        Meddle(guarded, sql);

        Verify().Problems.ShouldContain(each => each.Contains(problem, StringComparison.Ordinal), string.Join('\n', Verify().Problems));
    }

    [Theory]
    [InlineData(null, null, "kind = 'digest'")]
    [InlineData(null, null, "calendar = 'x'")]
    [InlineData("digest", "BEGIN:VCALENDAR", "kind = 'held'")]
    [InlineData("digest", "BEGIN:VCALENDAR", "kind = NULL")]
    [InlineData("digest", "BEGIN:VCALENDAR", "calendar = NULL")]
    [InlineData("digest", "BEGIN:VCALENDAR", "calendar = 'BEGIN:vcalendar'")]
    [InlineData("digest", "BEGIN:VCALENDAR", "notices = '[\"x\"]'")]
    public void What_sort_of_mail_it_is_and_what_is_attached_cannot_be_changed_unnoticed(string? kind, string? calendar, string change)
    {
        using (var database = register.Open(OpenMode.Write))
        {
            TemporaryRegister.Write(database, writer => writer.AppendDelivery(Deliveries.One() with { Notices = [], Partnership = "bexley", Kind = kind, Calendar = calendar }));
        }

        Verify().Problems.ShouldBeEmpty();
        Meddle("deliveries", $"UPDATE deliveries SET {change}");

        Verify().Problems.ShouldHaveSingleItem().ShouldContain("deliveries row 1 was changed");
    }

    [Fact]
    public void One_change_is_one_problem()
    {
        Meddle("events", "UPDATE events SET date = '2026-01-09' WHERE id = 'E2'");

        Verify().Problems.Length.ShouldBe(1);
    }

    [Fact]
    public void An_end_cut_off_together_with_its_head_is_told_by_the_rows_that_are_left()
    {
        CutTheEnd();

        Verify().Problems.Single().ShouldBe("events row 3 has no entry in the trail: the end of a chain was cut off, or the row was slipped in");
    }

    [Fact]
    public void An_end_cut_off_together_with_its_rows_is_told_by_a_head_that_was_noted_elsewhere()
    {
        var noted = Verify().Heads;
        CutTheEnd();
        Meddle("events", "DELETE FROM events WHERE id = 'E3'");

        Verify().Problems.ShouldBeEmpty();
        using var database = register.Open(OpenMode.ReadOnly);
        database.Verify(noted).Problems.Single().ShouldContain("the trail of bexley: the entry 5 that was noted elsewhere is missing or another");
    }

    [Fact]
    public void A_head_that_was_noted_elsewhere_is_found_when_the_chain_has_grown_since()
    {
        var noted = Verify().Heads;
        using var database = register.Open(OpenMode.Write);
        TemporaryRegister.Write(database, writer => writer.Append(Sample.Event("E4")));

        database.Verify(noted).Problems.ShouldBeEmpty();
        database.Heads().Single(head => head.Partnership == "bexley").Sequence.ShouldBe(6);
    }

    [Fact]
    public void A_row_and_its_salt_can_be_removed_and_the_chain_still_verifies()
    {
        Meddle("events", "DELETE FROM events WHERE id = 'E2'");
        register.Beside("DELETE FROM trail_salts WHERE partnership = 'bexley' AND sequence = 4");

        Verify().Problems.ShouldBeEmpty();
        Verify().Removed.ShouldBe(1);
    }

    [Fact]
    public void A_row_of_another_system_waits_for_its_place_until_the_service_writes_again_and_is_told_apart()
    {
        register.Beside("INSERT INTO events (id, reference, event) VALUES ('E9', 'BEX-1', 'death')");
        Verify().Waiting.ShouldBe(1);
        Verify().Problems.ShouldBeEmpty();

        using var database = register.Open(OpenMode.Write);
        TemporaryRegister.Write(database, writer => writer.Append(Sample.Event("E10")));

        Verify().Waiting.ShouldBe(0);
        Verify().Problems.ShouldBeEmpty();
        register.Ask("SELECT group_concat(kind) FROM trail WHERE partnership = 'bexley' AND sequence > 5 ORDER BY sequence").ShouldBe("noticed,written");
    }

    [Fact]
    public void Equal_rows_have_different_digests_because_each_is_salted()
    {
        using var database = register.Open(OpenMode.Write);
        TemporaryRegister.Write(database, writer =>
        {
            writer.Append(Sample.Partnership("twin"));
            writer.Append(Sample.Partnership("twin"));
        });

        register.Ask("SELECT count(DISTINCT digest) FROM trail WHERE partnership = 'twin'").ShouldBe("2");
        register.Ask("SELECT count(DISTINCT salt) FROM trail_salts").ShouldBe("8");
    }

    [Fact]
    public void With_the_same_randomness_the_same_salts_are_drawn()
    {
        using var database = register.Open(OpenMode.Write, OpenOptions.Default with { Fill = bytes => bytes.Fill(7) });
        TemporaryRegister.Write(database, writer => writer.Append(Sample.Partnership("seeded")));

        register.Ask("SELECT hex(salt) FROM trail_salts WHERE partnership = 'seeded'").ShouldBe(string.Concat(Enumerable.Repeat("07", 16)));
    }

    [Fact]
    public void Every_table_that_is_chained_queues_its_rows()
    {
        foreach (var source in TrailSources.All)
        {
            register.Ask($"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '{source.Name}' AND sql LIKE '%VALUES (''{source.Name}'', NEW.row%'")
                .ShouldBe("1", source.Name);
        }
    }

    [Fact]
    public void Every_column_of_a_chained_table_but_the_act_is_digested()
    {
        foreach (var source in TrailSources.All)
        {
            var columns = register.Ask(
                $"SELECT group_concat('t.' || name, ', ') FROM pragma_table_info('{source.Name}') WHERE name <> 'act'");
            foreach (var column in columns!.Split(", "))
            {
                // Some stand within an expression, so that rows of before the column was there keep their digest.
                Regex.IsMatch(source.All, $@"{Regex.Escape(column)}\b").ShouldBeTrue($"{source.Name}: {column}");
            }
            source.Waiting.ShouldContain(source.All[("SELECT ".Length)..source.All.IndexOf(" FROM ", StringComparison.Ordinal)]);
        }
    }

    private void CutTheEnd()
    {
        Meddle("trail", "DELETE FROM trail WHERE partnership = 'bexley' AND sequence = 5");
        register.Beside("DELETE FROM trail_salts WHERE partnership = 'bexley' AND sequence = 5");
        register.Beside("UPDATE trail_heads SET sequence = 4, hash = (SELECT hash FROM trail WHERE partnership = 'bexley' AND sequence = 4) WHERE partnership = 'bexley'");
    }

    /// <summary>As someone would who takes the triggers away and puts them back.</summary>
    private void Meddle(string? guarded, string sql)
    {
        string[] guards = guarded is null ? [] : [$"{guarded}_no_update", $"{guarded}_no_delete"];
        var texts = guards.Select(guard => register.Ask($"SELECT sql FROM sqlite_master WHERE name = '{guard}'")!).ToList();
        foreach (var guard in guards)
        {
            register.Beside($"DROP TRIGGER {guard}");
        }

        register.Beside($"PRAGMA foreign_keys = OFF; {sql}");
        foreach (var text in texts)
        {
            register.Beside(text);
        }
    }

    private VerifyReport Verify()
    {
        using var database = register.Open(OpenMode.ReadOnly);
        return database.Verify();
    }
}
