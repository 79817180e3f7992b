using System.Diagnostics;
using System.Text;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Tests.Ledger;
using static DhrCompliance.Service.Tests.Commands.Adoption.RulesOf;

namespace DhrCompliance.Service.Tests.Commands.Adoption;

/// <summary>Which rulebook a sweep uses when another comes into force beside it, and what can be done where the one in force cannot be read.</summary>
public sealed class InForceTests : IDisposable
{
    private static readonly Act Someone = new("test", "tester", "here", "1");

    private readonly TestProgram _program = new();

    public InForceTests() => Copy(_program);

    private string Register => _program.Path("data/register.db");

    public void Dispose() => _program.Dispose();

    [Fact]
    public void A_rulebook_adopted_between_the_reading_of_the_rules_and_the_sweep_is_the_one_that_it_uses()
    {
        _program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nborough,Borough Partnership,england,2026-01-01\n");
        _program.Run("import", "in").Code.ShouldBe(ExitCode.Done);
        _program.Run("run").Code.ShouldBe(ExitCode.Done);
        Edit(_program, $"rules/{Guidance}", Title, "title: Decide if there is to be a review");
        _program.Run("rules", "propose", "--by", "A Jones").Code.ShouldBe(ExitCode.Done);
        var proposed = _program.Ask("SELECT hash FROM rulebook_steps WHERE kind = 'proposed'")!;
        var real = new RulesInForce(SettingsReader.Read(new SettingOptions(), new Surroundings(_program.Environment, _program.Folder, PathsAlone.Folder)), Someone, "tester").Source;
        var readings = 0;

        using var ledger = LedgerDatabase.Open(Register, OpenMode.Write, new ManualClock());
        new GoverningSweep(ledger, real with { Now = Read }, "from@example.org").Run(new DateOnly(2026, 11, 20), Someone, full: false, default);

        readings.ShouldBe(2);
        _program.Ask("SELECT rulebook FROM sweeps ORDER BY row DESC LIMIT 1").ShouldBe(proposed);

        RulesNow Read(LedgerDatabase from)
        {
            var rules = real.Now(from);
            if (readings++ == 0)
            {
                _program.Run("rules", "adopt", proposed, "--by", "J Smith").Code.ShouldBe(ExitCode.Done);
            }

            return rules;
        }
    }

    [Fact]
    public void Rules_in_force_that_this_program_cannot_read_are_told_and_others_can_be_proposed_and_adopted()
    {
        const string Words = "words-of-an-earlier-time: []\n";
        var old = RulebookReader.HashOf([new RuleFile("vocabulary.yaml", Encoding.UTF8.GetBytes(Words))]);
        using (var ledger = LedgerDatabase.Open(Register, OpenMode.Create, new ManualClock()))
        {
            using var writer = ledger.Write(Someone);
            writer.AppendRulebook(old, [("vocabulary.yaml", Words)], []);
            writer.AppendRulebookStep(new RulebookStep { Kind = RulebookStep.Adopted, Source = RulebookStep.Folder, Content = old, Hash = old, By = "old", Account = "old", Detail = "" });
            writer.Commit();
        }

        var run = _program.Run("run");
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain($"The rulebook {old} in the register cannot be used by this version of the program");
        var proposed = _program.Ask("SELECT hash FROM rulebook_steps WHERE kind = 'proposed'").ShouldNotBeNull();
        File.ReadAllText(_program.Path($"data/rule-pages/rules-{proposed[7..19]}.html")).ShouldContain("What they change is not known");

        _program.Run("rules", "adopt", proposed, "--by", "J Smith").Output.ShouldContain("What they change is not known");
        _program.Run("run").Code.ShouldBe(ExitCode.Done);
        _program.Ask("SELECT rulebook FROM sweeps").ShouldBe(proposed);
    }

    [Fact]
    public void A_page_that_was_lost_or_never_written_is_written_by_the_next_look()
    {
        LedgerDatabase.Open(Register, OpenMode.Create, new ManualClock()).Dispose();
        _program.Run("run").Code.ShouldBe(ExitCode.Done);
        Edit(_program, $"rules/{Guidance}", Title, "title: Decide if there is to be a review");
        _program.Run("run").Code.ShouldBe(ExitCode.Done);
        var page = Directory.EnumerateFiles(_program.Path("data/rule-pages")).ShouldHaveSingleItem();
        File.Delete(page);

        _program.Run("run").Code.ShouldBe(ExitCode.Done);

        File.ReadAllText(page).ShouldContain("They are not in force");
        Steps(_program).ShouldBe(["adopted folder", "proposed folder"]);
    }

    [Fact]
    public void The_rules_that_ship_never_take_the_place_of_ones_own_by_themselves()
    {
        LedgerDatabase.Open(Register, OpenMode.Create, new ManualClock()).Dispose();
        Edit(_program, $"rules/{Guidance}", Title, "title: Decide if there is to be a review");
        _program.Environment["DHR_Rules__Adoption"] = "on-check";
        _program.Run("run").Code.ShouldBe(ExitCode.Done);
        var own = InForce(_program);

        // As when a disk is not mounted yet: what is found now is what lies beside the executable.
        Directory.Move(_program.Path("rules"), _program.Path("away"));
        _program.Run("run").Code.ShouldBe(ExitCode.Done);
        _program.Run("run").Code.ShouldBe(ExitCode.Done);
        (InForce(_program), Steps(_program)[^1], Steps(_program).Count).ShouldBe((own, "proposed folder", 2));

        Directory.Move(_program.Path("away"), _program.Path("rules"));
        _program.Run("run").Code.ShouldBe(ExitCode.Done);
        (InForce(_program), Steps(_program)[^1]).ShouldBe((own, "withdrawn folder"));
    }

    [Fact]
    public void The_owner_of_a_file_is_known_by_name_but_for_the_administrator_and_only_plain_files_are_plain()
    {
        var file = _program.Path($"rules/{Guidance}");
        FileOwner.Of(file).ShouldBe(System.Environment.UserName == "root" ? null : System.Environment.UserName);
        FileOwner.Of(_program.Path("missing")).ShouldBeNull();
        FileOwner.IsPlain(file).ShouldBeTrue();
        File.CreateSymbolicLink(_program.Path("link.yaml"), file);
        FileOwner.IsPlain(_program.Path("link.yaml")).ShouldBeFalse();
        using var pipe = Process.Start("mkfifo", _program.Path("pipe.yaml"));
        pipe.WaitForExit();
        FileOwner.IsPlain(_program.Path("pipe.yaml")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("A Jones", "A Jones", true)]
    [InlineData("A Jones", "a  JONES ", true)]
    [InlineData("A Jones, B Brown", "B Brown", true)]
    [InlineData("A Jones", "A Jone", false)]
    [InlineData("", "A Jones", false)]
    public void A_proposer_is_known_by_name_whatever_the_blanks_and_capitals(string proposers, string name, bool isOne) =>
        Proposers.IsOne(proposers, name).ShouldBe(isOne);
}
