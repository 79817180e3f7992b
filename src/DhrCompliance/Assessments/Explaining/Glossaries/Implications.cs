using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Glossaries;

/// <summary>What could not have happened before what: told from both sides.</summary>
internal static class Implications
{
    /// <summary>What follows from a record of the event.</summary>
    public static IEnumerable<RulePoint> From(EventKind kind, Phrases phrases)
    {
        var found = (from implied in phrases.Rulebook.Vocabulary.Events
                     from implication in implied.ImpliedBy
                     from cause in implication.By
                     where cause.Event == kind.Name
                     group (Implied: implied, Implication: implication, By: cause) by (implied.Name, implication.Certain)).ToList();
        var certain = found.Where(group => group.Key.Certain).Select(group => Implied([.. group], phrases)).ToList();
        if (certain.Count > 0)
        {
            yield return new("what it implies", $"Where it is recorded, this had happened by then, recorded or not: {English.List(certain)}.");
        }

        var asked = found.Where(group => !group.Key.Certain).Select(group => Implied([.. group], phrases)).ToList();
        if (asked.Count > 0)
        {
            yield return new("what it asks", $"Where it is recorded and this is not, a question asks about it: {English.List(asked)}.");
        }
    }

    /// <summary>What a record of other events says about it.</summary>
    public static IEnumerable<RulePoint> To(EventKind kind, Phrases phrases)
    {
        var ways = kind.ImpliedBy.Where(way => way.Certain).ToList();
        if (ways.Count > 0)
        {
            yield return new("what implies it", $"It had happened where one of these is recorded: {English.List([.. ways.SelectMany(By).Distinct(StringComparer.Ordinal)], "or")}.");
        }

        var asking = kind.ImpliedBy.Where(way => !way.Certain).ToList();
        if (asking.Count > 0)
        {
            yield return new("what asks about it", $"Where it is not recorded and one of these is, a question asks about it: {English.List([.. asking.SelectMany(By).Distinct(StringComparer.Ordinal)], "or")}.");
        }

        IEnumerable<string> By(Implication way) => way.By.Select(cause => phrases.Event(cause)
            + (way.With.IsEmpty ? string.Empty : $" (then {With(way, phrases)})")
            + (way.Each ? " (one for each)" : string.Empty));
    }

    // Several ways from one event to another differ only in what they carry over, such as the same reason: which, is said with the other.
    private static string Implied(IReadOnlyList<(EventKind Implied, Implication Implication, EventPattern By)> ways, Phrases phrases)
    {
        var text = phrases.Event(ways[0].Implied.Name);
        if (ways is not [var only])
        {
            return text;
        }

        var carried = only.Implication.With.IsEmpty ? string.Empty : $" ({With(only.Implication, phrases)})";
        var where = only.By.Where.IsEmpty
            ? string.Empty
            : $", where {English.List([.. only.By.Where.Select(test => $"“{English.Plain(test.Attribute)}” is {English.List([.. test.OneOf.Select(phrases.Choice)], "or")}")])}";
        return text + carried + where;
    }

    private static string With(Implication way, Phrases phrases) => English.List(
        [.. way.With.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{English.Plain(pair.Key)} {phrases.Choice(pair.Value)}")]);
}
