using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Changes;

/// <summary>Two rulebooks side by side, with what it takes to tell what they say apart from how they say it.</summary>
internal sealed class Comparison
{
    private readonly CurrentNames _names;

    public Comparison(Rulebook before, Rulebook now)
    {
        (Before, Now) = (before, now);
        var words = now.Vocabulary;
        Renamed = words.Events.SelectMany(kind => kind.Was.Select(old => (old, kind.Name)))
            .Concat(words.Items.SelectMany(item => item.Was.Select(old => (old, item.Name))))
            .Concat(words.Roles.SelectMany(role => role.Was.Select(old => (old, role.Name))))
            .Concat(words.Facts.SelectMany(fact => fact.Was.Select(old => (old, fact.Name))))
            .Concat(now.Packs.SelectMany(pack => pack.Rules.SelectMany(rule => rule.Was.Select(old => (old, rule.Id)))))
            .DistinctBy(pair => pair.Item1, StringComparer.Ordinal)
            .ToImmutableDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        _names = new CurrentNames(now);
        ShapeBefore = new Shape(Renamed, Conditions(before));
        ShapeNow = new Shape(ImmutableDictionary<string, string>.Empty, Conditions(now));
        var paths = before.Paths.ToDictionary(path => path.Id, path => path.Title, StringComparer.Ordinal);
        Worded = now with
        {
            Vocabulary = FormerTitles.Of(words, before.Vocabulary, Renamed),
            Paths = [.. now.Paths.Select(path => path with { Title = paths.GetValueOrDefault(path.Id, path.Title) })],
        };
    }

    public Rulebook Before { get; }

    public Rulebook Now { get; }

    /// <summary>The rulebook of now with its words and paths called as before: what its sentences say otherwise is not due to such a title alone.</summary>
    public Rulebook Worded { get; }

    /// <summary>Words and ids that are called otherwise now.</summary>
    public ImmutableDictionary<string, string> Renamed { get; }

    private Shape ShapeBefore { get; }

    private Shape ShapeNow { get; }

    /// <summary>What a rule, named by <c>pack/id</c>, is called now.</summary>
    public string NameNow(string fullName) => _names.Rule(fullName);

    /// <summary>Whether a part of the rulebook before comes to something else than one of now.</summary>
    public bool Differ(object? before, object? now, params ReadOnlySpan<string> without) => ShapeBefore.Of(before, without) != ShapeNow.Of(now, without);

    /// <summary>Whether two parts of the rulebook of now come to something else.</summary>
    public bool DifferNow(object? one, object? other, params ReadOnlySpan<string> without) => ShapeNow.Of(one, without) != ShapeNow.Of(other, without);

    /// <summary>What is said otherwise, in the order in which it is said now; what is no longer spoken of comes last.</summary>
    /// <param name="before">What was said.</param>
    /// <param name="now">What is said.</param>
    /// <param name="worded">What is said, with words called as before; null: words have no part in it.</param>
    public static ImmutableArray<SentenceChange> Sentences(IEnumerable<RulePoint> before, IEnumerable<RulePoint> now, IEnumerable<RulePoint>? worded = null)
    {
        var then = before.ToDictionary(point => point.About, point => point.Sentence, StringComparer.Ordinal);
        var today = now.ToList();
        var plain = (worded ?? today).ToDictionary(point => point.About, point => point.Sentence, StringComparer.Ordinal);
        return
        [
            .. today.Where(point => then.GetValueOrDefault(point.About) != plain.GetValueOrDefault(point.About))
                .Select(point => new SentenceChange(point.About, then.GetValueOrDefault(point.About), point.Sentence)),
            .. then.Where(point => !plain.ContainsKey(point.Key)).Select(point => new SentenceChange(point.Key, point.Value, null)),
        ];
    }

    /// <summary>What became of a part that is there before and now; null: nothing.</summary>
    public static RulebookChange? Between(string nameBefore, string name, string title, ChangeWeight? weight, ImmutableArray<SentenceChange> sentences)
    {
        var isRenamed = nameBefore != name;
        return weight is null && sentences.IsEmpty && !isRenamed ? null : new RulebookChange
        {
            Kind = weight is null && sentences.IsEmpty ? ChangeKind.Renamed : ChangeKind.Changed,
            Weight = weight ?? ChangeWeight.Wording,
            Name = name,
            Was = isRenamed ? nameBefore : null,
            Title = title,
            Sentences = sentences,
        };
    }

    /// <summary>What was added or withdrawn.</summary>
    public static RulebookChange Whole(ChangeKind kind, string name, string title) => new() { Kind = kind, Weight = ChangeWeight.Substance, Name = name, Title = title };

    private static ImmutableDictionary<string, Condition> Conditions(Rulebook rulebook) =>
        rulebook.Vocabulary.Conditions.ToImmutableDictionary(one => one.Name, one => one.When, StringComparer.Ordinal);
}
