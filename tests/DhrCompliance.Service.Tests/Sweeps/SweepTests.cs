using DhrCompliance.Service.Tests.Commands;

namespace DhrCompliance.Service.Tests.Sweeps;

/// <summary>A register swept day by day, as a scheduler would: what falls due is told once, whenever it is found.</summary>
public sealed class SweepTests : IDisposable
{
    private const string Reference = "BOR-2026-01";
    private static readonly DateOnly Told = new(2026, 9, 1);

    private readonly TestProgram _program = new();

    public SweepTests()
    {
        _program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nborough,Borough Partnership,england,2026-01-01\n");
        _program.Write("in/contacts.csv", "partnership,case,agency,role,email,from,until\nborough,,,csp-team,team@example.org,,\n,,,home-office,ho@example.org,,\n");
        _program.Write("in/cases.csv", $"reference,partnership,kept-since\n{Reference},borough,\n");
        _program.Write("in/events.csv", $"id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at\n,{Reference},,notified,2026-09-01,,,,\n");
        _program.RunOn(Told, "import", "in").Code.ShouldBe(0);
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_reminder_goes_out_two_weeks_before_and_the_rest_when_it_is_due_and_nothing_twice()
    {
        Sweep("2026-09-16").ShouldBe(0);
        Sweep("2026-09-17").ShouldBe(1);
        Sweep("2026-09-17").ShouldBe(0);
        Sweep("2026-10-01").ShouldBe(0);
        Sweep("2026-10-02").ShouldBe(1);
        Sweep("2026-10-02").ShouldBe(0);
        Subjects().ShouldBe(["[DHR BOR-2026-01] Due soon: decide whether to hold a review (in 14 days)", "[DHR BOR-2026-01] Overdue: decide whether to hold a review (1 day)"]);
    }

    [Fact]
    public void After_two_months_without_a_sweep_the_highest_step_is_told_once()
    {
        Sweep("2026-09-02").ShouldBe(0);
        Sweep("2026-11-10").ShouldBe(1);
        Sweep("2026-11-11").ShouldBe(0);
        Subjects().ShouldBe(["[DHR BOR-2026-01] Overdue: decide whether to hold a review (40 days)"]);
    }

    [Fact]
    public void A_step_to_the_home_office_is_held_and_no_file_is_written_for_it()
    {
        Sweep("2027-01-04");
        var held = _program.RunOn(new DateOnly(2027, 1, 4), "outbox", "list", "--state", "held", "--format", "list").Output;
        held.ShouldContain("ho@example.org");
        Mails().ShouldAllBe(mail => !mail.Contains("ho@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public void Once_the_decision_is_recorded_those_who_were_told_are_told_that_it_no_longer_stands()
    {
        Sweep("2026-10-02").ShouldBe(1);
        _program.RunOn(new DateOnly(2026, 10, 6), "event", "add", Reference, "decision", "2026-10-06", "--attr", "outcome=review").Code.ShouldBe(0);
        Sweep("2026-10-06").ShouldBeGreaterThan(0);
        Subjects().ShouldContain(subject => subject.Contains("no longer", StringComparison.OrdinalIgnoreCase));
        Sweep("2026-10-07").ShouldBe(0);
    }

    [Fact]
    public void A_notice_to_a_role_that_nobody_holds_waits_and_goes_out_once_somebody_does()
    {
        EndTheTeam();
        _program.RunOn(new DateOnly(2026, 10, 2), "run").Output.ShouldContain("Nobody holds the role csp-chair: what is to be told waits for an address");
        Mails().Count.ShouldBe(0);
        _program.Write("more/contacts.csv", "partnership,case,agency,role,email,from,until\nborough,,,csp-chair,chair@example.org,,\n");
        _program.RunOn(new DateOnly(2026, 10, 5), "import", "more").Code.ShouldBe(0);
        Sweep("2026-10-05").ShouldBe(1);
        Mails().ShouldContain(mail => mail.Contains("chair@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public void A_contact_that_begins_later_is_written_to_from_its_first_day()
    {
        EndTheTeam();
        _program.Write("more/contacts.csv", "partnership,case,agency,role,email,from,until\nborough,,,csp-chair,chair@example.org,2026-10-08,\n");
        _program.RunOn(new DateOnly(2026, 10, 1), "import", "more").Code.ShouldBe(0);
        Sweep("2026-10-02").ShouldBe(0);
        Sweep("2026-10-07").ShouldBe(0);
        Sweep("2026-10-08").ShouldBe(1);
    }

    [Fact]
    public void Editing_the_words_of_a_rule_tells_nobody_again()
    {
        Sweep("2026-10-02").ShouldBe(1);
        Copy(PathsAlone.Rules, _program.Path("rules"));
        var pack = _program.Path("rules/national/guidance-2016.yaml");
        File.WriteAllText(pack, File.ReadAllText(pack).Replace("title: Decide whether to hold a review", "title: Decide if there is to be a review", StringComparison.Ordinal));
        Sweep("2026-10-05").ShouldBe(0);
    }

    [Fact]
    public void A_pickup_folder_that_cannot_be_used_loses_nothing()
    {
        _program.Write("data/outbox", "a file where the folder should be");
        var run = _program.RunOn(new DateOnly(2026, 10, 2), "run");
        run.Code.ShouldBe(5);
        run.Errors.ShouldContain(_program.Path("data/outbox"));
        File.Delete(_program.Path("data/outbox"));
        Sweep("2026-10-02").ShouldBe(1);
    }

    /// <summary>So that nobody is left who is told in the place of others.</summary>
    private void EndTheTeam()
    {
        _program.Write("ended/contacts.csv", "partnership,case,agency,role,email,from,until\nborough,,,csp-team,team@example.org,,2026-09-30\n");
        _program.RunOn(new DateOnly(2026, 10, 1), "import", "ended").Code.ShouldBe(0);
    }

    /// <summary>How many mails a run on the day wrote.</summary>
    private int Sweep(string day)
    {
        var before = Mails().Count;
        var run = _program.RunOn(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "run");
        run.Code.ShouldBe(0, run.Errors);
        return Mails().Count - before;
    }

    private List<string> Mails() => Directory.Exists(_program.Path("data/outbox"))
        ? [.. Directory.EnumerateFiles(_program.Path("data/outbox"), "*.eml").Select(File.ReadAllText)]
        : [];

    private List<string> Subjects() =>
    [
        .. Mails().Select(mail => mail.ReplaceLineEndings("\n").Replace("\n ", " ", StringComparison.Ordinal).Split('\n')
            .Single(line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..]).Order(StringComparer.Ordinal),
    ];

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
