using DhrCompliance.Service.Intake.Cells;

namespace DhrCompliance.Service.Intake.Mappings;

/// <summary>
/// Which word of the vocabulary a heading means: as much of the heading as of the word's name must be said by the other. What many names and titles say weighs
/// little; of two that are nearly as likely none is meant with confidence.
/// </summary>
internal sealed class HeadingMatch
{
    private const double Confident = 0.6;
    private const double Rival = 0.85;

    private readonly KnownWords _words;
    private readonly Initialisms _initialisms;
    private readonly Dictionary<string, int> _said;
    private readonly int _all;

    public HeadingMatch(KnownWords words)
    {
        _words = words;
        _initialisms = new Initialisms(words.Vocabulary);
        List<HashSet<string>> texts =
        [
            .. words.Vocabulary.Events.Select(kind => HeadingWords.Stems($"{kind.Name} {kind.Title}")),
            .. words.Vocabulary.Facts.Select(fact => HeadingWords.Stems($"{fact.Name} {fact.Question}")),
        ];
        _all = texts.Count;
        _said = texts.SelectMany(stems => stems).GroupBy(stem => stem, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
    }

    /// <summary>The event of a case (no owner) or of the items of a kind; null: none with confidence.</summary>
    public string? Event(string heading, string? owner) =>
        HeadingWords.IsPlan(heading) ? null : Best(heading, _words.Vocabulary.Events.Where(kind => kind.Of == owner).Select(kind => (kind.Name, kind.Title)));

    /// <summary>The fact of a case (no owner) or of the items of a kind; null: none with confidence.</summary>
    public string? Fact(string heading, string? owner) => Best(heading, _words.Vocabulary.Facts.Where(fact => fact.Of == owner).Select(fact => (fact.Name, fact.Question)));

    private string? Best(string heading, IEnumerable<(string Name, string Title)> candidates)
    {
        var scored = candidates.Select(one => (one.Name, Score: Score(heading, one.Name, one.Title))).OrderByDescending(one => one.Score).ThenBy(one => one.Name, StringComparer.Ordinal).Take(2).ToArray();
        return scored is [var best, ..] && best.Score >= Confident && (scored.Length == 1 || best.Score >= 1 || scored[1].Score < best.Score * Rival) ? best.Name : null;
    }

    private double Score(string heading, string name, string title)
    {
        var said = HeadingWords.Of(heading);
        var plain = name.Replace('-', ' ');
        if (string.Join(' ', said) == plain || Nearest.Of(string.Join(' ', said), [plain]) is not null)
        {
            return 1;
        }

        var (own, all) = (HeadingWords.Stems(plain), HeadingWords.Stems($"{plain} {title}"));
        var found = new HashSet<string>(StringComparer.Ordinal);
        var (matched, total) = (0.0, 0.0);
        foreach (var word in said.Where(word => !HeadingWords.IsNoise(word)))
        {
            var stem = HeadingWords.Stem(word);
            string[] stems = all.Contains(stem) || _initialisms.Of(word) is not { Length: > 0 } full ? [stem] : [.. full.Select(HeadingWords.Stem)];
            var weight = stems.Average(Weight);
            total += weight;
            matched += weight * stems.Count(all.Contains) / stems.Length;
            found.UnionWith(stems);
        }

        return total == 0 ? 0 : matched / total * own.Where(found.Contains).Sum(Weight) / Math.Max(own.Sum(Weight), double.Epsilon);
    }

    private double Weight(string stem) => Math.Log(1 + ((double)_all / _said.GetValueOrDefault(stem, 1)));
}
