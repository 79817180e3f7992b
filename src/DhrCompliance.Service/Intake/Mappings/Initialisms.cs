using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Intake.Mappings;

/// <summary>What a few letters in a heading stand for: the words of a title that begin with them. They come from the vocabulary, whatever it is about.</summary>
internal sealed class Initialisms
{
    private const int Shortest = 2;
    private const int Longest = 4;

    // What people write short whatever their sheet is about.
    private static readonly Dictionary<string, string[]> Common = new(StringComparer.Ordinal)
    {
        ["mtg"] = ["meeting"], ["mtgs"] = ["meeting"], ["appt"] = ["appointed"], ["rpt"] = ["report"], ["exec"] = ["executive"],
    };

    private readonly Dictionary<string, string[]> _known;

    public Initialisms(Vocabulary vocabulary)
    {
        var said = vocabulary.Events.SelectMany(kind => new[] { kind.Title, kind.Name })
            .Concat(vocabulary.Facts.Select(fact => fact.Question)).Concat(vocabulary.Items.Select(item => item.Title)).Concat(vocabulary.Roles.Select(role => role.Title));
        _known = said.SelectMany(Runs)
            .GroupBy(run => string.Concat(run.Select(word => word[0])), StringComparer.Ordinal)
            .ToDictionary(
                runs => runs.Key,
                runs => runs.GroupBy(run => string.Join(' ', run), StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).First().First(),
                StringComparer.Ordinal);
    }

    /// <summary>The words; none where the letters stand for nothing that is known.</summary>
    public string[] Of(string word) => Common.GetValueOrDefault(word) ?? _known.GetValueOrDefault(word) ?? [];

    private static IEnumerable<string[]> Runs(string text)
    {
        var words = HeadingWords.Of(text);
        return Enumerable.Range(0, words.Length).SelectMany(from => Enumerable.Range(Shortest, Longest - Shortest + 1)
            .Where(length => from + length <= words.Length).Select(length => words[from..(from + length)]))
            .Where(run => !Array.Exists(run, HeadingWords.IsNoise));
    }
}
