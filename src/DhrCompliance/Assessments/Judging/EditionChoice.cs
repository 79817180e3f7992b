using System.Collections.Immutable;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Judging;

/// <summary>A pack that governs the case, or could.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Floor">The day before which no due date of it can lie: the day it began to govern; null: none.</param>
/// <param name="Others">The editions that could govern, this one included, as text; null when it alone does.</param>
/// <param name="DecidedBy">The event whose date decides among them.</param>
/// <param name="Decided">That date.</param>
internal sealed record Standing(CompiledPack Pack, DateInterval? Floor, string? Others = null, string? DecidedBy = null, DateInterval Decided = default);

/// <summary>Which law governs: chosen by the case's own dates, never by today.</summary>
internal static class EditionChoice
{
    public static List<Standing> Governing(Sitting sitting)
    {
        var standings = new List<Standing>(sitting.Rulebook.Packs.Length);
        if (sitting.File.File.Kind == SubjectKind.Partnership)
        {
            // Every rule is about reviews; a partnership's own events are no review.
            return standings;
        }

        foreach (var pack in sitting.Rulebook.Packs)
        {
            if (pack.Pack.Series is null && Alone(sitting, pack) is { } standing)
            {
                standings.Add(standing);
            }
        }

        foreach (var series in sitting.Rulebook.Series)
        {
            AddEditions(sitting, series, standings);
        }

        return standings;
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

        var earliest = by.IsEmpty ? DateOnly.MinValue : sitting.File.NotBefore[by[^1].Slot];
        return (by.IsEmpty ? null : by[0], new DateInterval(earliest, earliest > sitting.AsOf ? earliest : sitting.AsOf), false);
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
            var adopted = sitting.File.File.Adopted.FirstOrDefault(one => one.Pack == pack.Pack.Id && one.From <= sitting.AsOf && (one.Until is null || one.Until >= sitting.AsOf));
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

        var (_, on, _) = Deciding(sitting, pack.GovernedBy);
        return on.Latest < from.Earliest ? null : new Standing(pack, Within(from, on));
    }

    private static void AddEditions(Sitting sitting, ImmutableArray<CompiledPack> series, List<Standing> standings)
    {
        var by = series.SelectMany(pack => pack.GovernedBy).Distinct().ToImmutableArray();
        by = series[^1].GovernedBy.Length > 0 ? series[^1].GovernedBy : by;
        var (kind, on, _) = Deciding(sitting, by);
        var candidates = new List<CompiledPack>(series.Length);
        for (var i = 0; i < series.Length; i++)
        {
            var begun = series[i].Pack.Governs?.From is not { } from || on.Latest >= from.Earliest;
            var over = i + 1 < series.Length && series[i + 1].Pack.Governs?.From is { } next && on.Earliest >= next.Latest;
            if (begun && !over && series[i].Pack.Governs is var governs && (governs is null || InJurisdiction(governs, sitting)))
            {
                candidates.Add(series[i]);
            }
        }

        var others = candidates.Count > 1 ? string.Join(", ", candidates.Select(pack => pack.Pack.Id)) : null;
        foreach (var pack in candidates)
        {
            standings.Add(new Standing(pack, pack.Pack.Governs?.From is { } from ? Within(from, on) : null, others, kind?.Name, on));
        }
    }

    private static bool InJurisdiction(Governance governs, Sitting sitting) =>
        governs.Jurisdiction.IsEmpty || governs.Jurisdiction.Contains(sitting.File.File.Jurisdiction);

    /// <summary>If it governs, it had begun by the deciding date.</summary>
    private static DateInterval Within(DateInterval from, DateInterval on) =>
        from.Latest > on.Latest && on.Latest >= from.Earliest ? new DateInterval(from.Earliest, on.Latest) : from;
}
