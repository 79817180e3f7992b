using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>Plans written to a real register.</summary>
public sealed class WritingTests : IDisposable
{
    private static readonly Act TestAct = new("import", "tester", "here", "0.0.0");
    private static readonly string Timelines = Path.Combine(Repository.Root, "tests/data/real-timelines");

    private readonly TemporaryRegister _register = new();

    public void Dispose() => _register.Dispose();

    [Fact]
    public void The_real_timelines_are_imported_whole_and_a_second_time_change_nothing()
    {
        var database = _register.Open();

        var first = Import(database, Timelines);
        var rows = database.Rows();
        var second = Import(database, Timelines);

        first.Refused.ShouldBeEmpty();
        first.Made.Length.ShouldBe(9 + 13 + 1 + 3 + 44);
        rows.Events.Length.ShouldBe(44);
        rows.Events.Select(row => row.Id).ShouldContain("R02-E1");
        rows.Events.Single(row => row.Reference == "R04" && row.Event == "decision").Date.ShouldBe("by 2016");
        second.Made.ShouldBeEmpty();
        second.Unchanged.ShouldBe(first.Made.Length);
    }

    [Fact]
    public void An_export_into_an_empty_register_gives_the_same_case_files()
    {
        using var other = new TemporaryRegister();
        var (from, to) = (_register.Open(), other.Open());
        Import(from, Timelines);
        var folder = Path.Combine(_register.Folder, "export");

        RegisterExport.Write(from.Rows(), Words.Known, folder, from.History());
        Import(to, folder).Refused.ShouldBeEmpty();

        Described(to).ShouldBe(Described(from));
        Described(to).Length.ShouldBe(13);
    }

    [Fact]
    public void One_wrong_row_keeps_everything_out_and_a_partial_import_the_wrong_row_alone()
    {
        var database = _register.Open();
        Import(database, Timelines);
        var before = database.Rows().Events.Length;
        var plan = Plan(database, ",R02,decision,2013-06-20", ",R02,desicion,2013-06-20");

        Apply(database, plan, isPartial: false).Made.ShouldBeEmpty();
        database.Rows().Events.Length.ShouldBe(before);

        var partly = Apply(database, plan, isPartial: true);
        partly.Made.ShouldHaveSingleItem().Id.ShouldBe("R02-E7");
        partly.Refused.ShouldHaveSingleItem().Row.ShouldBe(3);
        database.Rows().Events.Length.ShouldBe(before + 1);
    }

    [Fact]
    public void What_the_register_itself_refuses_in_the_middle_leaves_nothing()
    {
        var database = _register.Open();
        Import(database, Timelines);
        var before = database.Rows();

        // Judged against a register that has the case, written to one that has not: the second row is refused.
        var plan = ImportPlan.Make(
            Importing.Read(("events.csv", "id,reference,event,date\n,R02,decision,2013-06-20\n,GONE-1,decision,2013-06-20\n")),
            before with { Cases = before.Cases.Add(new CaseRow { Reference = "GONE-1", Partnership = "devon" }) }, Words.Known, Importing.Today);
        var outcome = Apply(database, plan, isPartial: false);

        plan.Mistakes.ShouldBeEmpty();
        outcome.IsToCommit.ShouldBeFalse();
        outcome.Refused.ShouldHaveSingleItem().ToString().ShouldStartWith("events.csv, row 3: ");
        database.Rows().Events.Length.ShouldBe(before.Events.Length);
    }

    [Fact]
    public void An_id_that_is_given_is_never_one_that_the_same_import_brings()
    {
        var database = _register.Open();
        Import(database, Timelines);

        var outcome = Apply(database, Plan(database, ",R02,decision,2013-06-20", "R02-E7,R02,decision,2013-06-21"), isPartial: false);

        outcome.Made.Select(change => change.Id).ShouldBe(["R02-E7", "R02-E8"]);
        database.Rows().Events.Count(row => row.Event == "decision" && row.Reference == "R02").ShouldBe(2);
    }

    private static string[] Described(LedgerDatabase database) =>
    [
        .. database.CaseFiles().Select(file => string.Join('\n',
            [
                $"{file.Reference} {file.Partnership} {file.Jurisdiction} {file.KeptSince}",
                .. file.OtherPartnerships.Select(other => other.ToString()),
                .. file.Items.Select(item => $"{item.Id} {item.Kind} {string.Join(',', item.Facts.OrderBy(fact => fact.Key))}"),
                .. file.Events.OrderBy(@event => @event.Id, StringComparer.Ordinal)
                    .Select(@event => $"{@event.Id} {@event.Event} {@event.Item} {@event.Date} {string.Join(',', @event.Attributes.OrderBy(fact => fact.Key))}"),
            ])),
    ];

    private static ImportPlan Plan(LedgerDatabase database, params string[] rows) => ImportPlan.Make(
        Importing.Read(("events.csv", $"id,reference,event,date\n{string.Join('\n', rows)}\n")), database.Rows(), Words.Known, Importing.Today);

    private static ImportOutcome Import(LedgerDatabase database, string folder) =>
        Apply(database, ImportPlan.Make(ImportFolder.Read(folder, Words.Known), database.Rows(), Words.Known, Importing.Today), isPartial: false);

    private static ImportOutcome Apply(LedgerDatabase database, ImportPlan plan, bool isPartial)
    {
        using var writer = database.Write(TestAct);
        var outcome = plan.Apply(writer, isPartial);
        if (outcome.IsToCommit)
        {
            writer.Commit();
        }

        return outcome;
    }
}
