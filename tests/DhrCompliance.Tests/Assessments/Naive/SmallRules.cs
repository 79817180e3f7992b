using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>Rules drawn from the one grammar.</summary>
internal sealed class SmallRules(Random random)
{
    private static readonly EventPattern[] Steps = [Event("told"), Event("warned"), Event("decided"), Event("decided", "outcome", "go"), Event("drafted"), Event("sent")];

    public static EventPattern Event(string name) => new() { Event = name };

    public static EventPattern Event(string name, string attribute, params string[] oneOf) =>
        new() { Event = name, Where = [new AttributeTest(attribute, [.. oneOf])] };

    public Timescale Timescale(string id) => random.Next(6) switch
    {
        0 => EachReturn(id),
        1 => EachTask(id),
        _ => Once(id),
    };

    /// <summary>A duty of the partnership itself: of every period, of each return or once.</summary>
    public Timescale OfPartnership(string id)
    {
        var rule = (random.Next(4) switch { 0 => Once(id), 1 => EachReturn(id), _ => EachPeriod(id) }) with { Subject = SubjectKind.Partnership };
        return rule with { AppliesWhen = Maybe(5, () => new EventTest(Event("warned"), Occurrence.Happened)), WaivedBy = null };
    }

    public Check Check(string id)
    {
        var check = new Check { Pack = "small", Id = id, Title = id, WaivedBy = Maybe(4, Condition), AppliesWhen = Maybe(5, Condition) };
        if (random.Next(6) == 0)
        {
            return check with { SignedBy = random.Next(2) == 0 ? Event("decided", "outcome", "go") : One(Steps), WaivedBy = null };
        }

        if (random.Next(2) == 0)
        {
            return check with { Order = [.. Some(Steps, random.Next(2, 4))] };
        }

        return check with { Require = Condition(), At = random.Next(3) == 0 ? null : One(Steps) };
    }

    private Timescale Once(string id)
    {
        var steps = Some(Steps, 5);
        var starts = steps.Take(random.Next(1, 3)).ToImmutableArray();
        var meets = steps.Skip(starts.Length).Where(pattern => !starts.Any(start => start.Event == pattern.Event)).ToList();
        meets = meets.Count > 0 ? meets : [Event("sent")];
        var limit = Limit();
        return new Timescale
        {
            Pack = "small",
            Id = id,
            Title = id,
            Starts = [.. starts.Select(start => new StartEvent(start))],
            Limit = limit,
            MetBy = meets.Count < 2 ? new MetByEvent(meets[0]) : random.Next(4) switch
            {
                0 => new MetByAll([.. meets.Take(2)]),
                1 => new MetByAny([.. meets.Take(2)]),
                _ => new MetByEvent(meets[0]),
            },
            ExtendedBy = limit is Within ? Maybe(3, () => random.Next(2) == 0 ? Event("agreed") : Event("agreed", "agreed-by", "board")) : null,
            PausedBy = limit is Within && random.Next(5) < 2 ? [.. SmallVocabulary.Reasons.Take(random.Next(1, 3))] : [],
            WaivedBy = Maybe(5, Condition),
            AppliesWhen = Maybe(4, Condition),
            EndsWith = random.Next(4) == 0 ? [Event("closed")] : [],
            Escalation = random.Next(2) == 0 ? "path" : null,
        };
    }

    private Timescale EachReturn(string id) => new()
    {
        Pack = "small",
        Id = id,
        Title = id,
        ForEach = new ForEachEvent(random.Next(3) == 0 ? Event("returned") : Event("returned", "outcome", "again")),
        Starts = random.Next(2) == 0 ? [] : [new StartOwnDate("letter")],
        Limit = random.Next(2) == 0 ? Limit() : new ByDate([new DateSource(null, "respond-by"), new DateSource("next-step", "by")], new Period(3, PeriodUnit.Days)),
        MetBy = new MetByEvent(Event("sent")),
        Escalation = random.Next(2) == 0 ? "path" : null,
    };

    // Around the cases' few weeks a quarter and a year begin and end, and months that roll do so more often.
    private Timescale EachPeriod(string id) => new()
    {
        Pack = "small",
        Id = id,
        Title = id,
        ForEach = new ForEachPeriod(random.Next(5) switch
        {
            0 => Recurrence.CalendarQuarter,
            1 => Recurrence.FinancialQuarter,
            2 => Recurrence.Year,
            _ => new Recurrence(RecurrenceKind.Rolling, random.Next(1, 3)),
        }),
        Starts = random.Next(3) switch { 0 => [], 1 => [new StartOwnDate(Recurrence.LastDay)], _ => [new StartOwnDate(Recurrence.FirstDay)] },
        Limit = random.Next(3) == 0 ? new ByDate([new DateSource(null, Recurrence.LastDay)], null) : Limit(),
        MetBy = new MetByEvent(One(Steps)),
        Escalation = random.Next(2) == 0 ? "path" : null,
    };

    private Timescale EachTask(string id) => new()
    {
        Pack = "small",
        Id = id,
        Title = id,
        ForEach = new ForEachItem("task"),
        Starts = [new StartEvent(One(Steps))],
        Limit = random.Next(2) == 0 ? Limit() : new ByDate([new DateSource(null, "due")], new Period(3, PeriodUnit.Days)),
        MetBy = new MetByEvent(Event("done")),
        AppliesWhen = Maybe(3, () => new FactTest { Fact = "owned", Comparison = Comparison.OneOf, Values = ["yes"] }),
    };

    private TimeLimit Limit() => random.Next(9) switch
    {
        8 => new NextEvent(random.Next(3) == 0 ? Event("meeting", "held", "fully") : Event("meeting"), random.Next(2) == 0 ? null : new Period(5, PeriodUnit.Days)),
        0 => new Promptly(new Period(3, PeriodUnit.Days)),
        1 => new ByDate([new DateSource("next-step", "by")], random.Next(2) == 0 ? null : new Period(5, PeriodUnit.Days)),
        _ => new Within(Terms()),
    };

    private LimitTerms Terms()
    {
        var length = random.Next(5) switch
        {
            0 => new Period(1, PeriodUnit.Months),
            1 => new Period(random.Next(1, 4), PeriodUnit.WorkingDays),
            2 => new Period(1, PeriodUnit.Weeks),
            _ => new Period(random.Next(1, 16), PeriodUnit.Days),
        };
        var isPlain = random.Next(3) > 0;
        return isPlain
            ? new LimitTerms(length)
            : new LimitTerms(length, random.Next(2) == 0, (MonthRounding)random.Next(2), (Roll)random.Next(3));
    }

    private Condition Condition() => random.Next(8) switch
    {
        0 => new NotSo(Fact("urgent", "yes")),
        1 => new AllOf([Fact("urgent", "yes"), Fact("open", "yes", "no")]),
        2 => new AnyOf([Fact("urgent", "yes"), Fact("open", "yes")]),
        3 => new OverItems(Quantifier.Any, "task", Fact("owned", "yes")),
        4 => new FactTest { Fact = "open", Comparison = random.Next(2) == 0 ? Comparison.Known : Comparison.Missing },
        5 => new EventTest(Event("warned"), Occurrence.Happened),
        6 => new EventTest(Event("decided", "outcome", "stop"), Occurrence.NotHappened),
        _ => Fact("open", "yes"),
    };

    private static FactTest Fact(string name, params string[] values) => new() { Fact = name, Comparison = Comparison.OneOf, Values = [.. values] };

    private T? Maybe<T>(int outOf, Func<T> make)
        where T : class => random.Next(outOf) == 0 ? make() : null;

    private T One<T>(T[] of) => of[random.Next(of.Length)];

    private List<EventPattern> Some(EventPattern[] of, int count)
    {
        var shuffled = of.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.DistinctBy(pattern => pattern.Event).Take(count)];
    }
}
