using DhrCompliance.Service.Tests.Commands.Forms;

namespace DhrCompliance.Service.Tests.Commands.Serving.Intaking;

/// <summary>What the service does with what is put into the intake folder.</summary>
public sealed class IntakeRoundTests : IDisposable
{
    private const string Decision = "id,reference,event,date,outcome\n,BOR-1,decision,2026-09-20,review\n";
    private const string Canary = "Zebedee Quill";

    private readonly Tray _tray = new();

    public void Dispose() => _tray.Dispose();

    [Fact]
    public void A_file_is_taken_at_the_second_look_that_finds_it_as_it_was_and_put_away_with_its_answer()
    {
        _tray.Put("events.csv", Decision);
        _tray.Look(1);
        _tray.Events().ShouldBe("notified 2026-09-01");
        _tray.Standing!.Waiting.ShouldBe(1);

        _tray.Look(1);

        _tray.Events().ShouldBe("notified 2026-09-01; decision 2026-09-20");
        _tray.Files("done").ShouldBe(["20261120-120100-001/answer/report.txt", "20261120-120100-001/events.csv"]);
        _tray.Read("done/20261120-120100-001/answer/report.txt").ShouldContain("Imported: 1 new; 0 unchanged.");
        _tray.Standing!.Waiting.ShouldBe(0);
        _tray.Mails.ShouldBeEmpty();
        _tray.Program.Ask("SELECT command || ' ' || by_whom FROM acts a JOIN intakes i ON i.act = a.id").ShouldBe("intake tester");
        _tray.Program.Run("ledger", "verify").Code.ShouldBe(0);
    }

    [Fact]
    public void A_file_that_grows_is_waited_for()
    {
        for (var row = 0; row < 4; row++)
        {
            _tray.Put("events.csv", Decision[..(20 + (10 * row))]);
            _tray.Look(1);
        }

        _tray.Files("done").Concat(_tray.Files("refused")).ShouldBeEmpty();
        _tray.Put("events.csv", Decision);
        _tray.Look();

        _tray.Events().ShouldBe("notified 2026-09-01; decision 2026-09-20");
    }

    [Fact]
    public void One_that_stays_too_long_is_told_and_shown()
    {
        _tray.Look(1);
        for (var minute = 0; minute < 18; minute++)
        {
            _tray.Put("events.csv", Decision + new string(' ', minute));
            _tray.Look(1);
        }

        _tray.Standing!.WaitingSince.ShouldNotBeNull();
        _tray.Mails.ShouldAllBe(mail => mail.Address == "operator");
        _tray.Mails[0].News.Text.ShouldContain("1 file waits in the intake folder, the first since");
        _tray.Mails.Select(mail => mail.News.About).Distinct().Count().ShouldBe(1, "the register remembers that it was told");
    }

    [Theory]
    [InlineData("~$register.xlsx")]
    [InlineData(".~lock.register.xlsx#")]
    [InlineData("register.xlsx.tmp")]
    [InlineData("events.csv.part")]
    [InlineData("Thumbs.db")]
    [InlineData("mapping.yaml")]
    public void Lock_files_and_temporary_ones_are_passed_over(string name)
    {
        _tray.Put(name, "x");
        _tray.Look(3);

        File.Exists(_tray.Program.Path($"tray/{name}")).ShouldBeTrue();
        _tray.Files("refused").ShouldBeEmpty();
        _tray.Standing!.Waiting.ShouldBe(0);
    }

    [Fact]
    public void What_is_right_goes_in_and_what_is_wrong_is_told_to_the_team_without_a_word_that_stands_there()
    {
        _tray.Put("events.csv", $"id,reference,event,date,outcome,note\n,BOR-1,decision,2026-09-20,review,\n,BOR-1,{Canary},2026-09-21,,\n,BOR-1,notified,{Canary},,{Canary}\n");
        _tray.Look(3);

        _tray.Events().ShouldBe("notified 2026-09-01; decision 2026-09-20");
        var unit = _tray.Files("refused")[0].Split('/')[0];
        _tray.Files("refused").ShouldBe([$"{unit}/answer/mistakes.xlsx", $"{unit}/answer/report.txt", $"{unit}/events.csv"]);
        _tray.Read($"refused/{unit}/answer/report.txt").ShouldContain($"events.csv, row 3, column event: '{Canary}': expected an event");
        var (address, news) = _tray.Mails.ShouldHaveSingleItem();
        address.ShouldBe("team@example.org");
        news.Text.ShouldContain("imported in part: 1 thing went in");
        news.Text.ShouldContain("sheet events, row 3, column event: expected an event");
        news.Text.ShouldContain("sheet events, row 4, column date: expected a day");
        news.Text.ShouldContain($"refused/{unit}");
        $"{news.Subject}{news.Text}".ShouldNotContain("Zebedee");
        _tray.Program.Ask("SELECT detail FROM intakes")!.ShouldNotContain("Zebedee");
    }

    [Fact]
    public void Where_no_partnership_can_be_told_the_operator_is()
    {
        _tray.Put($"{Canary}.docx", "x");
        _tray.Look(3);

        var (address, news) = _tray.Mails.ShouldHaveSingleItem();
        address.ShouldBe("operator");
        $"{news.Subject}{news.Text}".ShouldNotContain("Zebedee");
        _tray.Files("refused").Count(file => file.EndsWith(".docx", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void What_was_imported_when_the_service_ended_is_only_put_away()
    {
        _tray.Put("events.csv", Decision);
        _tray.Look();
        var unit = _tray.Files("done")[0].Split('/')[0];
        Directory.Delete(_tray.Program.Path($"tray/done/{unit}/answer"), recursive: true);
        Directory.Move(_tray.Program.Path($"tray/done/{unit}"), _tray.Program.Path($"tray/working/{unit}"));
        var id = _tray.Program.Ask("SELECT id FROM events WHERE event = 'decision'")!;
        _tray.Program.Run("event", "withdraw", id, "--reason", "entered on the wrong case").Code.ShouldBe(0);

        _tray.Restart();
        _tray.Look(1);

        _tray.Files("done").ShouldBe([$"{unit}/answer/report.txt", $"{unit}/events.csv"]);
        _tray.Program.Ask("SELECT count(*) FROM intakes").ShouldBe("1");
        _tray.Program.Ask("SELECT count(*) FROM events WHERE reference = 'BOR-1'").ShouldBe("3", "one that was withdrawn since is not recorded anew");
    }

    [Fact]
    public void What_was_claimed_and_not_imported_when_the_service_ended_is_imported()
    {
        _tray.Look(1);
        _tray.Put("working/20261120-110000-001/events.csv", Decision);

        _tray.Look(1);

        _tray.Events().ShouldBe("notified 2026-09-01; decision 2026-09-20");
        _tray.Files("done").ShouldContain("20261120-110000-001/events.csv");
    }

    [Fact]
    public void What_ends_the_service_each_time_is_refused_unread()
    {
        _tray.Look(1);
        _tray.Put("working/20261120-110000-001/events.csv", Decision);
        _tray.Put("working/20261120-110000-001/.attempts", "3");

        _tray.Look(1);

        _tray.Events().ShouldBe("notified 2026-09-01");
        _tray.Read("refused/20261120-110000-001/answer/report.txt").ShouldContain("the service ended each time it tried");
    }

    [Fact]
    public void Where_nothing_can_be_put_away_nothing_is_taken_and_it_is_told_once_it_can_it_is()
    {
        _tray.Put("events.csv", Decision);
        _tray.Put("done", "a file in the way");
        _tray.Look(4);
        _tray.Events().ShouldBe("notified 2026-09-01");
        _tray.Standing!.Fault.ShouldNotBeNull();
        _tray.Mails.Select(mail => mail.Address).Distinct().ShouldBe(["operator"]);

        File.Delete(_tray.Program.Path("tray/done"));
        _tray.Look();

        _tray.Events().ShouldBe("notified 2026-09-01; decision 2026-09-20");
        _tray.Standing!.Fault.ShouldBeNull();
    }

    [Fact]
    public void Hostile_things_keep_nothing_else_from_being_taken()
    {
        _tray.Look(1);
        File.WriteAllText(_tray.Program.Path("secret.csv"), Decision.Replace("decision", "case-opened", StringComparison.Ordinal));
        File.CreateSymbolicLink(_tray.Program.Path("tray/events.csv"), _tray.Program.Path("secret.csv"));
        Directory.CreateDirectory(_tray.Program.Path("tray/folder"));
        _tray.Put("broken.xlsx", "PK\u0003\u0004 this is no workbook");
        _tray.Put("empty.xlsx", "");
        _tray.Put("cases.csv", "reference,partnership,kept-since\nBOR-2,borough,\n");

        _tray.Look();

        _tray.Program.Ask("SELECT count(*) FROM cases WHERE reference = 'BOR-2'").ShouldBe("1");
        _tray.Events().ShouldBe("notified 2026-09-01");
        File.Exists(_tray.Program.Path("tray/events.csv")).ShouldBeTrue();
        _tray.Files("refused").Where(file => !file.EndsWith("report.txt", StringComparison.Ordinal)).Select(file => file.Split('/')[1]).ShouldBe(["broken.xlsx", "empty.xlsx"]);
        _tray.Standing!.Left.ShouldBe(2);
        _tray.Look(2);
        _tray.Mails.Where(mail => mail.News.Text.Contains("2 things lie", StringComparison.Ordinal)).Select(mail => mail.News.About).Distinct().ShouldHaveSingleItem("the same trouble is told once, however often it is looked at");
    }

    [Fact]
    public void Tables_that_lie_there_together_are_taken_together()
    {
        _tray.Put("cases.csv", "reference,partnership,kept-since\nBOR-2,borough,\n");
        _tray.Put("actions.csv", "id,reference,name\n");
        _tray.Put("events.csv", "id,reference,event,date\n,BOR-2,notified,2026-10-01\n");
        _tray.Look();

        _tray.Events("BOR-2").ShouldBe("notified 2026-10-01");
    }

    [Fact]
    public void Another_layout_is_taken_as_the_mapping_says()
    {
        _tray.Put("mapping.yaml", "dates: dd/MM/yyyy\ncolumns:\n  Ref: reference\n  Decided: { event: decision, with: { outcome: review } }\n");
        _tray.Put("our tracker.csv", "Ref,Decided\nBOR-1,20/09/2026\n");
        _tray.Look();

        _tray.Events().ShouldBe("notified 2026-09-01; decision 2026-09-20");
    }

    [Fact]
    public void The_same_workbook_twice_is_taken_once_and_put_away_twice()
    {
        _tray.Look(1);
        _tray.Program.Run("export", "register.xlsx").Code.ShouldBe(0);
        var book = FilledWorkbook.Open(_tray.Program.Path("register.xlsx"));
        book.Fill("events", row => row["event"] == "notified", ("date", "2026-09-02"), ("note", "the letter says so"));
        foreach (var _ in new[] { 1, 2 })
        {
            book.Save(_tray.Program.Path("tray/register.xlsx"));
            _tray.Look();
        }

        _tray.Program.Ask("SELECT count(*) FROM events WHERE reference = 'BOR-1'").ShouldBe("2");
        _tray.Program.Ask("SELECT group_concat(made || ' ' || refused) FROM intakes").ShouldBe("1 0,0 0");
        _tray.Files("done").Count(file => file.EndsWith("/register.xlsx", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void A_file_that_is_put_there_while_another_of_its_name_is_worked_on_is_taken_next()
    {
        _tray.Put("events.csv", Decision);
        _tray.Look();
        _tray.Put("events.csv", "id,reference,event,date\n,OTH-1,notified,2026-10-01\n");
        _tray.Look();

        _tray.Events("OTH-1").ShouldBe("notified 2026-10-01");
        _tray.Files("done").Count(file => file.EndsWith("/events.csv", StringComparison.Ordinal)).ShouldBe(2);
    }
}
