using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Workplans;

/// <summary>A plan as one table with everything in it: a row a step. Dates that are projected have columns of their own.</summary>
public static class WorkplanTable
{
    /// <summary>The columns.</summary>
    public static ImmutableArray<Column> Columns { get; } =
    [
        new("case"), new("step", ColumnKind.Number), new("stage"), new("kind"), new("standing"), new("rule"), new("instance"), new("what"), new("owner"), new("state", ColumnKind.State),
        new("started", ColumnKind.Date), new("due", ColumnKind.Date), new("target", ColumnKind.Date), new("asked for", ColumnKind.Date), new("done on", ColumnKind.Date),
        new("projected start", ColumnKind.Date), new("projected due", ColumnKind.Date), new("projected target", ColumnKind.Date), new("projected asked for", ColumnKind.Date),
        new("waits for steps"), new("waits for"), new("condition"), new("asks"), new("to record"), new("to settle it"),
        new("force"), new("basis"), new("verified"), new("source"),
    ];

    /// <summary>The plan's table.</summary>
    public static Table Of(WorkplanReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var words = new WorkplanWords(report);
        var stages = report.Plan.Stages.ToDictionary(stage => stage.Event ?? string.Empty, stage => stage.Title, StringComparer.Ordinal);
        var packs = report.Rulebook.Packs.Where(pack => !pack.Verified).Select(pack => pack.Id).ToHashSet(StringComparer.Ordinal);
        return new Table
        {
            Title = $"Work plan of {report.Plan.Reference} as of {DateWords.Day(report.Plan.AsOf)}",
            Columns = Columns,
            Rows = report.Plan.Steps.Select(step => Row(step, report.Plan.Reference, words, stages[step.Stage ?? string.Empty], step.Rule.Verified && !packs.Contains(step.Rule.Pack))),
        };
    }

    private static ImmutableArray<string> Row(WorkStep step, string reference, WorkplanWords words, string stage, bool isVerified) =>
    [
        reference, step.Number.ToString(CultureInfo.InvariantCulture), stage, Words.Of(step.Kind), Words.Of(step.Standing), step.Rule.FullName, step.Instance ?? string.Empty,
        WorkplanWords.What(step), step.Rule.Owner ?? string.Empty, step.State,
        Text(step.Started), Text(step.Due), Text(step.Target), Text(step.AskedFor), Text(step.On),
        Text(step.Projected?.Start), Text(step.Projected?.Due), Text(step.Projected?.Target), Text(step.Projected?.AskedFor),
        string.Join(' ', step.Awaits.SelectMany(awaited => awaited.Steps).Distinct().Order().Select(number => number.ToString(CultureInfo.InvariantCulture))),
        WorkplanWords.WaitsFor(step), step.Condition ?? string.Empty, step.Asks, string.Join(WorkplanWords.Between(step), words.Record(step)), string.Join("; ", step.MissingSays),
        Words.Of(step.Rule.Force), Words.Of(step.Rule.Basis), isVerified ? "yes" : "no", string.Join("; ", words.Where(step)),
    ];

    private static string Text(DateInterval? date) => date?.ToString() ?? string.Empty;

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;
}
