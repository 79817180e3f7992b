using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>What ended a running instance without meeting it.</summary>
/// <param name="Certain">It ended, certainly, on or after the start and by the day.</param>
/// <param name="Possible">It ended, or may have.</param>
/// <param name="On">When.</param>
/// <param name="Word">The event.</param>
/// <param name="Restart">The later start that started it anew; null: none did for certain.</param>
/// <param name="MayRestart">Whether a later start started it anew cannot be told.</param>
internal readonly record struct Ending(bool Certain, bool Possible, DateInterval On, string Word, Start? Restart, bool MayRestart = false);

/// <summary>Finds the end of an instance: only recorded or implied ends count.</summary>
internal static class EndFinder
{
    public static Ending Find(Sitting sitting, CompiledTimescale rule, in Instance instance, DateInterval start, in Meeting meeting)
    {
        var found = default(Ending);
        foreach (var pattern in rule.EndsWith)
        {
            foreach (var happened in sitting.File.Of(pattern.Kind))
            {
                var on = happened.On(sitting.AsOf);
                var match = pattern.Match(happened, sitting.File);
                if (match == Answer.No || on.Earliest > sitting.AsOf || on.Latest < start.Earliest
                    || (happened.Kind.ItemKind >= 0 && instance.Item >= 0 && happened.Item != instance.Item))
                {
                    continue;
                }

                var certain = match == Answer.Yes && on.Latest <= sitting.AsOf && on.Earliest >= start.Latest;
                if (!found.Possible || (certain && (!found.Certain || on.Latest < found.On.Latest)))
                {
                    found = new Ending(certain, true, on, pattern.Kind.Name, null);
                }
                else if (!found.Certain)
                {
                    found = found with { On = found.On.Hull(on) };
                }
            }
        }

        return found.Possible ? Again(sitting, rule, instance, meeting, found) : found;
    }

    /// <summary>What ended may have been started anew by a later start.</summary>
    private static Ending Again(Sitting sitting, CompiledTimescale rule, in Instance instance, in Meeting meeting, in Ending found)
    {
        if (found.On.Earliest == DateOnly.MaxValue || (meeting.Certain && meeting.On.Latest <= found.On.Earliest))
        {
            return found;
        }

        var again = StartFinder.Find(sitting, rule, instance, found.On.Earliest.AddDays(1));
        if (again.Exists == Answer.No || again.On.Earliest > sitting.AsOf)
        {
            sitting.Next.Consider(again.On.Earliest);
            return found;
        }

        var begun = again.Event?.On(sitting.AsOf).Earliest ?? again.On.Earliest;
        var unmet = !meeting.Possible || meeting.On.Earliest > found.On.Latest;
        return found.Certain && unmet && again.Exists == Answer.Yes && begun > found.On.Latest
            ? found with { Restart = again }
            : found with { Certain = false, MayRestart = true };
    }
}
