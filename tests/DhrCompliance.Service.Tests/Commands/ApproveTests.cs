using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>A review that is so late that the Home Office would be told, which a person has to release.</summary>
public sealed class ApproveTests : IDisposable
{
    private const string By = "A. Officer";
    private const string Events = "id,reference,event,date,outcome,about\nE1,BEX-1,notified,2026-01-02,,\nE2,BEX-1,decision,2026-01-10,review,\nE3,BEX-1,home-office-informed,2026-01-12,,decision\n";

    private static readonly DateOnly InTime = new(2026, 7, 1);
    private static readonly DateOnly Late = new(2026, 10, 9);
    private static readonly DateOnly Later = new(2026, 10, 20);

    private readonly TestProgram _program = new();

    public ApproveTests()
    {
        _program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nbexley,Safer Bexley,england,2026-01-01\n");
        _program.Write("in/cases.csv", "reference,partnership,kept-since\nBEX-1,bexley,2026-01-01\n");
        _program.Write("in/contacts.csv", "partnership,case,agency,role,email,from,until\nbexley,,,csp-team,team@bexley.example.org,,\nbexley,,,csp-chair,chair@bexley.example.org,,\n,,,home-office,office@example.org,,2026-10-15\n,,,home-office,new@example.org,2026-10-16,2026-10-31\n");
        _program.Write("in/events.csv", Events);
        Do(InTime, "import", "in");
        Do(InTime, "run");
        Do(Late, "run");
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_mail_that_is_released_on_its_day_goes_as_it_is_and_the_register_knows_who_released_it()
    {
        var id = Held().ShouldHaveSingleItem();
        Do(Late, "outbox", "approve", id[..8], "--by", By, "--reason", "agreed with the chair").ShouldContain($"Delivery {id} to office@example.org is released");

        Held().ShouldBeEmpty();
        Do(Late, "run").ShouldContain("1 mail sent");
        var shown = Do(Late, "outbox", "show", id);
        shown.ShouldContain("State:      accepted");
        shown.ShouldContain($"held by {By}: agreed with the chair");
        shown.ShouldContain($"planned by {By}");
        Do(Late, "ledger", "verify");
    }

    [Fact]
    public void A_mail_of_an_earlier_day_says_what_is_so_on_the_day_and_goes_to_who_holds_the_role_then()
    {
        var id = Held().ShouldHaveSingleItem();
        Do(Late.AddDays(4), "run");
        Held().ShouldBe([id], "what is held does not lapse");

        Do(Later, "outbox", "approve", id, "--by", By).ShouldContain("to new@example.org, written anew as of 2026-10-20");

        var line = List("--state", "planned").ShouldHaveSingleItem();
        line[4].ShouldBe("new@example.org");
        line[5].ShouldContain("(102 days)");
        List("--state", "discarded").ShouldHaveSingleItem()[6].ShouldBe($"Released as {line[0]}.");
        Do(Later, "run", "--full");
        List("--state", "accepted").Count(one => one[0] == line[0]).ShouldBe(1);
        Do(Later, "outbox", "show", line[0]).ShouldContain("This mail was held until a person approved it.");

        var again = Run(Later, "outbox", "approve", id, "--by", "Another");
        again.Code.ShouldBe(ExitCode.Usage);
        again.Errors.ShouldContain($"was released on 2026-10-20 by {By}, as {line[0]}");
        List("--state", "planned").ShouldBeEmpty();
        Do(Later, "ledger", "verify");
    }

    [Fact]
    public void One_whose_ground_was_lost_is_not_released()
    {
        var id = Held().ShouldHaveSingleItem();
        Do(Later, "event", "add", "BEX-1", "report-completed", "2026-10-19");

        var run = Run(Later, "outbox", "approve", id, "--by", By);

        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("is not released, because its ground no longer holds");
        Held().ShouldBe([id]);
        Do(Later, "run");
        Held().ShouldBeEmpty();
    }

    [Fact]
    public void Where_nobody_holds_the_role_any_more_it_waits()
    {
        var day = new DateOnly(2026, 11, 1);
        var id = Held().ShouldHaveSingleItem();
        var run = Run(day, "outbox", "approve", id, "--by", By);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("nobody holds the role home-office for BEX-1 on 2026-11-01: see 'dhr contacts --case BEX-1'");
        Held().ShouldBe([id]);
    }

    [Fact]
    public void Of_several_each_is_told_done_or_why_not()
    {
        var id = Held().ShouldHaveSingleItem();
        var sent = List("--state", "accepted")[0][0];
        var run = Run(Late, "outbox", "approve", id, sent, "--by", By);
        run.Code.ShouldBe(ExitCode.Partly);
        run.Output.ShouldContain($"Delivery {id}");
        run.Errors.ShouldContain($"Delivery {sent}");
        run.Errors.ShouldContain("is not held: it went out on 2026-");
    }

    [Theory]
    [InlineData("Say who releases: --by NAME.", "x")]
    [InlineData("Say who releases: --by NAME.", "x", "--by", "  ")]
    [InlineData("There is no delivery 'x'", "x", "--by", By)]
    [InlineData("Name deliveries", "--by", By)]
    [InlineData("Name deliveries", "x", "--all-held-by-breaker", "--by", By)]
    public void What_is_asked_for_wrongly_is_told(string expected, params string[] arguments)
    {
        var run = Run(Late, ["outbox", "approve", .. arguments]);
        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain(expected);
    }

    [Fact]
    public void Doctor_says_since_when_mails_are_held() =>
        Run(Later, "doctor").Output.ShouldContain("1 mail held for a person to release, the oldest since 2026-10-09");

    private List<string> Held() => [.. List("--held").Select(line => line[0])];

    private List<string[]> List(params string[] more) =>
        [.. Do(Later, ["outbox", "list", "--format", "list", .. more]).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];

    private string Do(DateOnly day, params string[] arguments)
    {
        var run = Run(day, arguments);
        run.Code.ShouldBe(ExitCode.Done, run.Errors + run.Output);
        return run.Output;
    }

    private ProgramRun Run(DateOnly day, params string[] arguments) => _program.RunOn(day, arguments);
}
