using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Tests.Sweeps.Scheduling;
using static DhrCompliance.Service.Tests.Commands.Adoption.RulesOf;

namespace DhrCompliance.Service.Tests.Commands.Adoption;

/// <summary>The service that runs proposes what changes, goes on with what is in force, and takes up what is adopted without a restart.</summary>
public sealed class ServedAdoptionTests : IAsyncLifetime
{
    private const string Pack = $"rules/{Guidance}";
    private const string Other = "title: Decide if there is to be a review";

    private readonly RunningService _service = new RunningService("2026-10-05T05:00Z").WithReview();

    private TestProgram Program => _service.Program;

    private string LastSwept => Program.Ask("SELECT rulebook FROM sweeps ORDER BY row DESC LIMIT 1")!;

    private string? Waiting => Program.Ask("SELECT hash FROM rulebook_steps WHERE kind = 'proposed' ORDER BY row DESC LIMIT 1");

    public Task InitializeAsync()
    {
        Copy(Program);
        Program.Environment["DHR_Rules__PolicyLead"] = "lead@example.org";
        return _service.Start();
    }

    public Task DisposeAsync() => _service.DisposeAsync().AsTask();

    [Fact]
    public async Task A_changed_folder_waits_until_somebody_adopts_it_and_is_then_swept_under_at_once()
    {
        var first = InForce(Program).ShouldNotBeNull();
        Edit(Program, Pack, Title, Other);
        await _service.Step(TimeSpan.FromMinutes(3));
        var proposed = Waiting.ShouldNotBeNull();
        await _service.StepTo("2026-10-05T06:00Z");
        (LastSwept, _service.Sweeps.Count).ShouldBe((first, 2));
        File.Exists(Program.Path($"data/rule-pages/rules-{proposed[7..19]}.html")).ShouldBeTrue();
        await _service.Until(() => Mails("changed rules wait for adoption") == 1);

        Adopt(proposed).ShouldBe(ExitCode.Done);
        await _service.Step(TimeSpan.FromMinutes(2));
        (LastSwept, _service.Sweeps.Count).ShouldBe((proposed, 3));
        _service.Now.Sweep!.Report!.IsFull.ShouldBeTrue();
        await _service.Until(() => Mails("changed rules are in force") == 1);

        await _service.Step(TimeSpan.FromHours(2), TimeSpan.FromMinutes(5));
        (_service.Sweeps.Count, Mails("changed rules")).ShouldBe((3, 2));
    }

    [Fact]
    public async Task A_restart_with_bad_files_or_none_goes_on_with_the_last_good_rules()
    {
        var first = InForce(Program);
        await _service.Stop();
        Program.Write("rules/national/broken.yaml", "pack: [");
        await _service.Start();
        await _service.StepTo("2026-10-06T05:40Z", TimeSpan.FromMinutes(30));
        (LastSwept, _service.Now.Sweep!.Failure).ShouldBe((first!, null));
        Steps(Program).ShouldBe(["adopted folder", "refused folder"]);

        await _service.Stop();
        Directory.Delete(Program.Path("rules"), recursive: true);
        Program.Environment["DHR_Rules__Folder"] = Program.Path("rules");
        await _service.Start();
        await _service.StepTo("2026-10-07T05:40Z", TimeSpan.FromMinutes(30));
        (LastSwept, _service.Now.Sweep!.Failure).ShouldBe((first!, null));
    }

    [Fact]
    public async Task A_folder_that_is_still_being_copied_is_not_taken_for_a_change()
    {
        var files = Directory.EnumerateFiles(Program.Path("rules"), "*.yaml", SearchOption.AllDirectories).Order().ToList();
        foreach (var file in files)
        {
            // Every file is other than a moment ago, for several minutes; none of this makes a rulebook that anybody meant.
            File.AppendAllText(file, "\n# copied\n");
            await _service.Step(TimeSpan.FromMinutes(1));
        }

        Steps(Program).ShouldBe(["adopted folder"]);
        await _service.Step(TimeSpan.FromMinutes(2));
        Steps(Program).ShouldBe(["adopted folder", "proposed folder"]);
    }

    [Fact]
    public async Task What_was_taken_up_before_a_stop_is_taken_up_no_second_time_after_it()
    {
        Edit(Program, Pack, Title, Other);
        await _service.Step(TimeSpan.FromMinutes(3));
        await _service.Until(() => Mails("changed rules wait for adoption") == 1);
        await _service.Stop();
        await _service.Start();
        await _service.Step(TimeSpan.FromMinutes(5));
        Program.RunOn(new DateOnly(2026, 10, 5), "run").Code.ShouldBe(ExitCode.Done);

        Steps(Program).ShouldBe(["adopted folder", "proposed folder"]);
        Mails("changed rules").ShouldBe(1);

        // Adopted while it was down.
        await _service.Stop();
        Adopt(Waiting!).ShouldBe(ExitCode.Done);
        await _service.Start();
        LastSwept.ShouldBe(Waiting);
    }

    private int Mails(string about) => _service.Mails.Count(subject => subject.Contains(about, StringComparison.Ordinal));

    private int Adopt(string hash) => Program.RunOn(new DateOnly(2026, 10, 5), "rules", "adopt", hash, "--by", "J Smith").Code;
}
