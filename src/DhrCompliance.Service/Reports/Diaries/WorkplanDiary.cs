using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Diaries;
using DhrCompliance.Service.Reports.Workplans;

namespace DhrCompliance.Service.Reports.Diaries;

/// <summary>A work plan's dates as days to note; those that are only projected say so and are tentative.</summary>
public static class WorkplanDiary
{
    public static Diary Of(WorkplanReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var maker = new DiaryMaker(report.Rulebook);
        return new() { Name = $"Work plan of {report.Plan.Reference}", AsOf = report.Plan.AsOf, Entries = [.. report.Plan.Steps.Select(step => Entry(step, report, maker)).OfType<DiaryEntry>()] };
    }

    private static DiaryEntry? Entry(WorkStep step, WorkplanReport report, DiaryMaker maker)
    {
        if (step.Standing is StepStanding.Done or StepStanding.Over || Sensitivity.Tells(step.Rule, report.Rulebook.Vocabulary)
            || Dated(step) is not var (day, how, isProjected))
        {
            return null;
        }

        return new()
        {
            Key = maker.KeyOf(report.Plan.Reference, step.Rule, step.Instance ?? "once"),
            Day = day,
            Title = $"{report.Plan.Reference}: {(isProjected ? "projected: " : "")}{Explanation.Title(step.Rule, "once", step.Item)}",
            Text = $"{how}\n{maker.Whose(step.Rule)}",
            Category = isProjected ? "projected" : "due",
            IsTentative = isProjected,
        };
    }

    private static (DateOnly Day, string How, bool IsProjected)? Dated(WorkStep step) => step switch
    {
        { Due: { HasEarliest: true } due } => (due.Earliest, due.IsDay ? $"Due {DateWords.Day(due.Earliest)}." : "The date is not certain: this is the first it can be.", !due.IsDay),
        { AskedFor: { HasEarliest: true } asked } => (asked.Earliest, $"No limit is stated: it is asked for from {DateWords.Day(asked.Earliest)}.", true),
        { Projected.Due: { } due } => (due, $"No limit: due {DateWords.Day(due)} if each duty before it is met exactly on its own date.", true),
        { Projected.AskedFor: { } asked } => (asked, $"No limit: asked for from {DateWords.Day(asked)} if each duty before it is met exactly on its own date.", true),
        _ => null,
    };
}
