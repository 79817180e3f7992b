using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Ledger;

/// <summary>A sweep takes what no finished sweep has seen, whoever wrote it and whatever its row number, and nothing else.</summary>
public sealed class SweepStateTests : IDisposable
{
    private const string Rulebook = "sha256:rules";

    private static readonly DateOnly Day = new(2026, 11, 20);

    private readonly TemporaryRegister register = new();
    private readonly LedgerDatabase database;

    public SweepStateTests()
    {
        database = register.Open();
        TemporaryRegister.Write(database, writer =>
        {
            Sample.Start(writer);
            writer.Append(Sample.Case("BEX-2"));
            writer.Append(Sample.Partnership("bromley"));
            writer.Append(Sample.Case("BRO-1", "bromley"));
            writer.Append(new CasePartnershipRow { Reference = "BEX-2", Partnership = "bromley", Part = "joint" });
        });
    }

    public void Dispose() => register.Dispose();

    [Fact]
    public void The_first_sweep_takes_everything_and_the_second_nothing()
    {
        database.ReadSweepState().LastDay.ShouldBeNull();
        Touched().ShouldBe(["BEX-1", "BEX-2", "BRO-1", "bexley", "bromley"]);
        Sweep();

        var state = database.ReadSweepState();
        state.Touched.ShouldBeEmpty();
        state.LastDay.ShouldBe(Day);
        state.LastRulebookHash.ShouldBe(Rulebook);
    }

    [Fact]
    public void A_row_that_another_system_inserted_is_noticed_also_one_with_a_lower_number_than_those_seen()
    {
        register.Beside("INSERT INTO events (row, id, reference, event) VALUES (5000, 'E5000', 'BEX-1', 'death')");
        Sweep();

        register.Beside("INSERT INTO events (row, id, reference, event) VALUES (17, 'E17', 'BEX-2', 'death')");

        Touched().ShouldBe(["BEX-2"]);
        Sweep();
        Touched().ShouldBeEmpty();
    }

    [Fact]
    public void A_row_that_comes_while_a_sweep_is_under_way_is_left_for_the_next()
    {
        database.ReadSweepState();
        register.Beside("INSERT INTO events (id, reference, event) VALUES ('E1', 'BEX-1', 'death')");
        Journal();

        Touched().ShouldBe(["BEX-1"]);
    }

    [Fact]
    public void A_row_that_is_seen_and_one_that_follows_it_are_told_apart_even_when_two_sweeps_overlap()
    {
        using var other = register.Open(OpenMode.Write);
        other.ReadSweepState();
        Sweep();
        register.Beside("INSERT INTO events (id, reference, event) VALUES ('E1', 'BEX-1', 'death')");
        Journal(other);

        Touched().ShouldBe(["BEX-1"]);
    }

    [Fact]
    public void A_sweep_that_is_not_committed_has_seen_nothing()
    {
        database.ReadSweepState();
        using (var writer = database.Write(new Act("run", "me", "here", "1")))
        {
            writer.Journal(Day, Rulebook, new SweepCounts(0, 0, 0, 0));
        }

        Touched().Length.ShouldBe(5);
    }

    [Theory]
    [InlineData("INSERT INTO events (id, reference, event) VALUES ('E1', 'BEX-1', 'death')", "BEX-1")]
    [InlineData("INSERT INTO events (id, reference, event) VALUES ('M1', 'bexley', 'board-meeting')", "BEX-1,BEX-2,bexley")]
    [InlineData("INSERT INTO items (id, reference, kind) VALUES ('D1', 'BEX-1', 'person')", "BEX-1")]
    [InlineData("INSERT INTO cases (reference, partnership) VALUES ('BEX-1', 'bexley')", "BEX-1")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction) VALUES ('bexley', 'B', 'wales')", "BEX-1,BEX-2,bexley")]
    [InlineData("INSERT INTO partnerships (id, name, jurisdiction) VALUES ('bromley', 'B', 'wales')", "BEX-2,BRO-1,bromley")]
    [InlineData("INSERT INTO protocols (partnership, pack) VALUES ('bexley', 'local')", "BEX-1,BEX-2,bexley")]
    [InlineData("INSERT INTO contacts (reference, role, email) VALUES ('BEX-2', 'chair', 'a@b')", "BEX-2")]
    [InlineData("INSERT INTO contacts (partnership, role, email) VALUES ('bexley', 'chair', 'a@b')", "BEX-1,BEX-2,bexley")]
    [InlineData("INSERT INTO contacts (role, email) VALUES ('operator', 'a@b')", "BEX-1,BEX-2,BRO-1,bexley,bromley")]
    [InlineData("INSERT INTO case_partnerships (reference, partnership, part) VALUES ('BEX-2', 'bromley', 'none')", "BEX-2")]
    public void A_changed_row_touches_the_subjects_it_bears_on(string sql, string touched)
    {
        Sweep();
        register.Beside(sql);

        string.Join(',', Touched()).ShouldBe(touched);
    }

    [Fact]
    public void What_changes_on_a_day_is_due_from_that_day_on()
    {
        Sweep(("BEX-1", Day.AddDays(3)), ("BEX-2", null), ("BRO-1", Day.AddDays(1)));
        var state = database.ReadSweepState();

        state.ToAssess(Day).ShouldBeEmpty();
        state.ToAssess(Day.AddDays(1)).ShouldBe(["BRO-1"]);
        state.ToAssess(Day.AddDays(2)).ShouldBe(["BRO-1"]);
        state.ToAssess(Day.AddDays(3)).ShouldBe(["BEX-1", "BRO-1"]);
    }

    [Fact]
    public void What_failed_is_taken_up_again_until_it_is_assessed()
    {
        Sweep();
        TemporaryRegister.Write(database, writer => writer.Retry("BEX-1", Day));
        database.ReadSweepState().ToAssess(Day).ShouldBe(["BEX-1"]);

        Sweep(("BEX-1", Day.AddDays(9)));
        database.ReadSweepState().ToAssess(Day).ShouldBeEmpty();
    }

    [Fact]
    public void An_assessment_is_stored_only_where_it_differs_and_its_next_day_is_kept_in_any_case()
    {
        Append("a", Day.AddDays(1)).ShouldBeTrue();
        Append("a", Day.AddDays(2)).ShouldBeFalse();
        database.LatestAssessment("BEX-1")!.NextChangeOn.ShouldBe(Day.AddDays(2));
        Append("b", Day.AddDays(2)).ShouldBeTrue();
        Append("a", Day.AddDays(2)).ShouldBeTrue();

        register.Ask("SELECT group_concat(digest) FROM assessments").ShouldBe("a,b,a");
        var latest = database.LatestAssessment("BEX-1")!;
        latest.Digest.ShouldBe("a");
        latest.Payload.ToArray().ShouldBe([1, 2, 3]);
        latest.RulebookHash.ShouldBe(Rulebook);
        database.LatestAssessment("BEX-2").ShouldBeNull();
    }

    [Fact]
    public void A_rulebook_is_stored_once_with_the_texts_of_its_files()
    {
        Sweep();
        Sweep();

        register.Ask("SELECT count(*) FROM rulebooks").ShouldBe("1");
        database.RulebookFiles(Rulebook).ShouldBe([("a.yaml", "one"), ("b.yaml", "two")]);
        database.RulebookFiles("sha256:other").ShouldBeEmpty();
    }

    private string[] Touched() => [.. database.ReadSweepState().Touched];

    private bool Append(string digest, DateOnly next)
    {
        var isNew = false;
        TemporaryRegister.Write(database, writer =>
        {
            Rules(writer);
            isNew = writer.AppendAssessment(Assessment("BEX-1", next) with { Digest = digest });
        });
        return isNew;
    }

    private void Sweep(params (string Reference, DateOnly? Next)[] assessed)
    {
        database.ReadSweepState();
        Journal(database, assessed);
    }

    private void Journal() => Journal(database);

    private static void Journal(LedgerDatabase ledger, params (string Reference, DateOnly? Next)[] assessed) =>
        TemporaryRegister.Write(ledger, writer =>
        {
            Rules(writer);
            foreach (var (reference, next) in assessed)
            {
                writer.AppendAssessment(Assessment(reference, next));
            }

            writer.Journal(Day, Rulebook, new SweepCounts(assessed.Length, 0, 0, 0));
        });

    private static void Rules(LedgerWriter writer) => writer.AppendRulebook(Rulebook, [("a.yaml", "one"), ("b.yaml", "two")], ["pack"]);

    private static StoredAssessment Assessment(string reference, DateOnly? next) => new()
    {
        Reference = reference,
        Partnership = "bexley",
        AsOf = Day,
        RulebookHash = Rulebook,
        Digest = "digest",
        Payload = new byte[] { 1, 2, 3 },
        NextChangeOn = next,
    };
}
