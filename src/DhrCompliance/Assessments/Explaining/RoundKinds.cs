using System.Runtime.CompilerServices;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>
/// What makes up a round, as the vocabulary has it: of the events that concern the rounds, an answer that repeats, and a sending that it implies each time.
/// </summary>
internal sealed class RoundKinds
{
    private static readonly ConditionalWeakTable<Vocabulary, StrongBox<RoundKinds?>> Known = [];

    private readonly HashSet<string> _dividing;

    private RoundKinds(Vocabulary vocabulary, EventKind sending, EventKind answer)
    {
        (Sending, Answer) = (sending, answer);
        _dividing = vocabulary.Events
            .Where(kind => kind.Of is null && (kind.Concerns.Contains(Concern.Rounds) || kind.Means is EventMeaning.PauseStart or EventMeaning.PauseEnd))
            .Select(kind => kind.Name)
            .ToHashSet(StringComparer.Ordinal);
    }

    public EventKind Sending { get; }

    public EventKind Answer { get; }

    /// <summary>The kinds of a vocabulary; null where it knows no rounds. Found once for each vocabulary.</summary>
    public static RoundKinds? Of(Vocabulary vocabulary) => Known.GetValue(vocabulary, static words => new StrongBox<RoundKinds?>(Find(words))).Value;

    /// <summary>The sendings and answers of a case that have happened by the day, in order of time; of one day, a sending before its answer.</summary>
    public IEnumerable<CaseEvent> InOrder(CaseFile file, DateOnly asOf) => file.Events
        .Where(happened => happened.Item is null && happened.Date.Earliest <= asOf && (happened.Event == Sending.Name || happened.Event == Answer.Name))
        .OrderBy(happened => happened.Date.HasLatest ? happened.Date.Latest : happened.Date.Earliest)
        .ThenBy(happened => happened.Event == Answer.Name)
        .ThenBy(happened => happened.Id, StringComparer.Ordinal);

    /// <summary>Whether an event divides the time of a round.</summary>
    public bool Divides(CaseEvent happened) => happened.Item is null && _dividing.Contains(happened.Event);

    /// <summary>Whether nothing is sent after this answer.</summary>
    public bool Ends(CaseEvent answer) => Sending.NotAfter is { } last && last.Event == answer.Event
        && last.Where.All(test => answer.Attributes.TryGetValue(test.Attribute, out var value) && test.OneOf.Contains(value));

    /// <summary>The day on which the partnership learned of an answer, or else the day of the answer.</summary>
    public DateInterval LearnedOn(CaseEvent answer) => HeldStep.Told(answer, Answer) ?? answer.Date;

    private static RoundKinds? Find(Vocabulary vocabulary)
    {
        var rounds = vocabulary.Events.Where(kind => kind.Of is null && kind.Concerns.Contains(Concern.Rounds)).ToList();
        foreach (var sending in rounds)
        {
            var by = sending.ImpliedBy.Where(implication => implication.Each).SelectMany(implication => implication.By).Select(pattern => pattern.Event).ToList();
            if (rounds.Find(kind => kind.Repeats && by.Contains(kind.Name)) is { } answer)
            {
                return new RoundKinds(vocabulary, sending, answer);
            }
        }

        return null;
    }
}
