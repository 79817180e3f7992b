using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>One instance of a rule: once, one event, one item or one period.</summary>
/// <param name="Id"><c>once</c>, the id of the event or item, or the name of the period.</param>
/// <param name="Item">The place of the item it is about; -1: none.</param>
/// <param name="Event">The event it is about; null: none.</param>
/// <param name="Exists">Whether it is an instance at all: an attribute that is not recorded leaves it open.</param>
internal readonly record struct Instance(string Id, int Item, BoundEvent? Event, Answer Exists)
{
    /// <summary>The period it is about; null: none.</summary>
    public NamedPeriod? Period { get; init; }

    public string? ItemId(BoundCase file) => Item < 0 ? null : file.Items[Item].Id;
}

/// <summary>The instances of a rule as of the day. Events that are only implied have no id and give none.</summary>
internal static class Instances
{
    public static readonly Instance Once = new("once", -1, null, Answer.Yes);

    public static void Of(Sitting sitting, Standing standing, RuleFrame rule, List<Instance> instances)
    {
        if (rule.EachEvent is { } pattern)
        {
            foreach (var happened in sitting.File.Of(pattern.Kind))
            {
                var match = pattern.Match(happened, sitting.File);
                if (match != Answer.No && happened.Recorded is not null && happened.Earliest <= sitting.AsOf)
                {
                    instances.Add(new Instance(happened.Id, happened.Item, happened, match));
                }
            }
        }
        else if (rule.EachPeriod is { } recurrence)
        {
            OfPeriods(sitting, standing, recurrence, instances);
        }
        else if (rule.EachItem >= 0)
        {
            OfItems(sitting, rule, instances);
        }
        else
        {
            instances.Add(Once);
        }
    }

    /// <summary>Whole periods since the register is kept and, for a pack that was adopted, since then; none that begins after the day.</summary>
    private static void OfPeriods(Sitting sitting, Standing standing, Recurrence recurrence, List<Instance> instances)
    {
        if (sitting.File.File.KeptSince is not { } from)
        {
            return;
        }

        from = standing.AdoptedFrom is { } adopted && adopted > from ? adopted : from;
        foreach (var period in recurrence.Whole(from, sitting.AsOf))
        {
            instances.Add(new Instance(period.Name, -1, null, Answer.Yes) { Period = period });
        }

        if (recurrence.NextAfter(from, sitting.AsOf) is { } next)
        {
            sitting.Next.Consider(next);
        }
    }

    private static void OfItems(Sitting sitting, RuleFrame rule, List<Instance> instances)
    {
        for (var i = 0; i < sitting.File.Items.Length; i++)
        {
            if (sitting.File.Items[i].Kind == rule.EachItem)
            {
                var matches = rule.ItemWhere?.Answer(sitting.Today.Within(i)) ?? Answer.Yes;
                if (matches != Answer.No)
                {
                    instances.Add(new Instance(sitting.File.Items[i].Id, i, null, matches));
                }
            }
        }
    }
}

/// <summary>Whether a rule applies to an instance: its own governance, its condition, and the instance itself.</summary>
internal static class Applicability
{
    public static Answer Of(Sitting sitting, RuleFrame rule, in Instance instance)
    {
        var applies = instance.Exists;
        if (rule.AppliesWhen is { } condition)
        {
            var answer = condition.Answer(sitting.Today.Within(instance.Item));
            applies = answer < applies ? answer : applies;
        }

        applies = sitting.PackGoverns < applies ? sitting.PackGoverns : applies;
        var governed = Governed(sitting, rule, instance);
        return governed < applies ? governed : applies;
    }

    /// <summary>Names what is missing when it cannot be told.</summary>
    public static void Miss(Sitting sitting, RuleFrame rule, in Instance instance)
    {
        var scope = sitting.Today.Within(instance.Item);
        if (rule.AppliesWhen is { } condition && condition.Answer(scope) == Answer.CannotTell)
        {
            condition.Missing(scope, sitting.Missing);
        }

        if (instance.Exists == Answer.CannotTell && instance.Event is { } happened)
        {
            sitting.Miss(happened.Kind.Name);
        }

        if (sitting.PackGoverns == Answer.CannotTell && sitting.PackDecidedBy is { } deciding)
        {
            sitting.Miss(deciding);
        }

        if (Governed(sitting, rule, instance) == Answer.CannotTell && !rule.GovernedBy.IsEmpty)
        {
            sitting.Miss(rule.GovernedBy[0].Name);
        }
    }

    /// <summary>Says why it cannot be told whether it applies.</summary>
    public static Reason Unclear(Sitting sitting, Standing standing) =>
        sitting.Missing.Count > 0 ? new Reason(ReasonTemplate.MayNotApply, sitting.Missing[^1])
        : sitting.IsOfPartnership && sitting.PackGoverns == Answer.CannotTell
            ? new Reason(ReasonTemplate.PackMayNotGovern, standing.Pack.Pack.Id, standing.Pack.Pack.Title, standing.Floor ?? default, standing.Until ?? default)
        : new Reason(ReasonTemplate.MayNotApply);

    private static Answer Governed(Sitting sitting, RuleFrame rule, in Instance instance)
    {
        if (rule.Rule.Governs is not { } governs)
        {
            return Answer.Yes;
        }

        if (!governs.Jurisdiction.IsEmpty && !governs.Jurisdiction.Contains(sitting.File.File.Jurisdiction))
        {
            return Answer.No;
        }

        if (governs.From is not { } from)
        {
            return Answer.Yes;
        }

        var own = instance.Event is { } happened && rule.GovernedBy.Contains(happened.Kind);
        DateInterval on = own ? instance.Event!.On(sitting.AsOf) : EditionChoice.Deciding(sitting, rule.GovernedBy).On;
        EditionChoice.Watch(sitting, on, from);
        return on.Earliest >= from.Latest ? Answer.Yes : on.Latest < from.Earliest ? Answer.No : Answer.CannotTell;
    }
}
