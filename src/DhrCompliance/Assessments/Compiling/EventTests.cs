using DhrCompliance.Assessments.Binding;
using DhrCompliance.Calendars;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>Whether an event has happened by the moment; what is not recorded counts as not happened only from the day the register is kept.</summary>
internal sealed class OccurrenceTest(CompiledPattern pattern, Occurrence occurrence, EventShape? endedBy) : Test
{
    public override Answer Answer(in Scope scope) => occurrence switch
    {
        Occurrence.Happened => Happened(scope),
        Occurrence.NotHappened => (Answer)(2 - (int)Happened(scope)),
        _ => Concluded(scope),
    };

    public override (Answer Least, Answer Most) Recorded(in Scope scope) => occurrence switch
    {
        Occurrence.Happened => HappenedByRecord(scope),
        Occurrence.NotHappened => HappenedByRecord(scope) is var (least, most) ? ((Answer)(2 - (int)most), (Answer)(2 - (int)least)) : default,
        _ => ConcludedByRecord(scope),
    };

    public override void Missing(in Scope scope, List<string> missing)
    {
        if (!missing.Contains(pattern.Kind.Name))
        {
            missing.Add(pattern.Kind.Name);
        }
    }

    public override void Describe(in Scope scope, List<Reason> reasons) =>
        reasons.Add(new Reason(ReasonTemplate.FactIs, pattern.Kind.Name, Happened(scope) switch
        {
            Assessments.Answer.Yes => "happened",
            Assessments.Answer.No => "not-happened",
            _ => "cannot-tell",
        }));

    /// <summary>That something is not recorded is no evidence that it did not happen.</summary>
    private (Answer Least, Answer Most) HappenedByRecord(in Scope scope)
    {
        var (least, most) = (Assessments.Answer.CannotTell, Assessments.Answer.CannotTell);
        foreach (var one in Of(scope, pattern.Kind))
        {
            if (one.Answer != Assessments.Answer.No && pattern.Match(one.Event, scope.File) == Assessments.Answer.Yes)
            {
                least = one.Answer == Assessments.Answer.Yes ? one.Answer : least;
                most = Assessments.Answer.Yes;
            }
        }

        return (least, most);
    }

    private (Answer Least, Answer Most) ConcludedByRecord(in Scope scope)
    {
        var (_, begun) = HappenedByRecord(scope);
        if (begun != Assessments.Answer.Yes || endedBy is null)
        {
            return (Assessments.Answer.CannotTell, Assessments.Answer.CannotTell);
        }

        // The most: each that certainly began is ended by the latest day that an end can have.
        var file = scope.File;
        var certain = Of(scope, pattern.Kind).FindAll(start => start.Answer == Assessments.Answer.Yes && pattern.Match(start.Event, file) == Assessments.Answer.Yes).ConvertAll(start => start.On.Earliest);
        var ends = Of(scope, endedBy).FindAll(end => end.Answer != Assessments.Answer.No).ConvertAll(end => end.On.Latest);
        return (
            Concluded(scope) == Assessments.Answer.Yes ? Assessments.Answer.Yes : Assessments.Answer.CannotTell,
            ends.Count > 0 && AllEnded(certain, ends) ? Assessments.Answer.Yes : Assessments.Answer.CannotTell);
    }

    private Answer Happened(in Scope scope)
    {
        var answer = Assessments.Answer.No;
        foreach (var happened in scope.File.Of(pattern.Kind))
        {
            if (pattern.Kind.ItemKind >= 0 && scope.Item >= 0 && happened.Item != scope.Item)
            {
                continue;
            }

            var match = By(scope, happened);
            var one = pattern.Match(happened, scope.File);
            match = one < match ? one : match;
            match = match == Assessments.Answer.No || pattern.Since is not { } since ? match : Least(match, Since(scope, happened, since));
            answer = match > answer ? match : answer;
        }

        if (answer == Assessments.Answer.No && scope.File.Unrecorded(pattern.Kind, pattern.Since is { } last ? LastOf(scope, last) : DateOnly.MinValue, scope.Latest) is not null)
        {
            return Assessments.Answer.CannotTell;
        }

        return answer;
    }

    /// <summary>The latest day on which one of the other kind certainly happened by the moment: what came before that does not count.</summary>
    private static DateOnly LastOf(in Scope scope, CompiledPattern other)
    {
        var last = DateOnly.MinValue;
        foreach (var happened in scope.File.Of(other.Kind))
        {
            if (happened.On(scope.AsOf).Latest <= scope.Earliest && happened.Earliest > last && !ReferenceEquals(happened, scope.Own) && other.Match(happened, scope.File) == Assessments.Answer.Yes)
            {
                last = happened.Earliest;
            }
        }

        return last;
    }

    /// <summary>Whether no event of the other kind came between the one that happened, its own day included, and the moment.</summary>
    private static Answer Since(in Scope scope, BoundEvent happened, CompiledPattern other)
    {
        var on = happened.On(scope.AsOf);
        var answer = Assessments.Answer.Yes;
        foreach (var later in scope.File.Of(other.Kind))
        {
            var match = ReferenceEquals(later, scope.Own) ? Assessments.Answer.No : other.Match(later, scope.File);
            var between = later.On(scope.AsOf);
            if (match == Assessments.Answer.No || between.Latest < on.Earliest || between.Earliest > scope.Latest)
            {
                continue;
            }

            if (match == Assessments.Answer.Yes && between.Earliest >= on.Latest && between.Latest <= scope.Earliest)
            {
                return Assessments.Answer.No;
            }

            answer = Assessments.Answer.CannotTell;
        }

        // One that nobody recorded may have come between them while no register was kept.
        return scope.File.Unrecorded(other.Kind, on.Earliest, scope.Latest) is null ? answer : Assessments.Answer.CannotTell;
    }

    private static Answer Least(Answer one, Answer other) => one < other ? one : other;

    private Answer Concluded(in Scope scope)
    {
        var begun = Happened(scope);
        if (begun != Assessments.Answer.Yes || endedBy is null)
        {
            return begun == Assessments.Answer.No ? begun : Assessments.Answer.CannotTell;
        }

        // Each start needs an end of its own that is not before it. Which end is whose is not recorded, so every start
        // must have one for a yes, and for a no one of those asked about can have none.
        var starts = Of(scope, pattern.Kind);
        var ends = Of(scope, endedBy);
        var all = starts.FindAll(start => start.Answer != Assessments.Answer.No).ConvertAll(start => start.On.Latest);
        var file = scope.File;
        var certain = starts.FindAll(start => start.Answer == Assessments.Answer.Yes && pattern.Match(start.Event, file) == Assessments.Answer.Yes)
            .ConvertAll(start => start.On.Earliest);
        return AllEnded(all, ends.FindAll(end => end.Answer == Assessments.Answer.Yes).ConvertAll(end => end.On.Earliest)) ? Assessments.Answer.Yes
            : AllEnded(certain, ends.FindAll(end => end.Answer != Assessments.Answer.No).ConvertAll(end => end.On.Latest))
                || scope.File.Unrecorded(endedBy, certain.Min(), scope.Latest) is not null ? Assessments.Answer.CannotTell
            : Assessments.Answer.No;
    }

    private static List<(BoundEvent Event, DateInterval On, Answer Answer)> Of(in Scope scope, EventShape kind)
    {
        var found = new List<(BoundEvent, DateInterval, Answer)>();
        foreach (var happened in scope.File.Of(kind))
        {
            if (kind.ItemKind < 0 || scope.Item < 0 || happened.Item == scope.Item)
            {
                found.Add((happened, happened.On(scope.AsOf), By(scope, happened)));
            }
        }

        return found;
    }

    private static bool AllEnded(List<DateOnly> starts, List<DateOnly> ends)
    {
        foreach (var start in starts.OrderDescending())
        {
            // An end that will do for the latest start will do for every earlier one.
            var at = ends.FindIndex(end => end >= start);
            if (at < 0)
            {
                return false;
            }

            ends.RemoveAt(at);
        }

        return true;
    }

    private static Answer By(in Scope scope, BoundEvent happened)
    {
        var on = happened.On(scope.AsOf);
        return on.Latest <= scope.Earliest ? Assessments.Answer.Yes
            : on.Earliest > scope.Latest ? Assessments.Answer.No
            : Assessments.Answer.CannotTell;
    }
}
