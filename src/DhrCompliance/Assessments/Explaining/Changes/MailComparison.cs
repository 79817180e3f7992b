using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Assessments.Explaining.Changes;

/// <summary>What became of the mails: who gets those beside the paths and when, and what mails say.</summary>
internal static class MailComparison
{
    public static IEnumerable<RulebookChange> Of(Comparison compared)
    {
        var sentences = Comparison.Sentences(Points(compared.Before), Points(compared.Now), Points(compared.Worded));
        if (!sentences.IsEmpty)
        {
            var isSubstance = compared.Differ(compared.Before.Post, compared.Now.Post);
            yield return Change("post", "Mails beside the paths", isSubstance ? ChangeWeight.Substance : ChangeWeight.Wording, sentences);
        }

        foreach (var kind in NoticeTexts.All.GroupBy(id => id.Notice, StringComparer.Ordinal))
        {
            var texts = Comparison.Sentences(Texts(kind, compared.Before), Texts(kind, compared.Now));
            if (!texts.IsEmpty)
            {
                yield return Change($"notices/{kind.Key}", $"What mails say: {English.Plain(kind.Key)}", ChangeWeight.Wording, texts);
            }
        }
    }

    private static RulebookChange Change(string name, string title, ChangeWeight weight, ImmutableArray<SentenceChange> sentences) =>
        new() { Kind = ChangeKind.Changed, Weight = weight, Name = name, Title = title, Sentences = sentences };

    private static IEnumerable<RulePoint> Points(Rulebook rulebook) => PostSentences.Of(rulebook).Select(told => new RulePoint(told.About, told.Sentence));

    private static IEnumerable<RulePoint> Texts(IEnumerable<TextId> ids, Rulebook rulebook) => ids.Select(id => new RulePoint(id.Key, rulebook.Texts.Written(id)));
}
