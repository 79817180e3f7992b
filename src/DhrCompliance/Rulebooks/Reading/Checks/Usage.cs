using System.Globalization;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>What is declared and not used. Only asked where nothing is wrong: a misspelt word would seem unused.</summary>
internal static class Usage
{
    public static void Check(Desk desk, IReadOnlyList<PackEntry> packs)
    {
        foreach (var word in desk.Lexicon.Unused(WordKind.Condition))
        {
            desk.Mistakes.Warning(desk.Lexicon.Place(WordKind.Condition, word), Codes.UnusedCondition, $"nothing uses the condition '{word}'");
        }

        foreach (var path in desk.Lexicon.Unused(WordKind.Path))
        {
            desk.Mistakes.Warning(desk.Lexicon.Place(WordKind.Path, path), Codes.UnusedPath, $"no rule uses the escalation path '{path}'");
        }

        foreach (var entry in packs)
        {
            foreach (var (source, place) in entry.SourcePlaces.Where(source => !entry.Cited.Contains(source.Key) && source.Value.Source.Path == entry.Place.Source.Path))
            {
                desk.Mistakes.Warning(place, Codes.UnusedSource, $"no rule of this pack cites the source {Quote.Of(source)}");
            }
        }

        // Events and facts may be recorded for their own sake, so that this is no fault.
        foreach (var (kind, plural) in (ReadOnlySpan<(WordKind, string)>)[(WordKind.Event, "events"), (WordKind.Fact, "facts"), (WordKind.Item, "item kinds"), (WordKind.Role, "roles")])
        {
            string[] unused = [.. desk.Lexicon.Unused(kind)];
            if (unused.Length > 0)
            {
                var (verb, noun) = unused.Length == 1 ? ("is", kind.Noun) : ("are", plural);
                desk.Mistakes.Information(
                    desk.Lexicon.Place(kind, unused[0]),
                    Codes.UnusedWords,
                    string.Create(CultureInfo.InvariantCulture, $"{unused.Length} {noun} {verb} used by no rule: {string.Join(", ", unused)}"));
            }
        }
    }
}
