using DhrCompliance.Service.Tests.Commands;
using DhrCompliance.Service.Tests.Reports.Pages;

namespace DhrCompliance.Service.Tests.Goldens;

/// <summary>Every export of the sample borough on one day, against what a person has read.</summary>
public sealed class GoldenTests(DemoRegister register) : IClassFixture<DemoRegister>
{
    /// <summary>File, what it is the example of, and the command.</summary>
    public static TheoryData<string, string, string> Texts => new()
    {
        { "audit-table.txt", "Audit as of Friday 20 November 2026", "audit --case HAR-06 HAR-10 --state overdue" },
        { "audit-list.txt", "HAR-06\tguidance-2016/resubmit\t", "audit --case HAR-06 HAR-10 --state overdue --format list" },
        { "audit.csv", "HAR-06,guidance-2016/resubmit,", "audit --case HAR-06 HAR-10 --state overdue --format csv" },
        { "audit.json", "\"heldNow\": \"csp-team\"", "audit --case HAR-06 --rule resubmit --format json" },
        { "explain.txt", "Round 2: the submission of the report to the Home Office", "explain HAR-06" },
        { "explain.json", "\"next\": \"", "explain HAR-06 resubmit --format json" },
        { "questions.txt", "To answer: dhr event add", "questions --case HAR-16" },
        { "questions.csv", "case,about,item,question,settles,live", "questions --case HAR-16 --format csv" },
        { "questions.json", "\"settles\": ", "questions --case HAR-16 --format json" },
        { "workplan.txt", "TBK-01", "workplan TBK-01" },
        { "workplan.csv", "TBK-01", "workplan TBK-01 --format csv" },
        { "workplan.ics", "BEGIN:VEVENT", "workplan TBK-01 --format ics" },
        { "calendar.ics", "BEGIN:VEVENT", "calendar --partnership thornbeck" },
        { "families.csv", "Review,Since,Last,", "report families --partnership thornbeck --format csv" },
        { "library.json", "\"Where it can be read\"", "report library --partnership thornbeck --format json" },
        { "overview.json", "\"report\": \"overview\"", "report overview --partnership thornbeck --format json" },
        { "overview.csv", "review,live,standing,", "report overview --partnership thornbeck --format csv" },
        { "case.json", "\"case\": \"TBK-01\"", "report case TBK-01 --format json" },
        { "case.csv", "date,event,what,attributes,", "report case HAR-11 --format csv --table recorded" },
        { "family.json", "\"report\": \"family\"", "report family HAR-14 --format json" },
        { "family.csv", "rule,item,what,state,due,done,owner,", "report family HAR-14 --format csv" },
        { "board.json", "\"quarter\": \"2026-Q4\"", "report board --partnership thornbeck --format json" },
        { "board-share-safe.json", "\"shareSafe\": true", "report board --partnership thornbeck --share-safe --format json" },
        { "board.csv", "kind,by,title,group,done,late,open,all", "report board --partnership harrowmere --format csv --table completions" },
        { "preview.txt", "if nothing more is recorded", "preview --days 21 --partnership thornbeck" },
        { "contacts.txt", "thornbeck: ", "contacts --partnership thornbeck" },
        { "outbox.csv", "delivery,state,planned,", "outbox list --case HAR-01 --format csv" },
    };

    public static TheoryData<string, string, string> Pages => new()
    {
        { "audit.page.txt", "Of 2 live reviews, 2 have something in the state “overdue”: 5 things.", "audit --case HAR-06 HAR-10 --state overdue --format html" },
        { "overview.page.txt", "How the reviews stand", "report overview --partnership thornbeck" },
        { "case.page.txt", "Rounds with the Home Office", "report case HAR-11" },
        { "family.page.txt", "What is owed", "report family HAR-14" },
        { "families.page.txt", "Longest without being told: HAR-14", "report families --partnership thornbeck" },
        { "library.page.txt", "Every review, the oldest first", "report library --partnership thornbeck" },
        { "board.page.txt", "2026-Q4", "report board --partnership thornbeck --quarter 2026-Q4" },
        { "board-share-safe.page.txt", "Edition for other boards", "report board --partnership thornbeck --quarter 2026-Q4 --share-safe" },
        { "workplan.page.txt", "TBK-01", "workplan TBK-01 --format html" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text(string file, string headline, string command) => Golden.Check(file, register.Said(command.Split(' ')), headline);

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page(string file, string headline, string command) => Golden.Check(file, Readable.Page(register.Said(command.Split(' '))), headline);

    [Theory]
    [InlineData("audit.xlsx.txt", "guidance-2016/resubmit", "audit --case HAR-06 HAR-10 --state overdue --out")]
    [InlineData("questions.xlsx.txt", "== questions", "questions --case HAR-16 --out")]
    [InlineData("register.xlsx.txt", "== deadlines", "export")]
    [InlineData("overview.xlsx.txt", "== due-soon", "report overview --partnership thornbeck --out")]
    [InlineData("case.xlsx.txt", "== between-milestones", "report case HAR-11 --out")]
    [InlineData("family.xlsx.txt", "== owed", "report family HAR-14 --out")]
    [InlineData("board.xlsx.txt", "== completions", "report board --partnership thornbeck --out")]
    public void Workbook(string file, string headline, string command)
    {
        var name = file[..^".txt".Length];
        register.Said([.. command.Split(' '), name]);

        Golden.Check(file, Readable.Book(register.Path(name), rows: 4), headline);
    }

    [Fact]
    public void Evidence_pack()
    {
        register.Said("audit", "--case", "TBK-01", "--pack", "evidence.zip");

        Golden.Check("pack.txt", Readable.Archive(register.Path("evidence.zip")), "audit.json");
    }

    [Fact]
    public void What_moved_since_yesterday()
    {
        using var program = new TestProgram();
        program.Run("demo").Code.ShouldBe(0);
        program.RunOn(new(2026, 11, 21), "event", "add", "HAR-06", "submitted", "2026-11-21", "--ledger", "demo/register.db").Code.ShouldBe(0);

        var moved = program.RunOn(new(2026, 11, 21), "audit", "--case", "HAR-06", "--changed-since", "2026-11-20", "--ledger", "demo/register.db");

        Golden.Check("changed-since.txt", moved.Output, "What moved between Friday 20 November 2026 and Saturday 21 November 2026");
    }

    [Fact]
    public void A_golden_file_fails_where_a_letter_is_another_and_where_its_headline_is_gone()
    {
        var said = register.Said("questions", "--case", "HAR-16", "--format", "csv");
        Golden.Compare("questions.csv", said, "settles");

        Should.Throw<ShouldAssertException>(() => Golden.Compare("questions.csv", said + "x", "settles"));
        Should.Throw<ShouldAssertException>(() => Golden.Compare("questions.csv", said.Replace('e', 'i'), "settlis"));
        Should.Throw<ShouldAssertException>(() => Golden.Compare("questions.csv", said, "what is not in it"));
    }

    [Fact]
    public void No_golden_file_is_left_over()
    {
        var known = Texts.Concat(Pages).Select(row => (string)row[0]).Concat(
        [
            "audit.xlsx.txt", "questions.xlsx.txt", "register.xlsx.txt", "overview.xlsx.txt", "case.xlsx.txt", "family.xlsx.txt", "board.xlsx.txt", "pack.txt", "changed-since.txt",
        ]);

        Directory.GetFiles(Golden.Folder).Select(System.IO.Path.GetFileName).Except(known).ShouldBeEmpty();
    }
}
