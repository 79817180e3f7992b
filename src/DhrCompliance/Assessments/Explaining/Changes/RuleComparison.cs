using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Changes;

/// <summary>What differs between two rules.</summary>
internal static class RuleComparison
{
    private static readonly string[] Wording = ["Pack", "Id", "Was", "Title", "Cite", "Force", "Basis", "Verified"];

    /// <summary>What became of a rule of the rulebook before; null: nothing.</summary>
    public static RulebookChange? Of(Rule before, Rule now, Comparison compared)
    {
        var sentences = Comparison.Sentences(Points(before, compared.Before), Points(now, compared.Now), Points(now, compared.Worded));
        var weight = Weight(
            compared.Differ(before, now, Wording) || !References(before, compared.Before).Select(compared.NameNow).Order(StringComparer.Ordinal).SequenceEqual(References(now, compared.Now).Order(StringComparer.Ordinal)),
            compared.Differ(Grounds(before, compared.Before), Grounds(now, compared.Now)), sentences);
        return Comparison.Between(before.FullName, now.FullName, now.Title, weight, sentences);
    }

    /// <summary>What a rule says otherwise than one of another edition, both of now; null: nothing.</summary>
    public static RulebookChange? Beside(Rule earlier, Rule rule, Comparison compared)
    {
        var sentences = Comparison.Sentences(Points(earlier, compared.Now), Points(rule, compared.Now));
        var weight = Weight(
            compared.DifferNow(earlier, rule, Wording), compared.DifferNow(Grounds(earlier, compared.Now), Grounds(rule, compared.Now)), sentences);
        return Comparison.Between(rule.FullName, rule.FullName, rule.Title, weight, sentences);
    }

    /// <summary>A rule that was added or withdrawn.</summary>
    /// <param name="kind">Which of the two.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="rulebook">The rulebook in which it stands, or stood.</param>
    public static RulebookChange Whole(ChangeKind kind, Rule rule, Rulebook rulebook) =>
        Comparison.Whole(kind, rule.FullName, rule.Title) with { Brief = BriefSentences.Of(rule, new Phrases(rulebook)) };

    private static ChangeWeight? Weight(bool substance, bool grounds, ImmutableArray<SentenceChange> sentences) =>
        substance ? ChangeWeight.Substance : grounds ? ChangeWeight.Grounds : sentences.IsEmpty ? null : ChangeWeight.Wording;

    /// <summary>The rules that a rule means by a name: an edition that came since may be meant by an old name.</summary>
    private static IEnumerable<string> References(Rule rule, Rulebook rulebook) =>
        (rule is Timescale timescale ? timescale.Starts.OfType<StartOverdue>().Select(late => late.Rule) : [])
        .Concat(new[] { rule.Tightens, rule.DepartsFrom }.OfType<string>())
        .SelectMany(name => RuleReferences.Resolve(rulebook.Packs, rule.Pack, name)).Select(other => other.FullName);

    private static ImmutableArray<object> Grounds(Rule rule, Rulebook rulebook) =>
        [rule.Cite, rule.Force, rule.Basis, rule.Verified && rulebook.Packs.First(pack => pack.Id == rule.Pack).Verified];

    private static IEnumerable<RulePoint> Points(Rule rule, Rulebook rulebook)
    {
        var phrases = new Phrases(rulebook);
        RulePoint?[] rest =
        [
            Point("whom it governs", GovernanceSentences.Own(rule, "Of those that its pack governs, it governs only some", phrases)),
            Point("what it stands beside", LayerSentences.Relation(rule, phrases)),
            Point("who is told", PathSentences.Of(rule, phrases).Take(1)),
            Point("standing", [Provenance.Standing(rule, rulebook)]),
            Point("sources", Provenance.Passages(rule, rulebook).Select(passage => passage.Quote is { } quote ? $"{passage.Where}: “{quote}”" : passage.Where)),
        ];
        return [new RulePoint("title", rule.Title), .. RuleSentences.Of(rule, rulebook), .. rest.OfType<RulePoint>()];
    }

    private static RulePoint? Point(string about, IEnumerable<string> sentences) =>
        string.Join(' ', sentences.Select(English.Sentence)) is { Length: > 0 } text ? new RulePoint(about, text) : null;
}
