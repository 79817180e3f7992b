using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Workplans;

/// <summary>A plan as people read it: a table a stage, then what comes only if it comes to that, and what no rule sets a day for.</summary>
internal static class WorkplanTables
{
    /// <summary>A table for each stage, and one for what may never come. On a page each row says what it rests on, too.</summary>
    public static IEnumerable<Table> Stages(WorkplanReport report, bool onPage)
    {
        var steps = report.Plan.Steps.Where(step => step.Standing != StepStanding.OnlyIf).ToLookup(step => step.Stage);
        foreach (var stage in report.Plan.Stages.Where(stage => steps[stage.Event].Any()))
        {
            yield return Of($"{stage.Title}{On(stage)}", steps[stage.Event], report, onPage);
        }

        var others = report.Plan.Steps.Where(step => step.Standing == StepStanding.OnlyIf).ToList();
        if (others.Count > 0)
        {
            yield return Of("Only if it comes to that", others, report, onPage);
        }
    }

    /// <summary>What steps wait for and no step brings.</summary>
    public static Table Undated(WorkplanReport report) => new()
    {
        Title = "Waited for, and no rule here sets a day: agree one",
        Columns = [new("what"), new("steps that wait for it")],
        Rows = report.Plan.Steps.Where(step => step is { Standing: StepStanding.Waiting, Projected: null, Kind: not StepKind.Checklist } && !step.Awaits.Any(awaited => !awaited.Steps.IsEmpty))
            .SelectMany(step => step.Awaits.Where(awaited => awaited.Steps.IsEmpty && !awaited.IsOtherwise && IsOfTheReview(awaited.Event, report)).Select(awaited => (awaited.Says, step.Number)))
            .GroupBy(one => one.Says, StringComparer.Ordinal)
            .Select(same => ImmutableArray.Create(English(same.Key), string.Join(", ", same.Select(one => one.Number.ToString(CultureInfo.InvariantCulture)).Distinct()))),
    };

    /// <summary>What a person types when a step is done.</summary>
    public static Table ToRecord(WorkplanReport report)
    {
        var words = new WorkplanWords(report);
        return new Table
        {
            Title = "What to record when a step is done",
            Columns = [new("step", ColumnKind.Number), new("what"), new("command; words in capitals are yours to fill in")],
            Rows = report.Plan.Steps.Where(step => !words.Record(step).IsEmpty).Select(step => ImmutableArray.Create(
                step.Number.ToString(CultureInfo.InvariantCulture), WorkplanWords.What(step), string.Join(WorkplanWords.Between(step), words.Record(step)))),
        };
    }

    /// <summary>What the projected dates rest on.</summary>
    public static Table Assumed(WorkplanReport report) => new()
    {
        Title = "What the projected dates take to happen",
        Columns = [new("day", ColumnKind.Date), new("what"), new("because this is met on its date")],
        Rows = report.Plan.Assumed.Select(one => ImmutableArray.Create(
            one.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), English(one.Says), report.Plan.Steps.FirstOrDefault(step => step.Rule.FullName == one.Rule)?.Rule.Title ?? one.Rule)),
    };

    private static Table Of(string title, IEnumerable<WorkStep> steps, WorkplanReport report, bool onPage)
    {
        var words = new WorkplanWords(report);
        ImmutableArray<Column> columns = [new("step", ColumnKind.Number), new("what"), new("who"), new("when"), new("state", ColumnKind.State)];
        return new Table
        {
            Title = title,
            Columns = onPage ? [.. columns, new("what it waits for, and what meets it"), new("rests on")] : [.. columns, new("what it waits for, or what meets it")],
            Rows = steps.Select(step =>
            {
                ImmutableArray<string> row =
                [
                    step.Number.ToString(CultureInfo.InvariantCulture), WorkplanWords.What(step), onPage ? words.Who(step) : step.Rule.Owner ?? string.Empty,
                    WorkplanWords.When(step), onPage || step.Standing is not (StepStanding.Waiting or StepStanding.OnlyIf) ? step.State : string.Empty,
                ];
                return onPage
                    ? [.. row, string.Join(". ", new[] { WorkplanWords.InFull(step), WorkplanWords.Asks(step) }.Where(part => part.Length > 0)), words.RestsOn(step)]
                    : row.Add(WorkplanWords.Next(step));
            }),
        };
    }

    // What happens to an item comes with the item.
    private static bool IsOfTheReview(string? word, WorkplanReport report) => report.Rulebook.Vocabulary.Events.Any(kind => kind.Name == word && kind.Of is null);

    private static string On(WorkStage stage) => (stage.On, stage.Projected) switch
    {
        ({ } on, _) => $" ({DateWords.When(on)})",
        (_, { } day) => $" (projected: {DateWords.Day(day)})",
        _ => string.Empty,
    };

    private static string English(string text) => Board.PlainText.Capital(text);
}
