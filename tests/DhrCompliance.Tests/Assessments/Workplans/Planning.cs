using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Tests.Assessments.Workplans;

/// <summary>Plans of small cases, and a plan as text.</summary>
internal static class Planning
{
    public static Workplan Plan(CaseFile file, string asOf, params Rule[] rules) =>
        WorkplanMaker.Of(file, CompiledRulebook.Compile(Bench.Rulebook(rules)), Bench.Day(asOf));

    public static WorkStep Step(this Workplan plan, string id) => plan.Steps.Single(step => step.Rule.Id == id);

    /// <summary>A line a step: number, standing, rule, state, dates, and what it waits for.</summary>
    public static string Text(Workplan plan)
    {
        var stages = plan.Stages.Select(stage => $"stage {stage.Event ?? "none"}: {stage.Title}{(stage.On is { } on ? $" on {on}" : "")}{(stage.Projected is { } day ? $" projected {Day(day)}" : "")}");
        var steps = plan.Steps.Select(step => string.Join(" | ", new[]
        {
            step.Number.ToString(CultureInfo.InvariantCulture), step.Stage ?? "none", Words.Of(step.Kind), Words.Of(step.Standing),
            $"{step.Rule.FullName}{(step.Instance is "once" ? "" : $" ({step.Instance ?? $"each {step.Each}"})")}", step.State,
            string.Join(", ", Dates(step)), string.Join("; ", step.Awaits.Select(Waits)), step.Asks,
        }));
        var assumed = plan.Assumed.Select(one => $"assumed {Day(one.Day)}: {one.Says}, as {one.Rule} is met");
        return string.Join('\n', [$"Work plan of {plan.Reference} as of {Day(plan.AsOf)}", .. stages, .. steps, .. assumed, ""]);
    }

    private static IEnumerable<string> Dates(WorkStep step)
    {
        if (step.On is { } on)
        {
            yield return $"on {on}";
        }

        if (step.Due is { } due)
        {
            yield return $"due {due}";
        }

        if (step.AskedFor is { } asked)
        {
            yield return $"asked for {asked}";
        }

        if (step.Projected is { } dates)
        {
            yield return $"projected from {Day(dates.Start)}{(dates.Due is { } later ? $" due {Day(later)}" : "")}{(dates.AskedFor is { } ask ? $" asked for {Day(ask)}" : "")}";
        }
    }

    private static string Waits(AwaitedEvent awaited) =>
        $"{awaited.Says}{(awaited.Steps.IsEmpty ? "" : $" by {string.Join(',', awaited.Steps)}")}{(awaited.IsOtherwise ? " otherwise" : "")}{(awaited.IsItem ? " item" : "")}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
