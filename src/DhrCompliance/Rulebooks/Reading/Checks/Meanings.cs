using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>What the engine must understand is said of one event each, and an event is ended by one other at most.</summary>
internal static class Meanings
{
    public static void Check(Vocabulary vocabulary, Lexicon lexicon, DiagnosticList mistakes)
    {
        foreach (var meaning in vocabulary.Events.Where(kind => kind.Means != EventMeaning.None).GroupBy(kind => kind.Means))
        {
            foreach (var second in meaning.Skip(1))
            {
                mistakes.Error(
                    lexicon.Place(WordKind.Event, second.Name),
                    Codes.MeaningTwice,
                    $"'{second.Name}' and '{meaning.First().Name}' both mean '{EnumWords<EventMeaning>.Of(meaning.Key)}'",
                    hint: "Only one event can have this meaning.");
            }
        }

        foreach (var ended in vocabulary.Events.Where(kind => kind.Ends is not null).GroupBy(kind => kind.Ends))
        {
            foreach (var second in ended.Skip(1))
            {
                mistakes.Error(
                    lexicon.Place(WordKind.Event, second.Name),
                    Codes.Ends,
                    $"'{second.Name}' and '{ended.First().Name}' both end '{ended.Key}'",
                    hint: "Say it of one of them.");
            }
        }
    }
}
