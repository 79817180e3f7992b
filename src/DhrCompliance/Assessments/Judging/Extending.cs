using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>What agreed extensions do to a due date: an extension is an agreement made on a day, never an edited date.</summary>
internal static class Extending
{
    public static void Apply(Sitting sitting, CompiledTimescale rule, in Instance instance, in Meeting meeting, List<(UncertainPause Days, BoundPause Pause)> pauses, ref Due due)
    {
        var paused = due.Current;
        var open = false;
        foreach (var happened in sitting.File.Of(rule.ExtendedBy!.Kind))
        {
            var on = happened.On(sitting.AsOf);
            var match = rule.ExtendedBy.Match(happened, sitting.File);
            if (match == Answer.No || on.Earliest > sitting.AsOf || (meeting.Certain && on.Earliest > meeting.On.Latest)
                || !MayMean(happened, rule, instance) || Until(happened) is not { } until)
            {
                continue;
            }

            var moved = AtLeast(paused, pauses.Count == 0 ? until : Pausing.Set(After(on), until, pauses));
            Tell(sitting, happened, on, until, due.Current);
            open |= match != Answer.Yes || About(happened) is null || !on.IsDay || on.Latest > sitting.AsOf
                || (meeting.Certain && on.Latest > meeting.On.Earliest) || (!meeting.Certain && meeting.Possible && on.Latest > meeting.On.Earliest);

            // The latest agreed counts; where it is not certain that it was agreed, or when, both stand.
            due.Current = open ? due.Current.Hull(moved) : moved;
        }
    }

    /// <summary>Only paused days after the day of the agreement move what was agreed.</summary>
    private static DateInterval After(DateInterval on) => new(NextChange.Add(on.Earliest, on.HasEarliest ? 1 : 0), NextChange.Add(on.Latest, 1));

    private static void Tell(Sitting sitting, BoundEvent happened, DateInterval on, DateInterval until, DateInterval before)
    {
        var late = before.HasLatest ? on.Earliest.DayNumber - before.Latest.DayNumber : 0;
        var by = happened.Kind.AgreedBy < 0 ? null : happened.Attributes[happened.Kind.AgreedBy];
        sitting.Because(late > 0
            ? new Reason(ReasonTemplate.ExtendedLate, null, by, on, until, late, on.Latest.DayNumber - before.Earliest.DayNumber)
            : new Reason(ReasonTemplate.ExtendedTo, null, by, on, until));
    }

    /// <summary>An extension names a rule by its short id, which means the duty across editions, or by its full name.</summary>
    private static bool MayMean(BoundEvent happened, CompiledTimescale rule, in Instance instance) =>
        (happened.Kind.ItemKind < 0 || instance.Item < 0 || happened.Item == instance.Item)
        && (About(happened) is not { } about || about == rule.Rule.Id || about == rule.Rule.FullName);

    private static string? About(BoundEvent happened) =>
        happened.Kind.About < 0 ? null : happened.Attributes[happened.Kind.About];

    private static DateInterval? Until(BoundEvent happened) =>
        happened.Kind.Until < 0 ? null : OwnDates.Parse(happened.Attributes[happened.Kind.Until]);

    private static DateInterval AtLeast(DateInterval due, DateInterval until) => new(
        until.Earliest > due.Earliest ? until.Earliest : due.Earliest,
        until.Latest > due.Latest ? until.Latest : due.Latest);
}
