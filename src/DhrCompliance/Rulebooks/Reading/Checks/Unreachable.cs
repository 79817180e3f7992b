using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>Conditions that can never be yes: of rules, and of the vocabulary.</summary>
internal sealed class Unreachable(Desk desk, Vocabulary vocabulary)
{
    private readonly Reachability _reachability = new(vocabulary);

    public void Check(IReadOnlyList<PackEntry> packs)
    {
        foreach (var condition in vocabulary.Conditions)
        {
            Look(condition.When, null, desk.Lexicon.Place(WordKind.Condition, condition.Name), $"the condition '{condition.Name}' can never be yes");
        }

        foreach (var entry in packs)
        {
            foreach (var rule in entry.Pack.Rules)
            {
                var place = entry.RulePlaces[rule.Id];
                var each = rule.ForEach as ForEachItem;
                Look((rule as Criterion)?.When, null, place, $"'{rule.Id}' can never be met");
                Look(rule.AppliesWhen, each?.ItemKind, place, $"'{rule.Id}' never applies");
                Look(each?.Where, each?.ItemKind, place, $"'{rule.Id}' is for no {each?.ItemKind}");
                Look(rule.WaivedBy, each?.ItemKind, place, $"'{rule.Id}' can never be waived");
                Look((rule as Check)?.Require, each?.ItemKind, place, $"'{rule.Id}' can never hold");
            }
        }
    }

    // What only names a condition is told where that is declared.
    private void Look(Condition? condition, string? itemKind, Place place, string what)
    {
        if (condition is not (null or Named) && _reachability.Obstacle(condition, itemKind) is { } word)
        {
            desk.Mistakes.Warning(place, Codes.Unreachable, $"{what}: what is asked of '{word}' cannot be so at once", "Probably 'any:' was meant in place of 'all:', or one of the values is wrong.");
        }
    }
}
