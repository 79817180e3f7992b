using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>Rules about a partnership ask only for what is recorded of one: events, but no facts and no items.</summary>
internal static class Subjects
{
    public static void Check(IReadOnlyList<PackEntry> packs, Vocabulary vocabulary, DiagnosticList mistakes)
    {
        foreach (var entry in packs)
        {
            foreach (var rule in entry.Pack.Timescales.AsEnumerable<Rule>().Concat(entry.Pack.Checks))
            {
                if (rule.Subject == SubjectKind.Partnership && Elsewhere(rule, vocabulary) is { } what && entry.RulePlaces.TryGetValue(rule.Id, out var place))
                {
                    mistakes.Error(
                        place,
                        Codes.SubjectDoesNotFit,
                        $"'{rule.Id}' is about a partnership and asks for {what}, which only a review has",
                        hint: "Of a partnership events are recorded: 'happened: EVENT'.");
                }
            }
        }
    }

    private static string? Elsewhere(Rule rule, Vocabulary vocabulary)
    {
        if (rule.ForEach is ForEachItem item)
        {
            return Quote.Article(item.ItemKind);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Elsewhere(rule.AppliesWhen, vocabulary, seen) ?? Elsewhere(rule.WaivedBy, vocabulary, seen) ?? Elsewhere((rule as Check)?.Require, vocabulary, seen);
    }

    // Each named condition is looked into once, so that even a circle of them ends.
    private static string? Elsewhere(Condition? condition, Vocabulary vocabulary, HashSet<string> seen) => condition switch
    {
        FactTest fact => $"'{fact.Fact}'",
        OverItems over => Quote.Article(over.ItemKind),
        AllOf all => all.Parts.Select(part => Elsewhere(part, vocabulary, seen)).FirstOrDefault(found => found is not null),
        AnyOf any => any.Parts.Select(part => Elsewhere(part, vocabulary, seen)).FirstOrDefault(found => found is not null),
        NotSo not => Elsewhere(not.Inner, vocabulary, seen),
        Named named when seen.Add(named.Name) => Elsewhere(vocabulary.Conditions.FirstOrDefault(one => one.Name == named.Name)?.When, vocabulary, seen),
        _ => null,
    };
}
