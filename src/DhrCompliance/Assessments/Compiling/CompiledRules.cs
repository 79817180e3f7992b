using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>A pack with its rules compiled, in the order of the file.</summary>
internal sealed record CompiledPack(
    Pack Pack,
    ImmutableArray<EventShape> GovernedBy,
    ImmutableArray<CompiledCriterion> Criteria,
    ImmutableArray<CompiledTimescale> Timescales,
    ImmutableArray<CompiledCheck> Checks)
{
    /// <summary>The series whose editions follow each other; null for a pack that stands alone. So does a draft of which nobody knows when it will begin: it is assessed beside the law in force.</summary>
    public string? Series => Pack is { Status: PackStatus.Draft, Governs: null or { From: null } } ? null : Pack.Series;
}

/// <summary>The editions of a series.</summary>
/// <param name="Editions">In the order in which they began.</param>
/// <param name="By">The events whose date decides among them.</param>
internal sealed record CompiledSeries(ImmutableArray<CompiledPack> Editions, ImmutableArray<EventShape> By)
{
    public static CompiledSeries Of(ImmutableArray<CompiledPack> editions) => new(
        editions,
        editions[^1].GovernedBy.IsEmpty ? [.. editions.SelectMany(pack => pack.GovernedBy).Distinct()] : editions[^1].GovernedBy);
}

/// <summary>What every compiled rule has.</summary>
internal sealed class RuleFrame(Rule rule, ConditionCompiler conditions, Slots slots, Relations relations)
{
    public Rule Rule { get; } = rule;

    /// <summary>What it tightens or departs from, as reasons.</summary>
    public ImmutableArray<Reason> RestsOn { get; } = relations.Of(rule);

    /// <summary>The rules that depart from it, with their packs.</summary>
    public ImmutableArray<(string Pack, Reason Reason)> DepartedBy { get; } = relations.Departures(rule);

    public Test? AppliesWhen { get; } = rule.AppliesWhen is null ? null : conditions.Compile(rule.AppliesWhen, (rule.ForEach as ForEachItem)?.ItemKind);

    public Test? WaivedBy { get; } = rule.WaivedBy is null ? null : conditions.Compile(rule.WaivedBy, (rule.ForEach as ForEachItem)?.ItemKind);

    public string WaiverTitle { get; } = rule.WaivedBy is Named named
        ? slots.Vocabulary.Conditions.FirstOrDefault(condition => condition.Name == named.Name)?.Title ?? named.Name
        : "a recorded ground";

    public CompiledPattern? EachEvent { get; } = rule.ForEach is ForEachEvent each ? slots.Pattern(each.Event) : null;

    public Recurrence? EachPeriod { get; } = (rule.ForEach as ForEachPeriod)?.Period;

    public int EachItem { get; } = rule.ForEach is ForEachItem each ? slots.ItemKind(each.ItemKind) : -1;

    /// <summary>Judged once, and not for each event or item.</summary>
    public bool IsOnce { get; } = rule.ForEach is null;

    public Test? ItemWhere { get; } = rule.ForEach is ForEachItem { Where: { } where } item ? conditions.Compile(where, item.ItemKind) : null;

    public string ItemKindName { get; } = (rule.ForEach as ForEachItem)?.ItemKind ?? "";

    public ImmutableArray<EventShape> GovernedBy { get; } = [.. (rule.Governs?.By ?? []).Select(slots.Event)];
}

/// <summary>A criterion, compiled.</summary>
internal sealed record CompiledCriterion(Criterion Rule, RuleFrame Frame, Test When);

/// <summary>A check, compiled.</summary>
internal sealed record CompiledCheck(Check Rule, RuleFrame Frame, Test? Require, ImmutableArray<CompiledPattern> Order, CompiledPattern? At, CompiledPattern? From, CompiledPattern? SignedBy);

/// <summary>Which day of an instance's period is meant.</summary>
internal enum PeriodDay
{
    None,
    First,
    Last,
}

/// <summary>What starts a clock, compiled: a pattern, or a date of the instance itself.</summary>
/// <param name="Event">The pattern; null for an own date.</param>
/// <param name="Name">The word shown.</param>
/// <param name="Attribute">The place of the attribute of the instance's event; -1 otherwise.</param>
/// <param name="Fact">The slot of the fact of the instance's item; -1 otherwise.</param>
/// <param name="Day">The day of the instance's period.</param>
internal readonly record struct CompiledStart(CompiledPattern? Event, string Name, int Attribute, int Fact, PeriodDay Day = PeriodDay.None)
{
    /// <summary>The rule that starts the clock by falling overdue; null: none does.</summary>
    public CompiledOverdue? Overdue { get; init; }

    /// <summary>The event that the instance's item belongs to, whose day or attribute it is; null: it is a date of the instance itself.</summary>
    public CompiledRound? Round { get; init; }
}

/// <summary>A rule that starts another's clock by falling overdue.</summary>
/// <param name="Name">As it is named.</param>
/// <param name="Title">What a person calls it, where that tells nothing sensitive.</param>
/// <param name="Rules">The full names of the rules meant: one, or one for each edition.</param>
internal sealed record CompiledOverdue(string Name, string Title, ImmutableArray<string> Rules);

/// <summary>Where a date that someone set is found, compiled.</summary>
internal readonly record struct CompiledDate(EventShape? Event, string Name, int Attribute, int Fact, PeriodDay Day = PeriodDay.None)
{
    /// <summary>The event that the instance's item belongs to, whose attribute it is; null: it is a date of the instance itself.</summary>
    public CompiledRound? Round { get; init; }
}

/// <summary>A step of a path by its day.</summary>
internal readonly record struct PathDay(int Offset, int Every);

/// <summary>A timescale, compiled.</summary>
internal sealed class CompiledTimescale
{
    public required Timescale Rule { get; init; }

    public required RuleFrame Frame { get; init; }

    public required ImmutableArray<CompiledStart> Starts { get; init; }

    public required ImmutableArray<CompiledDate> Dates { get; init; }

    public required ImmutableArray<CompiledPattern> MetBy { get; init; }

    /// <summary>True: met on the latest of all; false: on the earliest of any.</summary>
    public required bool MetByAll { get; init; }

    /// <summary>For each pattern of <see cref="MetBy"/> and each start: the event cannot come before the start.</summary>
    public required ImmutableArray<ImmutableArray<bool>> NeverBeforeStart { get; init; }

    public required CompiledPattern? ExtendedBy { get; init; }

    public required ImmutableArray<CompiledPattern> EndsWith { get; init; }

    /// <summary>Days before the due date from which it is due soon.</summary>
    public required int SoonDays { get; init; }

    public required ImmutableArray<PathDay> PathDays { get; init; }

    public required LimitTerms? Terms { get; init; }

    /// <summary>0: it rests on no other rule; otherwise one more than the highest of those whose lateness starts it.</summary>
    public required int Rank { get; init; }

    /// <summary>The length of the limit as reasons show it.</summary>
    public required string? LengthText { get; init; }

    /// <summary>The event whose next one is the due date; null: none.</summary>
    public required CompiledPattern? Next { get; init; }

    /// <summary>After what an outstanding duty is asked for.</summary>
    public required LimitTerms? AskAfter { get; init; }
}
