using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Workplans;

/// <summary>What the cells of a plan say. A date that is projected always says so.</summary>
internal sealed class WorkplanWords(WorkplanReport report)
{
    private readonly RoleNames _roles = new(report.Rulebook.Vocabulary);
    private readonly HashSet<string> _itemEvents = [.. report.Rulebook.Vocabulary.Events.Where(kind => kind.Of is not null).Select(kind => kind.Name)];

    /// <summary>One sentence for the whole plan.</summary>
    public static string Headline(Workplan plan)
    {
        var counts = plan.Steps.CountBy(step => step.Standing).OrderBy(count => count.Key)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {Standing(count.Key)}"));
        return string.Create(CultureInfo.InvariantCulture, $"{plan.Steps.Length} steps: {string.Join(", ", counts)}.");
    }

    /// <summary>What is not in the plan; null where nothing is left out.</summary>
    public static string? LeftOut(Workplan plan) => plan.LeftOut == 0 ? null
        : string.Create(CultureInfo.InvariantCulture, $"{plan.LeftOut} {(plan.LeftOut == 1 ? "rule" : "rules")} of these that {(plan.LeftOut == 1 ? "does" : "do")} not apply to this review");

    /// <summary>What nobody recorded and the plan was asked to reckon with; null: nothing.</summary>
    public static string? Supposed(Workplan plan) => plan.Supposed.IsEmpty ? null
        : $"Supposed, and not recorded: {string.Join("; ", plan.Supposed.Select(one => $"{one.Says} on {Day(one.Day)}"))}. The dates of this plan hold only if it comes so.";

    public static string Standing(StepStanding standing) => standing switch
    {
        StepStanding.ToDo => "to do",
        StepStanding.Waiting => "waiting for something else",
        StepStanding.OnlyIf => "only if it comes to that",
        StepStanding.CannotTell => "that cannot be told",
        StepStanding.Done => "done",
        _ => "over",
    };

    /// <summary>The title, and what it comes anew for.</summary>
    public static string What(WorkStep step) => step switch
    {
        { Item: { } item } => $"{step.Rule.Title} ({item})",
        { Instance: not null and not "once" } => $"{step.Rule.Title} ({step.Instance})",
        { Instance: null, Rule.ForEach: ForEachItem } => $"{step.Rule.Title} (each {step.Each})",
        { Instance: null } => $"{step.Rule.Title} (each time)",
        _ => step.Rule.Title,
    };

    public string Who(WorkStep step) => step.Rule.Owner is { } owner ? PlainText.Capital(_roles.Of(owner)) : string.Empty;

    /// <summary>Its date, with what kind of date it is.</summary>
    public static string When(WorkStep step)
    {
        if (step.Kind is StepKind.Criterion)
        {
            return string.Empty;
        }

        if (step.On is { } on && step.Standing is StepStanding.Done)
        {
            return $"done {on}";
        }

        var doubt = step.Standing == StepStanding.CannotTell ? "if it applies: " : string.Empty;
        return step switch
        {
            { Standing: StepStanding.Done or StepStanding.Over } => string.Empty,
            { Kind: StepKind.Gate, On: { } at } => $"at {at}",
            { Due: { } due } => $"{doubt}due {due}{Aim(step.Target, due)}",
            { AskedFor: { } asked } => $"{doubt}asked for from {asked}",
            { Projected: { Due: { } due } dates } => $"projected: due {Day(due)}{Aim(dates.Target, DateInterval.On(due))}",
            { Projected.AskedFor: { } asked } => $"projected: asked for from {Day(asked)}",
            { Projected: { } dates } => $"projected: {(step.Kind == StepKind.Gate ? "by" : "from")} {Day(dates.Start)}",
            _ => string.Empty,
        };
    }

    /// <summary>What it waits for, each with the steps by which that is expected.</summary>
    public static string WaitsFor(WorkStep step)
    {
        // What no step brings is told only where nothing else would do.
        var isBrought = step.Awaits.Any(awaited => !awaited.Steps.IsEmpty);
        var events = string.Join("; or else ", step.Awaits.Where(awaited => !awaited.IsItem && (!isBrought || !awaited.Steps.IsEmpty)).Select(WaitsFor));
        var item = step.Awaits.FirstOrDefault(awaited => awaited.IsItem) is { } missing ? $"{missing.Says}: none is in the register yet" : string.Empty;
        return string.Join("; and for ", new[] { events, item }.Where(part => part.Length > 0));
    }

    /// <summary>What would settle what cannot be told.</summary>
    public static string Missing(WorkStep step) => step.MissingSays.IsEmpty || step.Standing != StepStanding.CannotTell ? string.Empty : $"To settle it: {string.Join("; ", step.MissingSays)}";

    /// <summary>What a person types to record that it was done; several lines where several events are needed or one of several will do.</summary>
    public ImmutableArray<string> Record(WorkStep step) => step.Standing is StepStanding.Done or StepStanding.Over
        ? []
        : [.. step.Meets.Select(one => $"dhr event add {report.Plan.Reference} {one.Event} DATE{Item(step, one)}{string.Concat(Attributes(one))}")];

    /// <summary>How the lines of <see cref="Record"/> belong together.</summary>
    public static string Between(WorkStep step) => step.Meets.Any(one => one.IsAlternative) ? " or " : " and ";

    /// <summary>In short, what a reader does next about the step: what is missing, else what it waits for, else what it asks.</summary>
    public static string Next(WorkStep step) =>
        Missing(step) is { Length: > 0 } missing ? missing
        : step.Standing == StepStanding.OnlyIf ? InFull(step)
        : step.Kind is StepKind.Gate or StepKind.Checklist ? Asks(step)
        : WaitsFor(step) is { Length: > 0 } waits ? $"Waits for {waits}"
        : Asks(step);

    /// <summary>In full: what is missing, what it waits for, and when it applies at all.</summary>
    public static string InFull(WorkStep step) => string.Join(". ", new[]
    {
        Missing(step),
        WaitsFor(step) is { Length: > 0 } waits ? $"Waits for {waits}" : string.Empty,
        step.Condition?.TrimEnd('.') ?? string.Empty,
    }.Where(part => part.Length > 0));

    /// <summary>What meets it, or when it holds.</summary>
    public static string Asks(WorkStep step) => step switch
    {
        { Standing: StepStanding.Done or StepStanding.Over } or { Kind: StepKind.Criterion } => string.Empty,
        { Kind: StepKind.Gate } => $"Holds when {step.Asks}",
        { Kind: StepKind.Checklist } => PlainText.Capital(step.Asks),
        _ => $"Met by {step.Asks}",
    };

    public string RestsOn(WorkStep step) =>
        string.Join("; ", new[] { PlainText.Capital(Provenance.Standing(step.Rule, report.Rulebook)) }.Concat(Where(step)));

    public IEnumerable<string> Where(WorkStep step) => Provenance.Passages(step.Rule, report.Rulebook).Select(passage => passage.Where).Distinct(StringComparer.Ordinal);

    private static string WaitsFor(AwaitedEvent awaited) => awaited.Steps switch
    {
        [] when awaited.Event is not null => awaited.IsOtherwise ? $"{awaited.Says}, if it comes to that" : $"{awaited.Says}, for which no rule here sets a day",
        [] => awaited.Says,
        var steps => $"{awaited.Says} ({(steps.Length == 1 ? "step" : "steps")} {Numbers(steps)}{(awaited.IsOtherwise ? ", if it comes so" : string.Empty)})",
    };

    private static string Numbers(IEnumerable<int> numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What has to be recorded with it, and choices that are open but should not be left out.</summary>
    private IEnumerable<string> Attributes(RecordedAs one) => one.Attributes.Select(pair => $" --attr {pair.Key}={pair.Value}")
        .Concat(report.Rulebook.Vocabulary.Events.Where(kind => kind.Name == one.Event).SelectMany(kind => kind.Attributes)
            .Where(type => type.Type == ValueKind.Choice && !one.Attributes.ContainsKey(type.Name))
            .Select(type => $" --attr {type.Name}={type.Name.ToUpperInvariant()}"));

    private string Item(WorkStep step, RecordedAs one) => _itemEvents.Contains(one.Event) ? $" --item {step.Item ?? "ID"}" : string.Empty;

    private static string Aim(DateOnly? target, DateInterval due) => target is { } day && day != due.Latest ? $" (aim for {Day(day)})" : string.Empty;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
