using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>
/// The events of a rule whose absence from a register that was not yet kept is no evidence: what starts it, what meets
/// it, what it applies to, what a check asks for. Pauses, extensions, waivers and ends count only where they are recorded.
/// </summary>
internal static class Main
{
    public static IEnumerable<(EventPattern Pattern, string? Item)> Patterns(Rule rule, Small small, Func<EventPattern, string?, bool> isThere)
    {
        foreach (var group in small.Chain(rule).SelectMany(one => Groups(one).Concat(PauseEnds(one, small))))
        {
            foreach (var pattern in group)
            {
                if (small.Kind(pattern.Event).Of is null)
                {
                    // Where one of several that would do is recorded, the others are not supposed to have come before it.
                    if (!group.Any(other => isThere(other, null)))
                    {
                        yield return (pattern, null);
                    }

                    continue;
                }

                foreach (var item in small.File.Items.Where(item => item.Kind == small.Kind(pattern.Event).Of))
                {
                    if (!group.Any(other => isThere(other, item.Id)))
                    {
                        yield return (pattern, item.Id);
                    }
                }
            }
        }
    }

    private static IEnumerable<IReadOnlyList<EventPattern>> Groups(Rule rule)
    {
        foreach (var pattern in Events(rule.AppliesWhen))
        {
            yield return [pattern];
        }

        if (rule is Timescale timescale)
        {
            yield return [.. timescale.Starts.OfType<StartEvent>().Select(start => start.Event)];
            switch (timescale.MetBy)
            {
                case MetByEvent met:
                    yield return [met.Event];
                    break;
                case MetByAny any:
                    yield return any.Events;
                    break;
                case MetByAll all:
                    foreach (var pattern in all.Events)
                    {
                        yield return [pattern];
                    }

                    break;
            }
        }

        if (rule is Check check)
        {
            foreach (var pattern in check.Order.Concat(Events(check.Require)).Concat(check.At is null ? [] : [check.At]).Concat(check.SignedBy is null ? [] : [check.SignedBy]))
            {
                yield return [pattern];
            }
        }
    }

    // That a recorded pause has ended may be what is not recorded.
    private static IEnumerable<IReadOnlyList<EventPattern>> PauseEnds(Rule rule, Small small)
    {
        var ends = small.Rulebook.Vocabulary.Events.Where(kind => kind.Means == EventMeaning.PauseEnd).ToList();
        var reasons = rule is Timescale timescale ? timescale.PausedBy : [];
        return from end in ends
               from reason in reasons
               where small.File.Events.Any(happened => small.Kind(happened.Event).Means == EventMeaning.PauseStart
                   && happened.Attributes.GetValueOrDefault("reason", reason) == reason)
               select new[] { new EventPattern { Event = end.Name, Where = [new AttributeTest("reason", [reason])] } };
    }

    private static IEnumerable<EventPattern> Events(Condition? condition) => condition switch
    {
        AllOf all => all.Parts.SelectMany(Events),
        AnyOf any => any.Parts.SelectMany(Events),
        NotSo not => Events(not.Inner),
        OverItems over => Events(over.Body),
        EventTest test => [test.Event],
        _ => [],
    };
}
