using DhrCompliance.Service.Ledger;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Ledger;

/// <summary>What the register knows of how the service is doing.</summary>
public sealed class ServiceStateTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    private readonly TemporaryRegister register = new();
    private readonly LedgerDatabase database;
    private readonly DateTimeOffset start;

    public ServiceStateTests()
    {
        database = register.Open();
        start = register.Clock.Now;
        Write(Sample.Start);
    }

    public void Dispose() => register.Dispose();

    [Fact]
    public void A_new_register_knows_of_no_sweep_and_no_mail() => State().ShouldBe(new ServiceState
    {
        FailuresSince = 0,
        Waiting = 0,
        Failed = 0,
        Unknown = 0,
    });

    [Fact]
    public void Failures_count_until_a_sweep_finishes()
    {
        Fail("rules");
        Sweep();
        State().FailuresSince.ShouldBe(0);
        State().LastFailure.ShouldBeNull();
        State().LastSweep.ShouldBe(new LastSweep(Day, start, "sha256:rules", 2));

        Fail("rules");
        register.Clock.Now = start.AddDays(-2);
        Fail("clock");
        State().FailuresSince.ShouldBe(2);
        State().LastFailure.ShouldBe(new SweepFailureRow { Day = Day, Kind = "clock", Reason = "Set the clock.", At = start.AddDays(-2) });

        Sweep();
        State().FailuresSince.ShouldBe(0);
    }

    [Fact]
    public void A_mail_waits_since_it_was_first_planned_however_often_it_was_tried()
    {
        Write(writer => Deliver(writer, "d1"));
        register.Clock.Now = start.AddHours(1);
        Write(writer => Deliver(writer, "d2"));
        Become("d1", "reserved");
        Become("d1", "planned");
        Become("d2", "reserved");

        var state = State();
        (state.Waiting, state.WaitingSince, state.RefusedSince).ShouldBe((2, start, (DateTimeOffset?)null));
    }

    [Fact]
    public void A_mail_that_was_refused_for_the_time_being_is_told_apart()
    {
        Write(writer => Deliver(writer, "d1"));
        Become("d1", "reserved");
        Become("d1", "planned", "451 later");
        Become("d1", "reserved");
        register.Clock.Now = start.AddHours(1);
        Write(writer => Deliver(writer, "d2"));

        var state = State();
        (state.Waiting, state.WaitingSince, state.RefusedSince).ShouldBe((2, start.AddHours(1), start));
    }

    [Theory]
    [InlineData("held")]
    [InlineData("failed")]
    [InlineData("unknown")]
    public void What_a_person_lets_go_waits_since_then_with_nothing_refused(string before)
    {
        Write(writer => Deliver(writer, "d1"));
        Become("d1", "planned", "451 later");
        Become("d1", before);
        State().Waiting.ShouldBe(0);

        register.Clock.Now = start.AddDays(3);
        Become("d1", "planned");
        var state = State();
        (state.Waiting, state.WaitingSince, state.RefusedSince).ShouldBe((1, start.AddDays(3), (DateTimeOffset?)null));
    }

    [Fact]
    public void A_mail_is_held_since_the_oldest_of_them_and_until_it_is_released()
    {
        Write(writer => Deliver(writer, "d1"));
        Become("d1", "held");
        register.Clock.Now = start.AddDays(1);
        Write(writer => Deliver(writer, "d2"));
        Become("d2", "held");
        var state = State();
        (state.Held, state.HeldSince, state.Waiting).ShouldBe((2, start, 0));

        Become("d1", "discarded");
        state = State();
        (state.Held, state.HeldSince).ShouldBe((1, start.AddDays(1)));
    }

    [Fact]
    public void Failed_and_unknown_deliveries_are_counted_while_they_are_so()
    {
        Write(writer =>
        {
            foreach (var id in new[] { "d1", "d2", "d3", "d4", "d5" })
            {
                Deliver(writer, id);
            }
        });
        Become("d1", "failed");
        Become("d2", "failed");
        Become("d3", "unknown");
        Become("d4", "accepted");
        Become("d5", "discarded");
        var state = State();
        (state.Failed, state.Unknown, state.Waiting).ShouldBe((2, 1, 0));

        Become("d1", "planned");
        Become("d3", "discarded");
        state = State();
        (state.Failed, state.Unknown, state.Waiting).ShouldBe((1, 0, 1));
    }

    [Fact]
    public void A_mail_to_the_operator_is_remembered_by_its_trouble_and_whether_a_sweep_has_finished_since()
    {
        Sweep();
        database.LastOperatorMail("sweep", "rules").ShouldBeNull();
        Tell("sweep", "rules");
        Tell("sweep", "clock");
        var mail = database.LastOperatorMail("sweep", "rules")!;
        (mail.Subject, mail.Text, mail.At, mail.SinceLastSweep).ShouldBe(("Subject", "Text", start, true));

        Sweep();
        database.LastOperatorMail("sweep", "rules")!.SinceLastSweep.ShouldBeFalse();
        register.Clock.Now = start.AddDays(-1);
        Tell("sweep", "rules");
        database.LastOperatorMail("sweep", "rules")!.SinceLastSweep.ShouldBeTrue();
        database.LastOperatorMail("sweep", "clock")!.SinceLastSweep.ShouldBeFalse();
    }

    [Theory]
    [InlineData("sweep_failures", "reason")]
    [InlineData("operator_mails", "text")]
    public void They_stand_in_the_trail_and_are_never_changed(string table, string column)
    {
        Fail("rules");
        Tell("sweep", "rules");
        database.Verify().Problems.ShouldBeEmpty();
        database.Heads().Single(head => head.Partnership.Length == 0).Sequence.ShouldBe(2);

        Should.Throw<SqliteException>(() => register.Beside($"UPDATE {table} SET {column} = 'x'")).Message.ShouldContain($"{table}: rows are never changed");
        Should.Throw<SqliteException>(() => register.Beside($"DELETE FROM {table}")).Message.ShouldContain($"{table}: rows are never deleted");
        register.Beside($"DROP TRIGGER {table}_no_update");
        register.Beside($"UPDATE {table} SET {column} = 'x'");
        database.Verify().Problems.ShouldContain(problem => problem.Contains($"{table} row 1 was changed after it was written", StringComparison.Ordinal));
    }

    private static void Deliver(LedgerWriter writer, string id) => writer.AppendDelivery(new DeliveryRow
    {
        Id = id,
        Partnership = "bexley",
        Address = "chair@example.org",
        MessageId = $"<{id}@example.org>",
        Subject = "Subject",
        Text = "Text",
        Html = "<p>Text</p>",
        State = "planned",
        PlannedOn = Day,
        Notices = [],
    });

    private static void Rules(LedgerWriter writer) => writer.AppendRulebook("sha256:rules", [], []);

    private ServiceState State() => database.ReadServiceState();

    private void Write(Action<LedgerWriter> write) => TemporaryRegister.Write(database, write);

    private void Become(string id, string state, string? answer = null) => Write(writer => writer.AppendDeliveryState(id, state, answer));

    private void Fail(string kind) => Write(writer => writer.AppendSweepFailure(new SweepFailureRow { Day = Day, Kind = kind, Reason = $"Set the {kind}." }));

    private void Tell(string kind, string about) =>
        Write(writer => writer.AppendOperatorMail(new OperatorMailRow { Kind = kind, About = about, Subject = "Subject", Text = "Text" }));

    private void Sweep() => Write(writer =>
    {
        Rules(writer);
        writer.Journal(Day, "sha256:rules", new SweepCounts(5, 2, 0, 0));
    });
}
