using DhrCompliance.Assessments.Explaining.Glossaries;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Changes;

/// <summary>What became of the words.</summary>
internal static class WordComparison
{
    public static IEnumerable<RulebookChange> Of(Comparison compared)
    {
        var (before, now) = (compared.Before.Vocabulary, compared.Now.Vocabulary);
        var then = Glossary.Of(compared.Before).ToDictionary(entry => Key(entry, compared));
        var worded = Glossary.Of(compared.Worded).ToDictionary(entry => (entry.Sort, entry.Of, entry.Word));
        foreach (var entry in Glossary.Of(compared.Now))
        {
            var change = then.Remove((entry.Sort, entry.Of, entry.Word), out var earlier)
                ? Between(earlier, entry, worded[(entry.Sort, entry.Of, entry.Word)], compared)
                : Comparison.Whole(ChangeKind.Added, entry.Word, Titled(entry));
            if (change is not null)
            {
                yield return change;
            }
        }

        foreach (var entry in then.Values)
        {
            yield return Comparison.Whole(ChangeKind.Withdrawn, entry.Word, Titled(entry));
        }
    }

    private static RulebookChange? Between(GlossaryEntry before, GlossaryEntry now, GlossaryEntry worded, Comparison compared)
    {
        var sentences = Comparison.Sentences(
            before.Says.Concat(before.ImpliedBy), now.Says.Concat(now.ImpliedBy), worded.Says.Concat(worded.ImpliedBy));
        if (before.Title != now.Title)
        {
            sentences = sentences.Insert(0, new SentenceChange("title", before.Title, now.Title));
        }

        // The word's place in sentences of other words is told with those.
        var isOther = compared.Differ(Part(before, compared.Before.Vocabulary), Part(now, compared.Now.Vocabulary), "Name", "Was", "Title", "Question");
        sentences = isOther ? sentences : [.. sentences.Where(change => change.About == "title")];
        var weight = isOther ? ChangeWeight.Substance : sentences.IsEmpty ? default(ChangeWeight?) : ChangeWeight.Wording;
        return Comparison.Between(before.Word, now.Word, Titled(now), weight, sentences);
    }

    private static (WordSort, string?, string) Key(GlossaryEntry entry, Comparison compared) =>
        (entry.Sort, entry.Of is null ? null : compared.Renamed.GetValueOrDefault(entry.Of, entry.Of), compared.Renamed.GetValueOrDefault(entry.Word, entry.Word));

    private static string Titled(GlossaryEntry entry) => $"{entry.Title} ({Of(entry.Sort)})";

    private static string Of(WordSort sort) => sort switch
    {
        WordSort.Role => "a role",
        WordSort.Item => "what a review has several of",
        WordSort.Fact => "a question",
        WordSort.Event => "an event",
        _ => "a condition",
    };

    private static object Part(GlossaryEntry entry, Vocabulary words) => entry.Sort switch
    {
        WordSort.Role => words.Roles.First(role => role.Name == entry.Word),
        WordSort.Item => words.Items.First(item => item.Name == entry.Word),
        WordSort.Fact => words.Facts.First(fact => fact.Name == entry.Word && fact.Of == entry.Of),
        WordSort.Event => words.Events.First(kind => kind.Name == entry.Word),
        _ => words.Conditions.First(one => one.Name == entry.Word),
    };
}
