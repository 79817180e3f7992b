using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Tests.Ledger;
using static DhrCompliance.Service.Tests.Commands.Adoption.RulesOf;

namespace DhrCompliance.Service.Tests.Commands.Adoption;

/// <summary>Changed rules take force when another person adopts them, and until then nothing changes.</summary>
public sealed class AdoptionTests : IDisposable
{
    private const string Pack = $"rules/{Guidance}";
    private const string Other = "title: Decide if there is to be a review";

    private readonly TestProgram _program = new();

    public AdoptionTests()
    {
        Copy(_program);
        _program.Environment["DHR_Rules__PolicyLead"] = "lead@example.org";
        _program.Environment["DHR_Post__Operator"] = "ops@example.org";
        _program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nborough,Borough Partnership,england,2026-01-01\n");
        _program.Write("in/cases.csv", "reference,partnership,kept-since\nBOR-2026-01,borough,\n");
        _program.Write("in/events.csv", "id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at\n,BOR-2026-01,,notified,2026-10-25,,,,\n");
        Done("import", "in");
    }

    private string LastSwept => _program.Ask("SELECT rulebook FROM sweeps ORDER BY row DESC LIMIT 1")!;

    public void Dispose() => _program.Dispose();

    [Fact]
    public void The_first_rulebook_is_adopted_by_being_the_first_and_it_is_recorded_who_swept()
    {
        InForce(_program).ShouldBeNull();
        Done("run", "--by", "A. Clerk");

        InForce(_program).ShouldBe(LastSwept);
        _program.Ask("SELECT kind || ' ' || source || ' ' || by_whom || ' ' || account || ' ' || detail FROM rulebook_steps")
            .ShouldBe("adopted folder A. Clerk tester The first rulebook of this register.");
        Done("run");
        Steps(_program).ShouldBe(["adopted folder"]);
    }

    [Fact]
    public void A_changed_folder_is_proposed_and_not_used_until_a_second_person_adopts_it()
    {
        Done("run");
        var first = LastSwept;
        Edit(_program, Pack, Title, Other);

        var run = _program.Run("run");
        (run.Code, LastSwept).ShouldBe((ExitCode.Done, first));
        var proposed = Waiting().ShouldHaveSingleItem();
        run.Errors.ShouldContain($"dhr rules adopt {proposed[7..19]} --by NAME");
        Steps(_program).ShouldBe(["adopted folder", "proposed folder"]);
        File.ReadAllText(_program.Path($"data/rule-pages/rules-{proposed[7..19]}.html")).ShouldContain("They are not in force");
        Told().ShouldBe([("lead@example.org", $"[DHR] changed rules wait for adoption ({proposed[7..19]})")]);

        Done("run");
        Told().Count.ShouldBe(1, "nobody is told twice");
        Steps(_program).Count.ShouldBe(2);
        Audited().ShouldBe(first);
        _program.Run("audit").Errors.ShouldContain("which wait for a person to adopt them");
        _program.Run("explain", "BOR-2026-01", "decide").Output.ShouldNotContain("Decide if there is to be a review");
        Audited("--rules", "rules").ShouldBe(proposed);
        _program.Run("audit", "--rules", "rules").Errors.ShouldContain("which are not in force");

        // What nobody else hears goes to the operator too: those are no mails about rules.
        Directory.EnumerateFiles(_program.Path("data/outbox"), "*.eml").Select(File.ReadAllText).Where(mail => mail.Contains("Subject: [DHR] ", StringComparison.Ordinal)).ShouldAllBe(
            mail => !mail.Contains("tester", StringComparison.Ordinal) && !mail.Contains("BOR-2026-01", StringComparison.Ordinal) && mail.Contains("dhr rules adopt", StringComparison.Ordinal));
        Done("rules", "adopt", proposed[7..15], "--by", "J  Smith").ShouldContain("is in force, in place of");
        InForce(_program).ShouldBe(proposed);
        _program.Ask("SELECT by_whom || '|' || account || '|' || source FROM rulebook_steps ORDER BY row DESC LIMIT 1").ShouldBe("J Smith|tester|folder");
        Done("run").ShouldContain("assessed, ");
        LastSwept.ShouldBe(proposed);
        Audited().ShouldBe(proposed);
        _program.Run("audit").Errors.ShouldBeEmpty();
        Directory.EnumerateFiles(_program.Path("data/outbox"), "*.eml").Select(File.ReadAllText).ShouldAllBe(mail => !mail.Contains("Smith", StringComparison.Ordinal));
        Told().Select(mail => mail.Subject).ShouldContain($"[DHR] changed rules are in force ({proposed[7..19]})");
        Done("ledger", "verify");
        Done("rules", "adopt", proposed[7..19], "--by", "J Smith").ShouldContain("in force already");
    }

    [Fact]
    public void Who_proposed_cannot_adopt_by_name_or_by_account_and_somebody_must_be_named()
    {
        Done("run");
        Edit(_program, Pack, Title, Other);
        Done("rules", "propose", "--by", "A Jones");
        var proposed = Waiting().ShouldHaveSingleItem();

        Refused(proposed, "A Jones").ShouldContain("A Jones proposed these rules, so another person adopts them");
        Refused(proposed, "  a   jones ").ShouldContain("another person");
        _program.Run("rules", "adopt", proposed).Errors.ShouldContain("Say who adopts: --by NAME");
        _program.Run("rules", "propose").Errors.ShouldContain("Say who proposes: --by NAME");
        Steps(_program).ShouldBe(["adopted folder", "proposed command"]);

        // The account stands for its person, whatever name is given.
        Edit(_program, Pack, Other, "title: Decide on a review");
        Done("rules", "propose", "--by", "tester");
        Refused(Waiting()[^1], "J Smith").ShouldContain("you are logged in as tester");
    }

    [Fact]
    public void What_is_adopted_is_what_was_proposed_whatever_lies_in_the_folder_by_then()
    {
        Done("run");
        Edit(_program, Pack, Title, Other);
        Done("rules", "propose", "--by", "A Jones");
        var proposed = Waiting().ShouldHaveSingleItem();
        Edit(_program, Pack, "within: 1 month", "within: 9 months");

        Done("rules", "adopt", proposed, "--by", "J Smith");
        Done("rules", "export", "adopted");
        File.ReadAllText(_program.Path($"adopted/{Guidance}")).ShouldContain(Other);
        File.ReadAllText(_program.Path($"adopted/{Guidance}")).ShouldNotContain("9 months");
        _program.Run("rules", "check", "--rules", "adopted").Output.ShouldContain(proposed, customMessage: "text from the register has the same hash");
        _program.Run("rules", "export", "adopted").Errors.ShouldContain("is not empty");
    }

    [Fact]
    public void A_later_proposal_takes_the_place_of_an_earlier_one_and_what_is_as_in_force_again_is_taken_back()
    {
        Done("run");
        var before = Edit(_program, Pack, Title, Other);
        Done("run");
        var one = Waiting().ShouldHaveSingleItem();
        Edit(_program, Pack, Other, "title: Decide on a review");
        Done("run");
        var two = Waiting().ShouldHaveSingleItem();
        two.ShouldNotBe(one);
        Refused(one, "J Smith").ShouldContain($"what waits is {two[7..19]}");
        Refused("ffffffffffff", "J Smith").ShouldContain("keeps no rulebook 'ffffffffffff'");

        _program.Write(Pack, before.ReplaceLineEndings("\r\n"));
        Done("run");
        Waiting().ShouldBeEmpty();
        Steps(_program)[^1].ShouldBe("withdrawn folder");
        Refused(two, "J Smith").ShouldContain("taken back");
        _program.Run("run").Errors.ShouldBeEmpty("line ends make no other rules");
    }

    [Fact]
    public void Earlier_rules_can_be_brought_back_and_the_folder_that_was_left_behind_is_not_proposed_again()
    {
        Done("run");
        var first = LastSwept;
        Edit(_program, Pack, Title, Other);
        Done("rules", "propose", "--by", "A Jones");
        var second = Waiting().ShouldHaveSingleItem();
        Done("run");
        Done("rules", "adopt", second, "--by", "J Smith");
        Done("run");

        Done("rules", "adopt", first[7..], "--by", "A Jones").ShouldContain("in force, in place of");
        var steps = Steps(_program).Count;
        var run = _program.Run("run");
        (LastSwept, run.Code).ShouldBe((first, ExitCode.Done));
        run.Errors.ShouldContain("which were in force before");
        (Steps(_program).Count, Waiting().Count).ShouldBe((steps, 0));
    }

    [Fact]
    public void A_proposal_that_was_made_over_other_rules_is_made_anew_before_it_can_be_adopted()
    {
        Done("run");
        Copy(_program, "changed");
        Edit(_program, $"changed/{Guidance}", Title, Other);
        Edit(_program, Pack, Title, "title: Decide on a review");
        Done("rules", "propose", "--with", "changed", "--by", "A Jones");
        var mine = Waiting()[0];
        Done("run");
        var folder = Waiting()[1];

        Done("rules", "adopt", mine, "--by", "J Smith");
        Refused(folder, "J Smith").ShouldContain("no longer says what they would do");
        Done("run");
        Done("rules", "adopt", folder, "--by", "J Smith");
        InForce(_program).ShouldBe(folder);
    }

    [Fact]
    public void On_check_what_is_good_takes_force_at_once_and_what_its_scenarios_do_not_expect_does_not()
    {
        Done("run");
        var first = LastSwept;
        _program.Environment["DHR_Rules__Adoption"] = "on-check";
        Edit(_program, Pack, "within: 1 month", "within: 40 days");
        var run = _program.Run("run");
        (run.Code, LastSwept).ShouldBe((ExitCode.BadInput, first));
        run.Errors.ShouldContain("not as expected. 'dhr rules test' shows each.");
        Steps(_program).ShouldBe(["adopted folder", "refused folder"]);

        Edit(_program, Pack, "within: 40 days", "within: 1 month");
        Edit(_program, Pack, Title, Other);
        Done("run");
        LastSwept.ShouldNotBe(first);
        Steps(_program).ShouldBe(["adopted folder", "refused folder", "proposed folder", "adopted folder"]);
        Told().Select(mail => mail.Subject[..26]).ShouldBe(["[DHR] changed rules are in", "[DHR] the rule files can b", "[DHR] the rule files canno"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("broken")]
    [InlineData("gone")]
    public void A_run_over_files_that_cannot_be_used_sweeps_under_the_last_good_rules_and_says_so(string how)
    {
        Done("run");
        var first = LastSwept;
        if (how == "broken")
        {
            _program.Write("rules/broken.yaml", "pack: [");
        }
        else
        {
            Directory.Move(_program.Path("rules"), _program.Path("elsewhere"));
            _program.Environment["DHR_Rules__Folder"] = _program.Path("rules");
        }

        var run = _program.RunOn(new DateOnly(2026, 11, 26), "run");
        (run.Code, LastSwept, _program.Ask("SELECT count(*) FROM sweeps")).ShouldBe((ExitCode.BadInput, first, "2"));
        run.Errors.ShouldContain(how == "broken" ? "cannot come into force: 'dhr rules check' names each." : "cannot be read.");
        Told().ShouldBe([("ops@example.org", "[DHR] the rule files cannot be used")]);
        _program.RunOn(new DateOnly(2026, 11, 27), "run");
        Told().Count.ShouldBe(1);
        _program.Run("audit", "--format", "json").Code.ShouldBe(ExitCode.Done);
        _program.Run("doctor").Output.ShouldContain($"in force  {first}");
    }

    [Fact]
    public void A_register_from_before_adoption_goes_on_with_the_rules_of_its_last_sweep()
    {
        var files = RulesFolder.Files(_program.Path("rules"));
        using (var ledger = LedgerDatabase.Open(_program.Path("data/register.db"), OpenMode.Write, new ManualClock()))
        {
            var rules = CompiledRulebook.Compile(RulesFolder.Read(_program.Path("rules")));
            new Sweep(ledger, rules, "from@example.org").Run(new DateOnly(2026, 11, 19), new Act("run", "old", "here", "1"), RulesFolder.Texts(files));
        }

        var old = LastSwept;
        Edit(_program, Pack, Title, Other);
        Audited().ShouldBe(old);
        Done("run");

        LastSwept.ShouldBe(old);
        Steps(_program).ShouldBe(["adopted folder", "proposed folder"]);
        InForce(_program).ShouldBe(old);
        Waiting().ShouldHaveSingleItem().ShouldNotBe(old);
    }

    [Fact]
    public void Everything_that_became_of_rules_is_shown_and_stays()
    {
        Done("run");
        Edit(_program, Pack, Title, Other);
        Done("rules", "propose", "--by", "A Jones");
        var shown = Done("rules", "proposals");
        shown.ShouldContain("Waits for a person other than A Jones: dhr rules adopt ");
        shown.ShouldContain("Nothing differs for any of ");
        Should.Throw<Exception>(() => _program.Tell("DELETE FROM rulebook_steps")).Message.ShouldContain("rows are never deleted");
        Done("ledger", "verify");
    }

    private string Done(params string[] arguments)
    {
        var run = _program.Run(arguments);
        run.Code.ShouldBe(ExitCode.Done, run.Errors + run.Output);
        return run.Output;
    }

    private string Refused(string hash, string by)
    {
        var run = _program.Run("rules", "adopt", hash, "--by", by);
        (run.Code, run.Output).ShouldBe((ExitCode.Usage, ""));
        return run.Errors.ReplaceLineEndings(" ");
    }

    private string Audited(params string[] more) =>
        JsonDocument.Parse(_program.Run(["audit", "--format", "json", .. more]).Output).RootElement.GetProperty("rulebook").GetProperty("hash").GetString()!;

    private List<string> Waiting() =>
        [.. JsonDocument.Parse(Done("rules", "proposals", "--format", "json")).RootElement.GetProperty("waiting").EnumerateArray().Select(hash => hash.GetString()!)];

    private List<(string To, string Subject)> Told() => Directory.Exists(_program.Path("data/outbox"))
        ? [.. Directory.EnumerateFiles(_program.Path("data/outbox"), "*.eml").Select(file => File.ReadAllText(file).ReplaceLineEndings("\n").Replace("\n ", " ", StringComparison.Ordinal))
            .Select(mail => (Header(mail, "To").Trim('<', '>'), Header(mail, "Subject"))).Where(mail => mail.Item2.StartsWith("[DHR] ", StringComparison.Ordinal))]
        : [];

    private static string Header(string mail, string name) =>
        mail.Split('\n').First(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))[(name.Length + 2)..];
}
