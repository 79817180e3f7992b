using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Changes;

/// <summary>A vocabulary whose words are called by the titles that they, or those they were before, had in another.</summary>
internal static class FormerTitles
{
    public static Vocabulary Of(Vocabulary now, Vocabulary before, IReadOnlyDictionary<string, string> renamed)
    {
        var facts = By(before.Facts, fact => (fact.Of, renamed.GetValueOrDefault(fact.Name, fact.Name)), fact => fact.Question);
        var events = By(before.Events, kind => Now(kind.Name), kind => kind.Title);
        var items = By(before.Items, item => Now(item.Name), item => item.Title);
        var roles = By(before.Roles, role => Now(role.Name), role => role.Title);
        var conditions = By(before.Conditions, one => Now(one.Name), one => one.Title);
        return now with
        {
            Facts = [.. now.Facts.Select(fact => fact with { Question = facts.GetValueOrDefault((fact.Of, fact.Name), fact.Question) })],
            Events = [.. now.Events.Select(kind => kind with { Title = events.GetValueOrDefault(kind.Name, kind.Title) })],
            Items = [.. now.Items.Select(item => item with { Title = items.GetValueOrDefault(item.Name, item.Title) })],
            Roles = [.. now.Roles.Select(role => role with { Title = roles.GetValueOrDefault(role.Name, role.Title) })],
            Conditions = [.. now.Conditions.Select(one => one with { Title = conditions.GetValueOrDefault(one.Name, one.Title) })],
        };

        string Now(string name) => renamed.GetValueOrDefault(name, name);
    }

    private static Dictionary<TKey, string> By<TWord, TKey>(ImmutableArray<TWord> words, Func<TWord, TKey> key, Func<TWord, string> title)
        where TKey : notnull =>
        words.GroupBy(key).ToDictionary(group => group.Key, group => title(group.First()));
}
