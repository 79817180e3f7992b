using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>Words that lead back to themselves: events implied by one another, conditions that rest on one another.</summary>
internal static class Circles
{
    public static void Check(Vocabulary vocabulary, Lexicon lexicon, DiagnosticList mistakes)
    {
        Report(
            vocabulary.Events.ToDictionary(kind => kind.Name, ImpliedBy, StringComparer.Ordinal),
            "is implied by",
            word => lexicon.Place(WordKind.Event, word),
            mistakes);
        Report(
            vocabulary.Conditions.ToDictionary(condition => condition.Name, condition => Names(condition.When).ToImmutableArray(), StringComparer.Ordinal),
            "rests on",
            word => lexicon.Place(WordKind.Condition, word),
            mistakes);
    }

    // What is not certain supplies and bounds nothing, so that no circle runs through it.
    private static ImmutableArray<string> ImpliedBy(EventKind kind) =>
        [.. kind.ImpliedBy.Where(implication => implication.Certain).SelectMany(implication => implication.By).Select(pattern => pattern.Event).Distinct()];

    private static IEnumerable<string> Names(Condition condition) => condition switch
    {
        Named named => [named.Name],
        AllOf all => all.Parts.SelectMany(Names),
        AnyOf any => any.Parts.SelectMany(Names),
        NotSo not => Names(not.Inner),
        OverItems over => Names(over.Body),
        _ => [],
    };

    /// <summary>Walks along the words without recursion, as their chain may be as long as a file.</summary>
    public static void Report(
        Dictionary<string, ImmutableArray<string>> next, string verb, Func<string, Texts.Place> place, DiagnosticList mistakes)
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in next.Keys)
        {
            List<(string Word, int Next)> path = [(start, 0)];
            var onPath = new HashSet<string>(StringComparer.Ordinal) { start };
            while (path.Count > 0)
            {
                var (word, index) = path[^1];
                if (done.Contains(word) || !next.TryGetValue(word, out var words) || index >= words.Length)
                {
                    done.Add(word);
                    onPath.Remove(word);
                    path.RemoveAt(path.Count - 1);
                    continue;
                }

                path[^1] = (word, index + 1);
                if (onPath.Add(words[index]))
                {
                    path.Add((words[index], 0));
                    continue;
                }

                var circle = string.Join($" {verb} ", [.. path.SkipWhile(step => step.Word != words[index]).Select(step => $"'{step.Word}'"), $"'{words[index]}'"]);
                mistakes.Error(place(words[index]), Codes.Circle, $"a circle: {circle}");
            }
        }
    }
}
