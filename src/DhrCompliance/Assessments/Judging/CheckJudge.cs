using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Judges every instance of a check.</summary>
internal static class CheckJudge
{
    public static void Judge(Sitting sitting, Standing standing, CompiledCheck rule, List<CheckResult> results)
    {
        if (rule.Frame.IsOnce)
        {
            Add(sitting, standing, rule, Instances.Once, results);
            return;
        }

        var instances = sitting.Instances;
        instances.Clear();
        Instances.Of(sitting, standing, rule.Frame, instances);
        foreach (var instance in instances)
        {
            Add(sitting, standing, rule, instance, results);
        }
    }

    private static void Add(Sitting sitting, Standing standing, CompiledCheck rule, in Instance instance, List<CheckResult> results)
    {
        if (!sitting.Governs(standing, instance, null))
        {
            return;
        }

        if (standing.Others is not null)
        {
            sitting.Because(new Reason(ReasonTemplate.EditionsCould, standing.DecidedBy, standing.Others, standing.Decided));
        }

        var (state, at) = One(sitting, standing, rule, instance);
        if (state != CheckState.NotApplicable)
        {
            Departures.Tell(sitting, rule.Frame, state == CheckState.Fails);
        }

        if (state != CheckState.CannotTell)
        {
            sitting.Missing.Clear();
        }

        results.Add(new CheckResult
        {
            Rule = rule.Rule,
            Instance = instance.Id,
            Item = instance.ItemId(sitting.File),
            State = state,
            At = at,
            Missing = sitting.TakeMissing(),
            Because = sitting.TakeReasons(),
        });
    }

    private static (CheckState State, DateInterval? At) One(Sitting sitting, Standing standing, CompiledCheck rule, in Instance instance)
    {
        var applies = Applicability.Of(sitting, rule.Frame, instance);
        if (applies == Answer.No)
        {
            rule.Frame.AppliesWhen?.Describe(sitting.Today.Within(instance.Item), sitting.Reasons);
            sitting.Because(new Reason(ReasonTemplate.DoesNotApply, rule.Rule.Id, "its condition"));
            return (CheckState.NotApplicable, null);
        }

        var (state, at) = rule.SignedBy is { } signed ? ChecklistJudge.Judge(sitting, signed, instance)
            : rule.Order.IsEmpty ? Requirement(sitting, rule, instance) : OrderJudge.Judge(sitting, rule, instance);
        if (state == CheckState.NotYet)
        {
            return (state, at);
        }

        var waived = state == CheckState.Holds ? Answer.No : Waivers.Ask(sitting, rule.Frame, instance);
        if (waived == Answer.Yes)
        {
            sitting.Because(new Reason(ReasonTemplate.WaivedBecause, null, rule.Frame.WaiverTitle));
            state = CheckState.Waived;
        }
        else if (waived == Answer.CannotTell)
        {
            rule.Frame.WaivedBy!.Missing(sitting.Today.Within(instance.Item), sitting.Missing);
            state = CheckState.CannotTell;
        }

        if (applies == Answer.CannotTell)
        {
            Applicability.Miss(sitting, rule.Frame, instance);
            sitting.Because(Applicability.Unclear(sitting, standing));
            state = CheckState.CannotTell;
        }

        return (state, at);
    }

    private static (CheckState State, DateInterval? At) Requirement(Sitting sitting, CompiledCheck rule, in Instance instance)
    {
        var (exists, moment, since) = Moment(sitting, rule, instance);
        if (exists == Answer.No)
        {
            sitting.Because(new Reason(ReasonTemplate.MomentNotCome, (rule.At ?? rule.From)!.Kind.Name));
            return (CheckState.NotYet, null);
        }

        var earliest = moment.Earliest < sitting.AsOf ? moment.Earliest : sitting.AsOf;
        var latest = moment.Latest < sitting.AsOf ? moment.Latest : sitting.AsOf;
        var scope = new Scope(sitting.File, earliest, latest, sitting.AsOf, instance.Item) { Own = instance.Event };
        var answer = rule.Require!.Answer(scope);
        var uncertain = exists == Answer.CannotTell || moment.Latest > sitting.AsOf;
        if (answer == Answer.CannotTell || uncertain)
        {
            if (answer == Answer.CannotTell)
            {
                rule.Require.Missing(scope, sitting.Missing);
            }

            if (uncertain)
            {
                sitting.Miss((rule.At ?? rule.From)?.Kind.Name ?? instance.Event!.Kind.Name);
            }

            sitting.Because(new Reason(ReasonTemplate.RequirementUnclear, sitting.Missing.Count > 0 ? sitting.Missing[0] : null));
            return (CheckState.CannotTell, since);
        }

        rule.Require.Describe(scope, sitting.Reasons);
        sitting.Because(new Reason(answer == Answer.Yes ? ReasonTemplate.RequirementHolds : ReasonTemplate.RequirementFails, rule.Rule.Id, instance.ItemId(sitting.File), moment));
        return (answer == Answer.Yes ? CheckState.Holds : CheckState.Fails, since);
    }

    /// <summary>
    /// The moment of a requirement: its gate, the instance's own event, or the day assessed. Since when it must be so: that moment, or of what must be so on
    /// every day, the first of them, from which the steps of its path count.
    /// </summary>
    private static (Answer Exists, DateInterval On, DateInterval Since) Moment(Sitting sitting, CompiledCheck rule, in Instance instance)
    {
        var today = DateInterval.On(sitting.AsOf);
        if (rule.From is { } from)
        {
            var begun = Gate.First(sitting, from, instance);
            return (begun.Exists == Answer.Yes && begun.On.Latest > sitting.AsOf ? Answer.CannotTell : begun.Exists, today, begun.On);
        }

        if (rule.At is { } at)
        {
            var gate = Gate.First(sitting, at, instance);
            return (gate.Exists, gate.On, gate.On);
        }

        var on = instance.Event is { } happened ? happened.On(sitting.AsOf) : today;
        return (Answer.Yes, on, on);
    }
}

/// <summary>The first event that matches a pattern, as of the day.</summary>
/// <param name="Exists">Yes: by the day or possibly after it, see <paramref name="On"/>. CannotTell: one that is not recorded may be. No: none.</param>
/// <param name="On">Its date.</param>
/// <param name="Event">The event; null when only one that is not recorded may be.</param>
internal readonly record struct Gate(Answer Exists, DateInterval On, BoundEvent? Event)
{
    public static Gate First(Sitting sitting, CompiledPattern pattern, in Instance instance)
    {
        BoundEvent? first = null;
        BoundEvent? certain = null;
        var latest = DateOnly.MaxValue;
        var earliest = DateOnly.MaxValue;
        var latestAny = DateOnly.MinValue;
        var later = false;
        foreach (var happened in sitting.File.Of(pattern.Kind))
        {
            var match = pattern.Match(happened, sitting.File);
            var on = happened.On(sitting.AsOf);
            later |= match != Answer.No && on.Earliest > sitting.AsOf;
            if (match == Answer.No || on.Earliest > sitting.AsOf || (happened.Kind.ItemKind >= 0 && instance.Item >= 0 && happened.Item != instance.Item))
            {
                continue;
            }

            first ??= happened;
            earliest = on.Earliest < earliest ? on.Earliest : earliest;
            latestAny = on.Latest > latestAny ? on.Latest : latestAny;
            if (match == Answer.Yes && on.Latest < latest)
            {
                latest = on.Latest;
                certain = happened;
            }
        }

        if (first is not null)
        {
            return new Gate(certain is null ? Answer.CannotTell : Answer.Yes, new DateInterval(earliest, certain is null ? latestAny : latest), certain ?? first);
        }

        return !later && sitting.File.Unrecorded(pattern.Kind, DateOnly.MinValue, sitting.AsOf) is { } window
            ? new Gate(Answer.CannotTell, window, null)
            : new Gate(Answer.No, default, null);
    }
}
