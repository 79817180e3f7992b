using System.Text.RegularExpressions;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Words;

/// <summary>Which words are declared, where, and which of them are used; and the report of those that are not declared.</summary>
internal sealed partial class Lexicon(DiagnosticList mistakes)
{
    private readonly Dictionary<WordKind, Dictionary<string, Place>> _declared = [];
    private readonly HashSet<(WordKind Kind, string Word)> _used = [];
    private readonly HashSet<string> _excused = new(StringComparer.Ordinal);
    private readonly Dictionary<(WordKind Kind, string Word), string> _renamed = [];
    private bool _allExcused;

    /// <summary>Words of a file that cannot be read: it may declare them, so that they are not reported as unknown elsewhere.</summary>
    public void Excuse(string text)
    {
        foreach (var match in AnyWord().EnumerateMatches(text))
        {
            _excused.Add(text.Substring(match.Index, match.Length));
        }
    }

    /// <summary>Nothing is known of what a file declares, or there is no vocabulary at all: no word is reported as unknown.</summary>
    public void ExcuseAll() => _allExcused = true;

    public bool IsExcused(string word) => _allExcused || _excused.Contains(word);

    /// <summary>Declares a word; false where it is declared already.</summary>
    public bool Declare(WordKind kind, string word, Place place, out Place earlier)
    {
        var words = Of(kind);
        if (words.TryGetValue(word, out earlier))
        {
            return false;
        }

        words.Add(word, place);
        return true;
    }

    /// <summary>What a word is called now, for whoever still uses the old one.</summary>
    public void Renamed(WordKind kind, string old, string now) => _renamed.TryAdd((kind, old), now);

    public IEnumerable<string> Words(WordKind kind) => Of(kind).Keys;

    public Place Place(WordKind kind, string word) => Of(kind)[word];

    public IEnumerable<string> Unused(WordKind kind) => Of(kind).Keys.Where(word => !_used.Contains((kind, word)));

    public void Use(WordKind kind, string word) => _used.Add((kind, word));

    public bool Knows(WordKind kind, string word) => Of(kind).ContainsKey(word);

    /// <summary>The word, where it is declared; otherwise it is reported, unless a file that cannot be read may declare it.</summary>
    public string? Resolve(WordKind kind, ScalarNode node)
    {
        if (Knows(kind, node.Value))
        {
            Use(kind, node.Value);
            return node.Value;
        }

        Unknown(kind, node, Words(kind));
        return null;
    }

    public void Unknown(WordKind kind, ScalarNode node, IEnumerable<string> near)
    {
        if (IsExcused(node.Value))
        {
            return;
        }

        if (_renamed.TryGetValue((kind, node.Value), out var now))
        {
            mistakes.Error(node.Place, kind.Code, $"the {kind.Noun} {Quote.Of(node.Value)} has another name now", now);
            return;
        }

        var other = _declared.FirstOrDefault(pair => pair.Key != kind && pair.Value.ContainsKey(node.Value)).Key;
        if (other is not null)
        {
            mistakes.Error(node.Place, kind.Code, $"{Quote.Of(node.Value)} is {Quote.Article(other.Noun)}; {Quote.Article(kind.Noun)} is wanted here");
            return;
        }

        ReportUnknown(mistakes, kind.Code, kind.Noun, node, near);
    }

    /// <summary>Reports a word that is none of those known, with the nearest, or with all of them where they are few.</summary>
    public static void ReportUnknown(DiagnosticList mistakes, string code, string noun, ScalarNode node, IEnumerable<string> known)
    {
        var all = known.Order(StringComparer.Ordinal).ToArray();
        var near = Nearest.To(node.Value, all) ?? Within(node.Value, all);
        mistakes.Error(node.Place, code, $"unknown {noun} {Quote.Of(node.Value)}", near, Slips.Hint(node) ?? (near is null && all.Length is > 0 and <= 20 ? $"Known are: {string.Join(", ", all)}." : null));
    }

    /// <summary>The one known word among several: <c>decision made</c>.</summary>
    private static string? Within(string text, string[] known)
    {
        string[] words = text.Length > 100 ? [] : [.. text.Split(' ').Intersect(known).Take(2)];
        return words.Length == 1 && text.Contains(' ', StringComparison.Ordinal) ? words[0] : null;
    }

    private Dictionary<string, Place> Of(WordKind kind)
    {
        if (!_declared.TryGetValue(kind, out var words))
        {
            _declared[kind] = words = new(StringComparer.Ordinal);
        }

        return words;
    }

    [GeneratedRegex("[a-z0-9]+(?:-[a-z0-9]+)*")]
    private static partial Regex AnyWord();
}
