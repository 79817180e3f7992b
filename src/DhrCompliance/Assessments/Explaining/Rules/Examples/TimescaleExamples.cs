using DhrCompliance.Rulebooks;
using static DhrCompliance.Assessments.Explaining.DateWords;

namespace DhrCompliance.Assessments.Explaining.Rules.Examples;

/// <summary>Worked examples of a duty with a clock, from a start to the first day overdue.</summary>
internal static class TimescaleExamples
{
    // Far enough for what starts only when another is late.
    private const int YearsAhead = 6;

    public static IEnumerable<RuleExample> Of(Timescale rule, Pack pack, CompiledRulebook compiled, Phrases phrases)
    {
        var dated = rule is { Limit: NextEvent } or { Limit: ByDate, ForEach: not ForEachPeriod };
        foreach (var day in ExampleDays.For(rule, pack, compiled.Rulebook).Take(rule is { Limit: Within } or { ForEach: ForEachPeriod } ? int.MaxValue : 1))
        {
            if (dated && On(rule, pack, day, compiled, phrases, withDate: false) is { } undated)
            {
                yield return undated;
            }

            if (On(rule, pack, day, compiled, phrases, withDate: true) is { } example)
            {
                yield return example;
            }
        }
    }

    // What nobody recorded may have happened before the register was kept, unless the review had not begun by then.
    private static RuleExample? On(Timescale rule, Pack pack, DateOnly day, CompiledRulebook compiled, Phrases phrases, bool withDate) =>
        On(rule, pack, day, compiled, phrases, withDate, begun: false) ?? On(rule, pack, day, compiled, phrases, withDate, begun: true);

    private static RuleExample? On(Timescale rule, Pack pack, DateOnly day, CompiledRulebook compiled, Phrases phrases, bool withDate, bool begun)
    {
        var made = new ExampleCase(compiled.Rulebook);
        ExampleMaker.Start(made, rule, day, compiled.Rulebook);
        if (begun)
        {
            made.Begin(day);
        }

        if (withDate)
        {
            ExampleMaker.SetDate(made, rule, day);
        }

        var bound = compiled.Bind(ExampleMaker.File(made, rule, pack, day));
        if (Row(day.AddYears(YearsAhead), null) is not { Started: { IsDay: true } started } row)
        {
            return null;
        }

        var example = new RuleExample { Recorded = [.. made.Told(phrases)], Outcome = string.Empty, Started = started.Earliest };
        if (row is { State: TimescaleState.Outstanding, AskedFor: { IsDay: true } asked })
        {
            return example with { AskedFor = asked.Earliest, Outcome = $"The clock starts on {Day(started.Earliest)}. It is outstanding, never late, and is asked for on {Day(asked.Earliest)}." };
        }

        if (row.Due is not { IsDay: true } last)
        {
            return null;
        }

        var (due, next) = (last.Earliest, last.Earliest.AddDays(1));
        return Row(due, row.Instance)?.State is TimescaleState.Overdue || Row(next, row.Instance)?.State is not TimescaleState.Overdue
            ? null
            : example with
            {
                Due = due,
                Target = row.Target,
                FirstOverdue = next,
                Outcome = string.Join(' ', [$"The clock starts on {Day(started.Earliest)}.", .. row.Because.Where(Counts).Select(Reckoned), $"It is overdue from {Day(next)}."]),
            };

        // That a person set it, as the reason says, is not so of a day of the period.
        string Reckoned(Reason reason) => reason.Template is ReasonTemplate.DueSet && rule.ForEach is ForEachPeriod
            ? $"It is due by {Day(due)}."
            : Sentences.Of(reason, compiled.Rulebook.Vocabulary);

        TimescaleResult? Row(DateOnly asOf, string? instance) => compiled.Assess(bound, asOf).Timescales
            .FirstOrDefault(row => row.Rule.FullName == rule.FullName && (instance is null || row.Instance == instance));
    }

    private static bool Counts(Reason reason) => reason.Template is ReasonTemplate.DueFrom or ReasonTemplate.DueClamped or ReasonTemplate.DueSet
        or ReasonTemplate.DueNext or ReasonTemplate.WorkingDayTarget or ReasonTemplate.Floor or ReasonTemplate.Provisional
        or ReasonTemplate.DueRoundedUp or ReasonTemplate.DueCountedIn or ReasonTemplate.DueRolled;
}
