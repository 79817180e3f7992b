using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Handbooks;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Changes;

/// <summary>What became of packs and their rules. A new edition is laid beside the one it takes over, or takes the place of.</summary>
internal static class PackComparison
{
    public static IEnumerable<PackChanges> Of(Comparison compared)
    {
        var before = compared.Before.Packs.ToDictionary(pack => pack.Id, StringComparer.Ordinal);
        var gone = compared.Before.Packs.SelectMany(pack => pack.Rules).ToDictionary(rule => rule.FullName, StringComparer.Ordinal);
        var found = new List<PackChanges>();
        foreach (var pack in PackChapter.InOrder(compared.Now.Packs))
        {
            var then = before.GetValueOrDefault(pack.Id);
            var change = then is null ? Added(pack, compared, gone) : Kept(then, pack, compared, gone);
            if (change.Pack is not null || !change.Rules.IsEmpty)
            {
                found.Add(change);
            }
        }

        // What no rule of now was before is gone, from packs that are there still and from those that are not.
        foreach (var pack in PackChapter.InOrder(compared.Before.Packs))
        {
            ImmutableArray<RulebookChange> withdrawn = [.. pack.Rules.Where(rule => gone.ContainsKey(rule.FullName)).Select(rule => RuleComparison.Whole(ChangeKind.Withdrawn, rule, compared.Before))];
            var isGone = compared.Now.Packs.All(other => other.Id != pack.Id);
            if (isGone || !withdrawn.IsEmpty)
            {
                var at = found.FindIndex(change => change.Id == pack.Id);
                var changes = at >= 0 ? found[at] : new PackChanges { Id = pack.Id, Title = pack.Title, Pack = isGone ? Comparison.Whole(ChangeKind.Withdrawn, pack.Id, pack.Title) : null, Rules = [], Same = 0 };
                changes = changes with { Rules = changes.Rules.AddRange(withdrawn) };
                found.RemoveAll(change => change.Id == pack.Id);
                found.Insert(at >= 0 ? at : found.Count, changes);
            }
        }

        return found;
    }

    private static PackChanges Kept(Pack before, Pack now, Comparison compared, Dictionary<string, Rule> gone)
    {
        var rules = now.Rules.Select(rule => Was(rule, gone) is { } then
            ? RuleComparison.Of(then, rule, compared)
            : RuleComparison.Whole(ChangeKind.Added, rule, compared.Now)).ToList();
        var sentences = Comparison.Sentences(Points(before, compared.Before), Points(now, compared.Now), Points(now, compared.Worded));
        var weight = GovernanceSentences.Following(before, compared.Before)?.Id != GovernanceSentences.Following(now, compared.Now)?.Id
            || compared.Differ(before, now, "Id", "Title", "Names", "Verified", "Sources", "Changed", "Criteria", "Timescales", "Checks") ? ChangeWeight.Substance
            : before.Verified != now.Verified ? ChangeWeight.Grounds
            : sentences.IsEmpty ? default(ChangeWeight?)
            : ChangeWeight.Wording;
        return new PackChanges
        {
            Id = now.Id,
            Title = now.Title,
            Pack = Comparison.Between(now.Id, now.Id, now.Title, weight, sentences),
            Rules = [.. rules.OfType<RulebookChange>()],
            Same = rules.Count(change => change is null),
        };
    }

    private static PackChanges Added(Pack pack, Comparison compared, Dictionary<string, Rule> gone)
    {
        var other = compared.Now.Packs.FirstOrDefault(other => other.Id == pack.BasedOn) ?? GovernanceSentences.Preceding(pack, compared.Now);
        var rules = pack.Rules.Select(rule => Was(rule, gone) is { } then ? RuleComparison.Of(then, rule, compared)
            : other is not null && LayerSentences.Before(rule, pack, compared.Now) is { } earlier ? RuleComparison.Beside(earlier, rule, compared)
            : RuleComparison.Whole(ChangeKind.Added, rule, compared.Now)).ToList();
        var left = other?.Rules.Where(rule => !pack.Rules.Any(own => own.Id == rule.Id || own.Was.Contains(rule.Id) || own.Was.Contains(rule.FullName)))
            .Select(rule => RuleComparison.Whole(ChangeKind.Withdrawn, rule, compared.Now));
        return new PackChanges
        {
            Id = pack.Id,
            Title = pack.Title,
            Pack = Comparison.Whole(ChangeKind.Added, pack.Id, pack.Title),
            ComparedWith = other?.Title,
            Rules = [.. rules.OfType<RulebookChange>(), .. left ?? []],
            Same = rules.Count(change => change is null),
        };
    }

    /// <summary>The rule that this one was, which is then no longer to be accounted for.</summary>
    private static Rule? Was(Rule rule, Dictionary<string, Rule> gone)
    {
        foreach (var name in rule.Was.Select(old => old.Contains('/', StringComparison.Ordinal) ? old : $"{rule.Pack}/{old}").Prepend(rule.FullName))
        {
            if (gone.Remove(name, out var found))
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<RulePoint> Points(Pack pack, Rulebook rulebook)
    {
        var phrases = new Phrases(rulebook);
        yield return new("title", pack.Title);
        yield return new("status", English.Sentence($"It is {LayerSentences.Status(pack)}"));
        yield return new("whom it governs", string.Join(' ', GovernanceSentences.Of(pack, SubjectKind.Review, phrases)));
        if (pack.Series is { } series)
        {
            yield return new("series", $"It is an edition of the {English.Plain(series)}.");
        }

        if (pack.BasedOn is { } based)
        {
            yield return new("what it takes over", $"It takes over the rules of “{phrases.PackTitle(based)}”.");
        }

        if (!pack.Names.IsEmpty)
        {
            yield return new("what a review is called", English.Sentence(string.Join("; ", pack.Names.OrderBy(name => name.Key, StringComparer.Ordinal).Select(name => name.Value))));
        }

        yield return new("verification", pack.Verified ? "It was verified, where no rule says otherwise." : "It was not verified.");
    }
}
