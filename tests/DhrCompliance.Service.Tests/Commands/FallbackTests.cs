using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>A review that is overdue, with contacts that do not reach everybody.</summary>
public sealed class FallbackTests : IDisposable
{
    private const string Team = "team@bexley.example.org";
    private const string Chair = "chair@bexley.example.org";
    private const string Reviewer = "reviewer@example.org";

    private static readonly DateOnly InTime = new(2026, 6, 19);
    private static readonly DateOnly DayAfterDue = new(2026, 7, 13);

    private readonly TestProgram _program = new();

    public FallbackTests()
    {
        _program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nbexley,Safer Bexley,england,2026-01-01\n");
        _program.Write("in/cases.csv", "reference,partnership,kept-since\nBEX-1,bexley,2026-01-01\n");
        _program.Write("in/events.csv", "id,reference,event,date,outcome,about\nE1,BEX-1,notified,2026-01-02,,\nE2,BEX-1,decision,2026-01-10,review,\nE3,BEX-1,home-office-informed,2026-01-12,,decision\n");
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public void What_is_meant_for_a_role_that_nobody_holds_goes_to_the_team_and_says_so()
    {
        Begin(Contact("csp-team", Team), Contact("csp-chair", Chair));

        var run = Run(DayAfterDue);

        run.Output.ShouldContain("Nobody holds the role review-chair: others are told instead (BEX-1). Add a contact.");
        var text = TextTo(Team, "overdue");
        text.ShouldContain("Complete the overview report", Case.Insensitive);
        text.ShouldContain("Meant for");
        Flat(text).ShouldContain("The independent chair of the review, a role that nobody holds. It is sent to you instead.");
        var other = TextTo(Chair, "overdue");
        other.ShouldNotContain("Meant for");
        Flat(other).ShouldNotContain("independent chair of the review, a role");
        Run(DayAfterDue.AddDays(1), "--full").Output.ShouldContain("0 notices planned");
    }

    [Fact]
    public void Where_the_team_is_vacant_too_the_operator_is_told()
    {
        _program.Environment["DHR_Post__Operator"] = "ops@example.org";
        Begin(Contact("csp-chair", Chair));
        Run(DayAfterDue);
        Flat(TextTo("ops@example.org", "overdue")).ShouldContain("a role that nobody holds. It is sent to you instead.");
        WithoutAddress().ShouldBeEmpty();
    }

    [Fact]
    public void Where_nobody_at_all_can_be_told_it_waits_for_an_address()
    {
        Begin(Contact("csp-chair", Chair));
        Run(DayAfterDue).Output.ShouldContain("Nobody holds the role csp-team: what is to be told waits for an address (BEX-1). Add a contact.");
        WithoutAddress().ShouldContain("csp-team");
        _program.RunOn(DayAfterDue, "outbox", "list").Errors.ShouldContain("nobody holds the role csp-team: 1 notice about BEX-1 has waited for an address since 2026-07-13. Add a contact.");

        // What waits is told of by every run, though nothing of its case changed.
        Run(DayAfterDue).Output.ShouldContain("Nobody holds the role csp-team");

        Begin(Contact("csp-team", Team));
        Run(DayAfterDue.AddDays(1));
        WithoutAddress().ShouldBeEmpty();
    }

    [Fact]
    public void An_address_that_the_settings_refuse_is_never_written_to_and_the_team_is_told()
    {
        _program.Environment["DHR_Post__Allowed"] = "@bexley.example.org";
        Begin(Contact("csp-team", Team), Contact("csp-chair", Chair), Contact("review-chair", Reviewer));

        var run = Run(DayAfterDue);

        run.Output.ShouldContain("Post:Allowed refuses whoever holds the role review-chair: others are told instead (BEX-1).");
        Flat(TextTo(Team, "overdue")).ShouldContain("The independent chair of the review, to whose address no mail may go. It is sent to you instead.");
        Listed().ShouldNotContain(row => row[4] == Reviewer);
        _program.RunOn(DayAfterDue, "contacts", "--format", "list").Output.ShouldContain("not-allowed");
    }

    [Fact]
    public void What_needs_approval_waits_for_an_address_however_long()
    {
        Begin(Contact("csp-team", Team), Contact("csp-chair", Chair), Contact("review-chair", Reviewer));
        var run = Run(new DateOnly(2026, 10, 9));
        run.Output.ShouldContain("Nobody holds the role home-office: what is to be told waits for an address (BEX-1)");
        WithoutAddress().ShouldBe(["home-office"]);
        Listed().Where(row => row[1] == "held").ShouldBeEmpty();
    }

    [Fact]
    public void A_mail_that_failed_for_good_goes_to_the_team_in_the_next_sweep_and_only_once()
    {
        Begin(Contact("csp-team", Team), Contact("csp-chair", Chair), Contact("review-chair", Reviewer));
        Run(DayAfterDue, "--dry-run").Output.ShouldContain(Reviewer);
        Run(DayAfterDue);
        var failed = Listed().Last(row => row[4] == Reviewer)[0];
        Fail(failed);

        Run(DayAfterDue.AddDays(1));
        Flat(TextTo(Team, "overdue")).ShouldContain("The independent chair of the review, to whom the mail could not be delivered. It is sent to you instead.");
        var count = Listed().Count;
        Run(DayAfterDue.AddDays(1), "--full");
        Run(DayAfterDue.AddDays(2), "--full");
        Listed().Count.ShouldBe(count);
    }

    /// <summary>As a server would have it that took the mail and could not deliver it.</summary>
    private void Fail(string id)
    {
        using var ledger = LedgerDatabase.Open(_program.Path("data/register.db"), OpenMode.Write, new ManualClock { Now = new DateTimeOffset(DayAfterDue, new TimeOnly(13, 0), TimeSpan.Zero) });
        using var writer = ledger.Write(new Act("test", "tester", "here", "1"));
        writer.AppendDeliveryState(id, "failed", "550 no such mailbox");
        writer.Commit();
    }

    private void Begin(params string[] contacts)
    {
        _program.Write("in/contacts.csv", $"partnership,case,agency,role,email,from,until\n{string.Join('\n', contacts)}\n");
        var day = File.Exists(_program.Path("data/register.db")) ? DayAfterDue : InTime;
        var run = _program.RunOn(day, "import", "in");
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        Run(day);
    }

    private static string Contact(string role, string address) => $"bexley,,,{role},{address},,";

    private ProgramRun Run(DateOnly day, params string[] more)
    {
        var run = _program.RunOn(day, ["run", .. more]);
        run.Code.ShouldBe(ExitCode.Done, run.Errors + run.Output);
        return run;
    }

    private List<string> WithoutAddress()
    {
        using var ledger = LedgerDatabase.Open(_program.Path("data/register.db"), OpenMode.ReadOnly, new ManualClock());
        return [.. DhrCompliance.Service.Post.Outbox.WithoutAddress(ledger).Select(notice => notice.Role).Distinct(StringComparer.Ordinal)];
    }

    private List<string[]> Listed() =>
        [.. _program.RunOn(DayAfterDue, "outbox", "list", "--format", "list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];

    /// <summary>The last mail to an address whose subject has the word.</summary>
    private string TextTo(string address, string word)
    {
        var id = Listed().Last(row => row[4] == address && row[5].Contains(word, StringComparison.OrdinalIgnoreCase))[0];
        return _program.RunOn(DayAfterDue, "outbox", "show", id, "--text").Output;
    }

    private static string Flat(string text) => string.Join(' ', text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
