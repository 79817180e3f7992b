using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Texts;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>A former name leads to one thing: nothing has it now, and nothing else had it before. That nothing at all knows it is no fault.</summary>
internal static class FormerNames
{
    public static void Check(Desk desk, Rulebook rulebook)
    {
        var current = Current(rulebook);
        var packs = rulebook.Packs.GroupBy(pack => pack.Id, StringComparer.Ordinal).ToDictionary(pack => pack.Key, pack => pack.First(), StringComparer.Ordinal);
        var claimed = new Dictionary<(string Noun, string Name), (string Now, Place Place)>();
        foreach (var former in desk.Former.All)
        {
            var (now, old) = former.Pack is null || !packs.TryGetValue(former.Pack, out var pack)
                ? (former.Now, former.Old)
                : (pack.DutyOf(former.Now), CurrentNames.FormerDuty(former.Old, pack, packs));
            if (old == now)
            {
                Wrong(former, $"{Quote.Of(former.Old)} is its name still", "Delete 'was:', or give the name it had before.");
            }
            else if (current.Contains((former.Noun, old)))
            {
                Wrong(former, $"{Quote.Of(former.Old)} is the name of another {former.Noun}, so that it cannot be told which of the two its history belongs to",
                    former.Pack is null ? "Rename that one too, or delete 'was:'." : "Rename it in every edition of the series, or delete 'was:'.");
            }
            else if (!claimed.TryAdd((former.Noun, old), (now, former.Place)) && claimed[(former.Noun, old)] is var first && first.Now != now)
            {
                Wrong(former, $"{Quote.Of(former.Old)} is said to be the former name of two things; '{first.Now}' has it at {first.Place} already", "Its history belongs to one of them: delete the other 'was:'.");
            }
        }

        void Wrong(FormerName former, string message, string hint) => desk.Mistakes.Error(former.Place, Codes.FormerName, message, hint: hint);
    }

    private static HashSet<(string Noun, string Name)> Current(Rulebook rulebook) =>
    [
        .. rulebook.Vocabulary.Events.Select(kind => ("event", kind.Name)),
        .. rulebook.Vocabulary.Items.Select(kind => ("item kind", kind.Name)),
        .. rulebook.Vocabulary.Roles.Select(role => ("role", role.Name)),
        .. rulebook.Vocabulary.Facts.Select(fact => (fact.Of is null ? "fact" : $"fact of each {fact.Of}", fact.Name)),
        .. rulebook.Paths.SelectMany(path => path.Steps.Select(step => ($"step of the path '{path.Id}'", step.Id))),
        .. rulebook.Packs.SelectMany(pack => pack.Rules.Select(rule => ("rule", pack.DutyOf(rule.Id)))),
    ];
}
