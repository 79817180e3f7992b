using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>Smaller forms of a case and its rules, so that a failure is as short as it can be.</summary>
internal static class SmallShrinks
{
    public static IEnumerable<Small> Of(Small small)
    {
        var pack = small.Rulebook.Packs[0];
        foreach (var rule in pack.Timescales)
        {
            if (pack.Timescales.Length + pack.Checks.Length > 1 && !pack.Timescales.Any(other => other.Starts.Any(start => start is StartOverdue)))
            {
                yield return With(small, pack with { Timescales = pack.Timescales.Remove(rule) });
            }

            foreach (var plainer in Plainer(rule).Where(plainer => plainer != rule))
            {
                yield return With(small, pack with { Timescales = pack.Timescales.Replace(rule, plainer) });
            }
        }

        foreach (var rule in pack.Checks)
        {
            if (pack.Timescales.Length + pack.Checks.Length > 1)
            {
                yield return With(small, pack with { Checks = pack.Checks.Remove(rule) });
            }

            if (rule.AppliesWhen is not null || rule.WaivedBy is not null)
            {
                yield return With(small, pack with { Checks = pack.Checks.Replace(rule, rule with { AppliesWhen = null, WaivedBy = null }) });
            }
        }

        foreach (var file in Smaller(small.File))
        {
            yield return small with { File = file };
        }
    }

    private static Small With(Small small, Pack pack) => small with { Rulebook = small.Rulebook with { Packs = [pack] } };

    private static IEnumerable<Timescale> Plainer(Timescale rule)
    {
        yield return rule with { AppliesWhen = null };
        yield return rule with { WaivedBy = null };
        yield return rule with { EndsWith = [] };
        yield return rule with { PausedBy = [] };
        yield return rule with { ExtendedBy = null };
        yield return rule with { Escalation = null };
        if (rule.Starts.Length > 1)
        {
            yield return rule with { Starts = [rule.Starts[0]] };
            yield return rule with { Starts = [rule.Starts[1]] };
        }
    }

    private static IEnumerable<CaseFile> Smaller(CaseFile file)
    {
        foreach (var happened in file.Events.Where(happened => happened.Id != "E0"))
        {
            yield return file with { Events = file.Events.Remove(happened) };
            if (!happened.Date.IsDay)
            {
                yield return file with { Events = file.Events.Replace(happened, happened with { Date = DateInterval.On(happened.Date.HasLatest ? happened.Date.Latest : new DateOnly(2024, 2, 20)) }) };
                if (happened.Date is { HasEarliest: true, HasLatest: true, Width: > 1 })
                {
                    yield return file with { Events = file.Events.Replace(happened, happened with { Date = new DateInterval(happened.Date.Latest.AddDays(-1), happened.Date.Latest) }) };
                }
            }
        }

        foreach (var meeting in file.OfPartnership?.Events ?? [])
        {
            yield return file with { OfPartnership = file.OfPartnership! with { Events = file.OfPartnership.Events.Remove(meeting) } };
        }

        foreach (var item in file.Items.Where(item => !file.Events.Any(happened => happened.Item == item.Id)))
        {
            yield return file with { Items = file.Items.Remove(item) };
        }
    }
}
