using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>What ended a running instance without meeting it.</summary>
/// <param name="Certain">It ended, certainly, on or after the start and by the day.</param>
/// <param name="Possible">It ended, or may have.</param>
/// <param name="On">When.</param>
/// <param name="Word">The event.</param>
/// <param name="Restart">The later start that started it anew; null: none.</param>
internal readonly record struct Ending(bool Certain, bool Possible, DateInterval On, string Word, Start? Restart);

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

        if (found.Certain && !(meeting.Possible && meeting.On.Earliest <= found.On.Latest)
            && found.On.IsDay && found.On.Latest < DateOnly.MaxValue)
        {
            var again = StartFinder.Find(sitting, rule, instance, found.On.Latest.AddDays(1));
            if (again.Exists == Answer.Yes && again.On.Earliest > found.On.Latest && again.On.Earliest <= sitting.AsOf)
            {
                return found with { Restart = again };
            }

            if (again.Exists != Answer.No)
            {
                // It may have been started anew: whether it is ended cannot be told.
                return found with { Certain = false };
            }
        }

        return found;
    }
}
