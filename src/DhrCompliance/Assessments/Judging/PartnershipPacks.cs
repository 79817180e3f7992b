using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>
/// The packs whose rules about a partnership itself are judged. A partnership has no one date that chooses among editions:
/// each instance is governed by the edition in force on its own date, of a period its first day.
/// </summary>
internal static class PartnershipPacks
{
    public static void Add(Sitting sitting, List<Standing> standings)
    {
        foreach (var pack in sitting.Rulebook.Packs)
        {
            if (pack.Series is null && Alone(sitting, pack) is { } standing)
            {
                standings.Add(standing);
            }
        }

        foreach (var series in sitting.Rulebook.Series)
        {
            for (var i = EditionChoice.Next(sitting, series, 0); i < series.Editions.Length; i = EditionChoice.Next(sitting, series, i + 1))
            {
                var next = EditionChoice.Next(sitting, series, i + 1);
                standings.Add(new Standing(series.Editions[i], series.Editions[i].Pack.Governs?.From)
                {
                    Until = next < series.Editions.Length ? series.Editions[next].Pack.Governs?.From : null,
                });
            }
        }
    }

    /// <summary>Whether the pack governs what has this date: from the day it began until the day before the next edition does.</summary>
    public static Answer Governs(Standing standing, DateInterval on)
    {
        var since = standing.Floor is not { } from || on.Earliest >= from.Latest ? Answer.Yes : on.Latest < from.Earliest ? Answer.No : Answer.CannotTell;
        var until = standing.Until is not { } next || on.Latest < next.Earliest ? Answer.Yes : on.Earliest >= next.Latest ? Answer.No : Answer.CannotTell;
        return since < until ? since : until;
    }

    /// <summary>The date of an instance that decides.</summary>
    public static DateInterval DateOf(Sitting sitting, in Instance instance, in Start? start) =>
        instance.Period is { } period ? DateInterval.On(period.First)
        : instance.Event is { } happened ? happened.On(sitting.AsOf)
        : start is { Exists: not Answer.No } begun ? begun.On
        : DateInterval.On(sitting.AsOf);

    private static Standing? Alone(Sitting sitting, CompiledPack pack)
    {
        if (pack.Pack.Governs is not { } governs)
        {
            return new Standing(pack, null);
        }

        if (!EditionChoice.InJurisdiction(governs, sitting))
        {
            return null;
        }

        if (!governs.Adopted)
        {
            return new Standing(pack, governs.From);
        }

        return EditionChoice.Adopted(sitting, pack.Pack.Id) is { } adopted
            ? new Standing(pack, DateInterval.On(adopted.From)) { AdoptedFrom = adopted.From }
            : null;
    }
}
