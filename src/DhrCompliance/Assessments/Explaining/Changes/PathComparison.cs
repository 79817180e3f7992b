using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Changes;

/// <summary>What became of escalation paths. A path has no former names: under another id it is another.</summary>
internal static class PathComparison
{
    public static IEnumerable<RulebookChange> Of(Comparison compared)
    {
        var before = compared.Before.Paths.ToDictionary(path => path.Id, StringComparer.Ordinal);
        foreach (var path in compared.Now.Paths)
        {
            var change = before.Remove(path.Id, out var then) ? Between(then, path, compared) : Comparison.Whole(ChangeKind.Added, path.Id, path.Title);
            if (change is not null)
            {
                yield return change;
            }
        }

        foreach (var path in before.Values)
        {
            yield return Comparison.Whole(ChangeKind.Withdrawn, path.Id, path.Title);
        }
    }

    private static RulebookChange? Between(EscalationPath before, EscalationPath now, Comparison compared)
    {
        var renamed = now.Steps.SelectMany(step => step.Was.Select(old => (Old: old, step.Id))).DistinctBy(pair => pair.Old, StringComparer.Ordinal)
            .ToImmutableDictionary(pair => pair.Old, pair => pair.Id, StringComparer.Ordinal);
        var then = before with { Steps = [.. before.Steps.Select(step => step with { Id = renamed.GetValueOrDefault(step.Id, step.Id) })] };
        var sentences = Comparison.Sentences(Points(then, compared.Before), Points(now, compared.Now), Points(now, compared.Worded));
        var weight = compared.Differ(then, now, "Title", "Was") ? ChangeWeight.Substance
            : sentences.IsEmpty ? default(ChangeWeight?)
            : ChangeWeight.Wording;
        return Comparison.Between(now.Id, now.Id, now.Title, weight, sentences);
    }

    private static IEnumerable<RulePoint> Points(EscalationPath path, Rulebook rulebook)
    {
        var phrases = new Phrases(rulebook);
        var terms = string.Join(' ', PathSentences.Terms(path, null, phrases).Select(English.Sentence));
        return
        [
            new("title", path.Title),
            .. path.Steps.Zip(PathSentences.Steps(path, null, "that day", phrases), (step, sentence) => new RulePoint($"step “{English.Plain(step.Id)}”", sentence)),
            .. terms.Length > 0 ? [new RulePoint("terms", terms)] : Array.Empty<RulePoint>(),
        ];
    }
}
