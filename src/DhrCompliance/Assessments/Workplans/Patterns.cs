using System.Collections.Immutable;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Workplans;

/// <summary>Which events a rule waits for, and which meet it: read off the rule.</summary>
internal static class Patterns
{
    /// <summary>What starts a duty, or is a gate's moment, in order of preference. Empty: a date of the item itself, another rule's lateness, or nothing.</summary>
    public static ImmutableArray<EventPattern> Starting(Rule rule)
    {
        ImmutableArray<EventPattern> own = rule.ForEach is ForEachEvent each ? [each.Event] : [];
        return rule switch
        {
            Timescale { Starts.IsEmpty: false } duty when own.IsEmpty => [.. duty.Starts.OfType<StartEvent>().Select(start => start.Event)],
            Check { Order: [.., var last] } when own.IsEmpty => [last],
            Check { At: { } at } when own.IsEmpty => [at],
            Check { From: { } from } when own.IsEmpty => [from],
            Check { SignedBy: { } signing } => [signing],
            _ => own,
        };
    }

    /// <summary>What meets a duty or signs a checklist.</summary>
    public static ImmutableArray<EventPattern> Meeting(Rule rule) => rule switch
    {
        Timescale { MetBy: MetByEvent one } => [one.Event],
        Timescale { MetBy: MetByAll all } => all.Events,
        Timescale { MetBy: MetByAny any } => any.Events,
        Check { SignedBy: { } signing } => [signing],
        _ => [],
    };

    /// <summary>Whether one event could match both.</summary>
    public static bool Agree(EventPattern one, EventPattern other) => one.Event == other.Event
        && !one.Where.Any(test => other.Where.Any(beside => beside.Attribute == test.Attribute && !beside.OneOf.Intersect(test.OneOf).Any()));

    /// <summary>Whether an event with these attributes certainly does not match, though it is of the kind.</summary>
    public static bool Differs(EventPattern pattern, IReadOnlyDictionary<string, string> attributes) =>
        pattern.Where.Any(test => attributes.TryGetValue(test.Attribute, out var value) && !Values(value).Intersect(test.OneOf).Any());

    /// <summary>Whether the event certainly matches.</summary>
    public static bool Matches(EventPattern pattern, CaseEvent happened) => pattern.Event == happened.Event
        && pattern.Where.All(test => happened.Attributes.TryGetValue(test.Attribute, out var value) && Values(value).Intersect(test.OneOf).Any());

    /// <summary>Whether the answer rests on what has happened, so that a no of today can become a yes.</summary>
    public static bool CanCome(Condition? condition, Vocabulary vocabulary, int depth = 0) => depth < 64 && condition switch
    {
        AllOf all => all.Parts.Any(part => CanCome(part, vocabulary, depth + 1)),
        AnyOf any => any.Parts.Any(part => CanCome(part, vocabulary, depth + 1)),
        NotSo not => CanCome(not.Inner, vocabulary, depth + 1),
        OverItems over => CanCome(over.Body, vocabulary, depth + 1),
        Named named => CanCome(vocabulary.Conditions.FirstOrDefault(one => one.Name == named.Name)?.When, vocabulary, depth + 1),
        EventTest => true,
        _ => false,
    };

    private static string[] Values(string value) => value.Split(';', StringSplitOptions.TrimEntries);
}
