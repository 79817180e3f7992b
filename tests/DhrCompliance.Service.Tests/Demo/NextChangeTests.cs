using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Demo;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Service.Tests.Demo;

/// <summary>An assessment says on which day it must be looked at again: before that day, nothing may differ.</summary>
public sealed class NextChangeTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    private static readonly Lazy<CompiledRulebook> Rules = new(() => CompiledRulebook.Compile(RuleFiles.Read()));

    [Fact]
    public void Nothing_of_the_sample_borough_differs_before_its_next_change() => Hold(
        new CsvRegister(name => SampleBorough.Files(Day).GetValueOrDefault(name)), before: 500, after: 300);

    [Fact]
    public void Nothing_of_the_real_timelines_differs_before_its_next_change() => Hold(
        new CsvRegister(RealFile), before: 60, after: 250);

    private static void Hold(CsvRegister register, int before, int after)
    {
        var (quiet, days) = (0, 0);
        foreach (var reference in register.References)
        {
            var bound = Rules.Value.Bind(register.Case(reference));
            var planner = new NoticePlanner(Rules.Value.Rulebook);
            var today = Rules.Value.Assess(bound, Day.AddDays(-before));
            for (var day = Day.AddDays(-before); day < Day.AddDays(after); day = day.AddDays(1))
            {
                days++;
                var tomorrow = Rules.Value.Assess(bound, day.AddDays(1));
                var next = Sooner(today.NextChangeOn, planner.Plan(today, SentNotices.None, bound.File.Jurisdiction).NextOn);
                if (next is not { } change || change > day.AddDays(1))
                {
                    quiet++;
                    Said(tomorrow).ShouldBe(Said(today), $"{reference} on {day:o}: next change {next:o}");
                }

                today = tomorrow;
            }
        }

        // An assessment that is to be looked at again every day would hold this promise, and be of no use.
        quiet.ShouldBeGreaterThan(days / 2);
    }

    private static string Said(Assessment assessment) => string.Join('\n',
    [
        $"live {assessment.Live}, {string.Join(' ', assessment.Editions)}",
        .. assessment.Criteria.Select(row => $"{row.Rule.FullName} {row.Answer}"),
        .. assessment.Timescales.Select(row => $"{row.Rule.FullName} {row.Instance} {row.State}"),
        .. assessment.Checks.Select(row => $"{row.Rule.FullName} {row.Instance} {row.State}"),
    ]);

    private static DateOnly? Sooner(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;

    private static string? RealFile(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "DhrCompliance.sln")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder.FullName, "tests", "data", "real-timelines", name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
