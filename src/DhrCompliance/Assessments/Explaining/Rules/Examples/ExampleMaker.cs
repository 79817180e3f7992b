using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Rules.Examples;

/// <summary>Sets a rule's clock going in a made-up case.</summary>
internal static class ExampleMaker
{
    private const int SetAfterDays = 28;
    private const int PlannedAfterDays = 45;

    // A rule that starts when another falls overdue, that one likewise, and so on: no shipped chain is longer than two.
    private const int LongestChain = 8;

    /// <summary>What every rule asks of its case: that it applies and is not waived.</summary>
    public static void Applies(ExampleCase made, Rule rule, DateOnly day)
    {
        if (rule.AppliesWhen is { } applies)
        {
            Wished.Make(made, applies, so: true, day, ItemKind(rule));
        }

        if (rule.WaivedBy is { } waived)
        {
            Wished.Make(made, waived, so: false, day, ItemKind(rule));
        }

        if (rule.ForEach is ForEachItem item)
        {
            made.Item(item.ItemKind);
            if (item.Where is { } where)
            {
                Wished.Make(made, where, so: true, day, item.ItemKind);
            }
        }
    }

    /// <summary>Starts the clock on the day, by what the rule prefers.</summary>
    public static void Start(ExampleCase made, Timescale rule, DateOnly day, Rulebook rulebook, int depth = 0)
    {
        Applies(made, rule, day);
        if (rule.ForEach is ForEachEvent each)
        {
            made.Happen(each.Event, day);
        }

        switch (rule.Starts)
        {
            case [StartEvent start, ..]:
                made.Happen(start.Event, day);
                break;
            case [StartOwnDate own, ..]:
                Own(made, rule.ForEach, own.Name, day, day);
                break;
            case [StartOverdue late, ..] when depth < LongestChain
                && RuleReferences.Resolve(rulebook.Packs, rule.Pack, late.Rule).OfType<Timescale>().FirstOrDefault() is { } other:
                Start(made, other, day, rulebook, depth + 1);
                break;
            default:
                break;
        }
    }

    /// <summary>Sets the date, or plans the event, that the limit asks for. False: the limit asks for none.</summary>
    public static bool SetDate(ExampleCase made, Timescale rule, DateOnly day)
    {
        switch (rule.Limit)
        {
            case ByDate { Dates: [{ Event: null } source, ..] }:
                Own(made, rule.ForEach, source.Name, day.AddDays(SetAfterDays), day);
                return true;
            case ByDate { Dates: [{ Event: { } kind } source, ..] }:
                made.Attribute(kind, source.Name, day.AddDays(SetAfterDays), day);
                return true;
            case NextEvent next:
                made.Happen(next.Event, day.AddDays(PlannedAfterDays));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The case, with what decides that the rule's pack governs it, on a register that was kept from before its first event.</summary>
    public static CaseFile File(ExampleCase made, Rule rule, Pack pack, DateOnly day)
    {
        foreach (var governs in new[] { pack.Governs, rule.Governs }.OfType<Governance>().Where(governs => rule.Subject == SubjectKind.Review))
        {
            if (governs.By is [var first, ..] && !governs.By.Any(made.Has) && !governs.By.Any(decides => Meets(rule, decides)))
            {
                made.Happen(new EventPattern { Event = first }, day.AddDays(-ExampleDays.Before + 1));
            }
        }

        if (made.HasRounds)
        {
            made.Begin(day);
        }

        var begun = made.First is { } earliest && earliest < day ? earliest : day;
        return made.File(rule.Subject, pack, rule.ForEach is ForEachPeriod ? day : begun.AddDays(-1));
    }

    // Whether the partnership was told cannot be shown to be open in a case where it was.
    private static bool Meets(Rule rule, string word) => rule is Timescale duty && duty.MetBy switch
    {
        MetByEvent one => one.Event.Event == word,
        MetByAny any => any.Events.Any(one => one.Event == word),
        _ => false,
    };

    private static void Own(ExampleCase made, ForEach? forEach, string name, DateOnly date, DateOnly day)
    {
        if (forEach is ForEachEvent each)
        {
            made.Attribute(each.Event.Event, name, date, day);
        }
        else if (forEach is ForEachItem { ItemKind: var kind } && made.Round(kind) is { Counts: { } counted } && !made.IsFact(kind, name))
        {
            made.Item(kind);
            made.Attribute(counted, name, date, day);
        }
        else if (forEach is ForEachItem { ItemKind: var of } && made.Round(of) is { Counts: { } first } own && own.Name == name)
        {
            made.Item(of);
            made.Happen(new EventPattern { Event = first }, date);
        }
        else if (forEach is ForEachItem item)
        {
            made.Fact(item.ItemKind, name, ExampleCase.Text(date));
        }
    }

    private static string? ItemKind(Rule rule) => (rule.ForEach as ForEachItem)?.ItemKind;
}
