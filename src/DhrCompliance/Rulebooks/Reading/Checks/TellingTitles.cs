using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>
/// Titles in words of a sensitive fact that the rule rests on. Such a rule is named in no mail, calendar or board's page whatever its title; its title stands where people look the
/// case up, and is read over a shoulder.
/// </summary>
internal sealed class TellingTitles(Desk desk, Vocabulary vocabulary)
{
    /// <summary>Of a shorter word too little is left to tell it from others.</summary>
    private const int Stem = 5;

    // Circles of conditions are refused elsewhere.
    private const int Deepest = 64;

    public void Check(IReadOnlyList<PackEntry> packs)
    {
        foreach (var entry in packs)
        {
            foreach (var rule in entry.Pack.Rules.Where(rule => rule is not Criterion))
            {
                Condition?[] conditions = [rule.AppliesWhen, (rule.ForEach as ForEachItem)?.Where, (rule as Check)?.Require];
                if (conditions.SelectMany(condition => Words(condition, 0)).Select(word => (word.Fact, Said: SaidIn(rule.Title, word.Word))).FirstOrDefault(word => word.Said is not null) is { Said: { } said } found)
                {
                    desk.Mistakes.Warning(
                        entry.RulePlaces[rule.Id],
                        Codes.TellingTitle,
                        $"the title of '{rule.Id}' says '{said}', and it rests on '{found.Fact}', which is sensitive",
                        "A title that does not say why it is asked: the rule is there only where the fact is so. No mail names it either way.");
                }
            }
        }
    }

    private static string? SaidIn(string title, string word) => title
        .Split([' ', ',', '.', ':', ';', '(', ')', '-', '/', '’', '\''], StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(said => said.Length >= Stem && said.AsSpan(0, Stem).Equals(word.AsSpan(0, Stem), StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of the sensitive facts that a condition asks for, and of what it asks of them.</summary>
    private IEnumerable<(string Fact, string Word)> Words(Condition? condition, int depth) => depth > Deepest ? [] : condition switch
    {
        AllOf all => all.Parts.SelectMany(part => Words(part, depth + 1)),
        AnyOf any => any.Parts.SelectMany(part => Words(part, depth + 1)),
        NotSo not => Words(not.Inner, depth + 1),
        OverItems over => Words(over.Body, depth + 1),
        Named named => Words(named, depth),
        FactTest test when vocabulary.Facts.Any(fact => fact.Sensitive && fact.Name == test.Fact) =>
            test.Values.Prepend(test.Fact).SelectMany(text => text.Split('-')).Where(word => word.Length >= Stem).Select(word => (test.Fact, word)),
        _ => [],
    };

    /// <summary>Where a named condition rests on a sensitive fact, its title is as telling.</summary>
    private IEnumerable<(string Fact, string Word)> Words(Named named, int depth)
    {
        if (vocabulary.Conditions.FirstOrDefault(one => one.Name == named.Name) is not { } condition)
        {
            return [];
        }

        var words = Words(condition.When, depth + 1).ToList();
        return words.Count == 0 ? [] : words.Concat(condition.Name.Split('-').Where(word => word.Length >= Stem).Select(word => (words[0].Fact, word)));
    }
}
