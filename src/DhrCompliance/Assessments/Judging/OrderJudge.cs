using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Judges an order: each on or before the next, the same day included.</summary>
internal static class OrderJudge
{
    public static (CheckState State, DateInterval? At) Judge(Sitting sitting, CompiledCheck rule, in Instance instance)
    {
        var state = CheckState.Holds;
        DateInterval? at = null;
        for (var i = 0; i + 1 < rule.Order.Length; i++)
        {
            var (one, gate) = Pair(sitting, rule.Order[i], rule.Order[i + 1], instance);
            at = one == CheckState.Fails || at is null ? gate : at;
            state = Worse(state, one);
        }

        return (state, at);
    }

    private static CheckState Worse(CheckState one, CheckState other) => Rank(other) > Rank(one) ? other : one;

    private static int Rank(CheckState state) => state switch
    {
        CheckState.Holds => 0,
        CheckState.NotYet => 1,
        CheckState.CannotTell => 2,
        _ => 3,
    };

    private static (CheckState State, DateInterval? Gate) Pair(Sitting sitting, CompiledPattern first, CompiledPattern then, in Instance instance)
    {
        // An instance that is itself the later event is its own gate.
        var gate = instance.Event is { } own && own.Kind == then.Kind && then.Match(own, sitting.File) != Answer.No
            ? new Gate(then.Match(own, sitting.File), own.On(sitting.AsOf), own)
            : Gate.First(sitting, then, instance);
        if (gate.Exists == Answer.No)
        {
            sitting.Because(new Reason(ReasonTemplate.MomentNotCome, then.Kind.Name));
            return (CheckState.NotYet, null);
        }

        var before = Gate.First(sitting, first, instance);
        if (gate.Exists == Answer.Yes && before.Event is null && before.Exists != Answer.Yes && sitting.File.File.KeptSince is { } kept
            && gate.On.Earliest >= kept && gate.On.Latest <= sitting.AsOf)
        {
            sitting.Because(new Reason(ReasonTemplate.OrderWithout, first.Kind.Name, then.Kind.Name, default, gate.On));
            return (CheckState.Fails, gate.On);
        }

        if (gate.Exists == Answer.Yes && before.Exists == Answer.Yes)
        {
            if (before.On.Latest <= gate.On.Earliest && gate.On.Latest <= sitting.AsOf)
            {
                sitting.Because(new Reason(ReasonTemplate.OrderHolds, first.Kind.Name, then.Kind.Name, before.On, gate.On));
                return (CheckState.Holds, gate.On);
            }

            if (before.On.Earliest > gate.On.Latest)
            {
                sitting.Because(new Reason(ReasonTemplate.OrderFails, first.Kind.Name, then.Kind.Name, before.On, gate.On));
                return (CheckState.Fails, gate.On);
            }
        }

        Unclear(sitting, first, then, before, gate);
        return (CheckState.CannotTell, gate.On);
    }

    private static void Unclear(Sitting sitting, CompiledPattern first, CompiledPattern then, in Gate before, in Gate gate)
    {
        // What has certainly not happened is not asked about.
        if (before.Exists != Answer.No && before.Event is not { Recorded: not null, IsDay: true })
        {
            sitting.Miss(first.Kind.Name);
        }

        if (gate.Event is not { Recorded: not null, IsDay: true })
        {
            sitting.Miss(then.Kind.Name);
        }

        sitting.Because(before.Exists == Answer.No && gate.Event is not null
            ? new Reason(ReasonTemplate.NotRecorded, first.Kind.Name)
            : new Reason(ReasonTemplate.OrderUnclear, first.Kind.Name, then.Kind.Name, before.Exists == Answer.No ? DateInterval.Unknown : before.On, gate.On));
        foreach (var word in sitting.Missing)
        {
            sitting.Because(new Reason(ReasonTemplate.SettledByDateOf, word));
        }
    }
}
