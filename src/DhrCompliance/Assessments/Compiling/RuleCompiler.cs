using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>Packs by word to packs by slot.</summary>
internal sealed class RuleCompiler(Slots slots, Rulebook rulebook)
{
    private const int SoonWithoutPath = 14;

    private readonly Chains _chains = new(rulebook);
    private readonly Relations _relations = new(rulebook);
    private readonly ConditionCompiler _conditions = new(slots);

    public CompiledPack Compile(Pack pack) => new(
        pack,
        [.. (pack.Governs?.By ?? []).Select(slots.Event)],
        [.. pack.Criteria.Select(rule => new CompiledCriterion(rule, Frame(rule), _conditions.Compile(rule.When)))],
        [.. pack.Timescales.Select(Compile)],
        [.. pack.Checks.Select(Compile)]);

    private RuleFrame Frame(Rule rule) => new(rule, _conditions, slots, _relations);

    private CompiledCheck Compile(Check rule) => new(
        rule,
        Frame(rule),
        rule.Require is null ? null : _conditions.Compile(rule.Require, (rule.ForEach as ForEachItem)?.ItemKind),
        [.. rule.Order.Select(slots.Pattern)],
        rule.At is null ? null : slots.Pattern(rule.At),
        rule.From is null ? null : slots.Pattern(rule.From),
        rule.SignedBy is null ? null : slots.Pattern(rule.SignedBy));

    private CompiledTimescale Compile(Timescale rule)
    {
        ImmutableArray<CompiledPattern> metBy = rule.MetBy switch
        {
            MetByEvent one => [slots.Pattern(one.Event)],
            MetByAll all => [.. all.Events.Select(slots.Pattern)],
            MetByAny any => [.. any.Events.Select(slots.Pattern)],
            _ => throw new ArgumentException($"'{rule.FullName}' is met by a form that is not known.", nameof(rule)),
        };
        ImmutableArray<CompiledStart> starts = [.. rule.Starts.Select(start => Start(start, rule))];
        var path = rulebook.Paths.FirstOrDefault(one => one.Id == rule.Escalation);
        var terms = (rule.Limit as Within)?.Terms;
        var ask = rule.Limit switch
        {
            Promptly promptly => promptly.AskAfter,
            ByDate set => set.Promptly,
            NextEvent next => next.Promptly,
            _ => null,
        };
        return new CompiledTimescale
        {
            Terms = terms,
            LengthText = terms is null ? null : PeriodText.Of(terms.Length),
            Next = rule.Limit is NextEvent by ? slots.Pattern(by.Event) : null,
            AskAfter = ask is null ? null : new LimitTerms(ask),
            Rank = _chains.RankOf(rule),
            Rule = rule,
            Frame = Frame(rule),
            Starts = starts,
            Dates = rule.Limit is ByDate byDate ? [.. byDate.Dates.Select(date => Date(date, rule))] : [],
            MetBy = metBy,
            MetByAll = rule.MetBy is MetByAll,
            NeverBeforeStart = [.. metBy.Select(met => starts.Select(start => start.Event is { } pattern && slots.CannotPrecede(met.Kind, pattern)).ToImmutableArray())],
            ExtendedBy = rule.ExtendedBy is null ? null : slots.Pattern(rule.ExtendedBy),
            EndsWith = [.. rule.EndsWith.Select(slots.Pattern)],
            SoonDays = path?.Steps.Min(step => step.OffsetDays) is { } first and < 0 ? -first : SoonWithoutPath,
            PathDays = path is null ? [] : [.. path.Steps.Select(step => new PathDay(step.OffsetDays, step.EveryDays ?? 0))],
        };
    }

    private CompiledStart Start(StartSource start, Timescale rule) => start switch
    {
        StartEvent on => new CompiledStart(slots.Pattern(on.Event), on.Event.Event, -1, -1),
        StartOwnDate own => new CompiledStart(null, own.Name, OwnAttribute(own.Name, rule), OwnFact(own.Name, rule), OwnDay(own.Name, rule)) { Round = Round(own.Name, rule) },
        StartOverdue late => new CompiledStart(null, late.Rule, -1, -1) { Overdue = Overdue(late, rule) },
        _ => throw new ArgumentException($"'{rule.FullName}' starts by a form that is not known.", nameof(start)),
    };

    private CompiledOverdue Overdue(StartOverdue late, Timescale rule)
    {
        var rules = RuleReferences.Resolve(rulebook.Packs, rule.Pack, late.Rule);
        var title = rules.IsEmpty || rules.Any(one => Sensitivity.Tells(one, rulebook.Vocabulary)) ? "another duty" : rules[^1].Title;
        return new CompiledOverdue(late.Rule, title, [.. rules.Select(one => one.FullName)]);
    }

    private CompiledDate Date(DateSource date, Timescale rule)
    {
        if (date.Event is null)
        {
            return new CompiledDate(null, date.Name, OwnAttribute(date.Name, rule), OwnFact(date.Name, rule), OwnDay(date.Name, rule)) { Round = Round(date.Name, rule) };
        }

        var kind = slots.Event(date.Event);
        return new CompiledDate(kind, $"{date.Event}.{date.Name}", kind.AttributeAt(date.Name), -1);
    }

    private int OwnAttribute(string name, Timescale rule) =>
        rule.ForEach is ForEachEvent each ? slots.Event(each.Event.Event).AttributeAt(name) : Round(name, rule)?.Kind.AttributeAt(name) ?? -1;

    private int OwnFact(string name, Timescale rule) =>
        rule.ForEach is ForEachItem each ? slots.Fact(name, each.ItemKind) : -1;

    /// <summary>Where the word is no fact of the item but of the event that the item belongs to, or says which that is.</summary>
    private CompiledRound? Round(string name, Timescale rule) =>
        rule.ForEach is ForEachItem each && slots.Round(each.ItemKind) is { } round && (round.Name == name || slots.Fact(name, each.ItemKind) < 0) ? round : null;

    private static PeriodDay OwnDay(string name, Timescale rule) =>
        rule.ForEach is not ForEachPeriod ? PeriodDay.None : name == Recurrence.FirstDay ? PeriodDay.First : PeriodDay.Last;
}
