using System.Collections.Immutable;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Judging;

/// <summary>A pack that governs the case, or could.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Floor">The day before which no due date of it can lie: the day it began to govern; null: none.</param>
/// <param name="Others">The editions that could govern, this one included, as text; null when it alone does.</param>
/// <param name="DecidedBy">The event whose date decides among them.</param>
/// <param name="Decided">That date.</param>
/// <param name="Governs">CannotTell: it may be that neither this pack nor another of its series governs.</param>
internal sealed record Standing(
    CompiledPack Pack, DateInterval? Floor, string? Others = null, string? DecidedBy = null, DateInterval Decided = default, Answer Governs = Answer.Yes)
{
    /// <summary>The day on which the partnership adopted it; null: it is not one that is adopted.</summary>
    public DateOnly? AdoptedFrom { get; init; }

    /// <summary>Of a partnership's own rules: the day on which the next edition begins, from which this one governs no more; null: none.</summary>
    public DateInterval? Until { get; init; }
}

/// <summary>Which law governs: chosen by the case's own dates, never by today.</summary>
internal static class EditionChoice
{
    public static void AddGoverning(Sitting sitting, List<Standing> standings)
    {
        if (sitting.File.File.Kind == SubjectKind.Partnership)
        {
            PartnershipPacks.Add(sitting, standings);
            return;
        }

        foreach (var pack in sitting.Rulebook.Packs)
        {
            if (pack.Series is null && Alone(sitting, pack) is { } standing)
            {
                standings.Add(standing);
            }
        }

        foreach (var series in sitting.Rulebook.Series)
        {
            AddEditions(sitting, series, standings);
        }
    }

    /// <summary>Ids of the packs of a series among them.</summary>
    public static ImmutableArray<string> Editions(List<Standing> standings)
    {
        var editions = ImmutableArray.CreateBuilder<string>(1);
        foreach (var standing in standings)
        {
            if (standing.Pack.Series is not null)
            {
                editions.Add(standing.Pack.Pack.Id);
            }
        }

        return editions.DrainToImmutable();
    }

    /// <summary>The date that decides: of the events named, the first that is recorded, then the first that is implied.</summary>
    public static (EventShape? Kind, DateInterval On, bool Found) Deciding(Sitting sitting, ImmutableArray<EventShape> by)
    {
        for (var implied = 0; implied < 2; implied++)
        {
            foreach (var kind in by)
            {
                foreach (var happened in sitting.File.Of(kind))
                {
                    if (happened.Recorded is null == (implied == 1))
                    {
                        return (kind, happened.On(sitting.AsOf), true);
                    }
                }
            }
        }

        // Any of them may have happened unrecorded; where none can have, the first is still to come.
        DateOnly? first = null;
        foreach (var kind in by)
        {
            var notBefore = sitting.File.NotBefore[kind.Slot];
            var possible = sitting.File.Unrecorded(kind, DateOnly.MinValue, sitting.AsOf)?.Earliest ?? (notBefore > sitting.AsOf ? notBefore : sitting.AsOf);
            first = first is { } other && other < possible ? other : possible;
        }

        var earliest = first ?? DateOnly.MinValue;
        return (by.IsEmpty ? null : by[0], new DateInterval(earliest, earliest > sitting.AsOf ? earliest : sitting.AsOf), false);
    }

    /// <summary>Where the deciding date goes with the day assessed, the days on which a law begins are days of change.</summary>
    public static void Watch(Sitting sitting, DateInterval on, DateInterval from)
    {
        if (on.Latest >= sitting.AsOf)
        {
            sitting.Next.Consider(from.Earliest);
            sitting.Next.Consider(from.Latest);
        }
    }

    private static Standing? Alone(Sitting sitting, CompiledPack pack)
    {
        var governs = pack.Pack.Governs;
        if (governs is null)
        {
            return new Standing(pack, null);
        }

        if (!InJurisdiction(governs, sitting))
        {
            return null;
        }

        DateInterval? floor = governs.From;
        if (governs.Adopted)
        {
            var adopted = Adopted(sitting, pack.Pack.Id);
            if (adopted is null)
            {
                return null;
            }

            floor = DateInterval.On(adopted.From);
        }

        if (pack.GovernedBy.IsEmpty || floor is not { } from)
        {
            return new Standing(pack, floor);
        }

        var (kind, on, _) = Deciding(sitting, pack.GovernedBy);
        Watch(sitting, on, from);
        return on.Latest < from.Earliest ? null
            : new Standing(pack, Within(from, on), null, kind?.Name, on, on.Earliest >= from.Latest ? Answer.Yes : Answer.CannotTell);
    }

    public static Adoption? Adopted(Sitting sitting, string pack)
    {
        foreach (var one in sitting.File.File.Adopted)
        {
            if (one.Pack == pack && one.From <= sitting.AsOf && (one.Until is null || one.Until >= sitting.AsOf))
            {
                return one;
            }
        }

        return null;
    }

    private static void AddEditions(Sitting sitting, CompiledSeries series, List<Standing> standings)
    {
        var (kind, on, _) = Deciding(sitting, series.By);
        var first = standings.Count;
        var start = Next(sitting, series, 0);

        // Before the first edition none governs.
        var governed = start < series.Editions.Length && series.Editions[start].Pack.Governs?.From is { } earliest && on.Earliest < earliest.Latest ? Answer.CannotTell : Answer.Yes;
        for (var i = start; i < series.Editions.Length; i = Next(sitting, series, i + 1))
        {
            var from = series.Editions[i].Pack.Governs?.From;
            if (from is { } begins)
            {
                Watch(sitting, on, begins);
            }

            var next = Next(sitting, series, i + 1);
            var over = next < series.Editions.Length && series.Editions[next].Pack.Governs?.From is { } after && on.Earliest >= after.Latest;
            if (!over && (from is not { } begun || on.Latest >= begun.Earliest))
            {
                standings.Add(new Standing(series.Editions[i], from is { } own ? Within(own, on) : null, null, kind?.Name, on, governed));
            }
        }

        if (standings.Count - first > 1)
        {
            var others = string.Join(", ", standings.Skip(first).Select(standing => standing.Pack.Pack.Id));
            for (var i = first; i < standings.Count; i++)
            {
                standings[i] = standings[i] with { Others = others };
            }
        }
    }

    /// <summary>The next edition from a place on that governs here: one for another jurisdiction follows none.</summary>
    public static int Next(Sitting sitting, CompiledSeries series, int at)
    {
        while (at < series.Editions.Length && series.Editions[at].Pack.Governs is { } governs && !InJurisdiction(governs, sitting))
        {
            at++;
        }

        return at;
    }

    public static bool InJurisdiction(Governance governs, Sitting sitting) =>
        governs.Jurisdiction.IsEmpty || governs.Jurisdiction.Contains(sitting.File.File.Jurisdiction);

    /// <summary>If it governs, it had begun by the deciding date.</summary>
    private static DateInterval Within(DateInterval from, DateInterval on) =>
        from.Latest > on.Latest && on.Latest >= from.Earliest ? new DateInterval(from.Earliest, on.Latest) : from;
}
