using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>
/// One round of what is sent out to be judged: when it went, what came back and when that was learned of, and whose time it was. A round lasts
/// from its sending until the next one; the last until what ended the rounds was learned of, or until the day assessed.
/// </summary>
public sealed record ReportRound
{
    private ReportRound()
    {
    }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>The sending; null where an answer is recorded and no sending before it.</summary>
    public required CaseEvent? Sent { get; init; }

    /// <summary>The answer; null where none is recorded.</summary>
    public required CaseEvent? Answer { get; init; }

    /// <summary>When the partnership learned of the answer: the day recorded for that, or else the day of the answer; null where none is recorded.</summary>
    public required DateInterval? LearnedOn { get; init; }

    /// <summary>Who held the round's days; null where its ends are not known to the day, or it is open in a case that is not live. An inference.</summary>
    public HeldTime? Held { get; init; }

    /// <summary>The event that is awaited now; null where the round is over.</summary>
    public string? Awaited { get; init; }

    /// <summary>The role whose time it is now; null where the round is over, or nobody is said to hold it.</summary>
    public string? HeldNow { get; init; }

    /// <summary>The rounds of a case, the first one first. None where the vocabulary knows no rounds.</summary>
    /// <param name="file">The case.</param>
    /// <param name="vocabulary">Says what is sent and what answers it: see <see cref="RoundKinds"/>.</param>
    /// <param name="asOf">What happened later is left out, and an open round is counted until this day (exclusive).</param>
    /// <param name="isLive">False: nothing is awaited of an open round.</param>
    public static ImmutableArray<ReportRound> Of(CaseFile file, Vocabulary vocabulary, DateOnly asOf, bool isLive)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(vocabulary);
        if (RoundKinds.Of(vocabulary) is not { } kinds)
        {
            return [];
        }

        var pairs = Pairs(kinds.InOrder(file, asOf), kinds);
        if (pairs.Count == 0)
        {
            return [];
        }

        // Only what goes to and fro, and pauses, divide the time of a round.
        var alone = file with { Events = [.. file.Events.Where(kinds.Divides)] };
        return
        [
            .. pairs.Select((pair, i) =>
            {
                var isOver = i + 1 < pairs.Count || (pair.Answer is { } answer && kinds.Ends(answer));
                var learned = pair.Answer is { } known ? kinds.LearnedOn(known) : (DateInterval?)null;
                var awaited = isOver || !isLive ? null : pair.Answer is null ? kinds.Answer : kinds.Sending;
                var until = i + 1 < pairs.Count ? (pairs[i + 1].Sent ?? pairs[i + 1].Answer)!.Date
                    : isOver ? learned
                    : isLive ? DateInterval.On(asOf) : null;
                return new ReportRound
                {
                    Number = i + 1,
                    Sent = pair.Sent,
                    Answer = pair.Answer,
                    LearnedOn = learned,
                    Held = pair.Sent is { } sent && until is { } end ? HeldTime.Of(alone, vocabulary, sent.Date, end, awaited?.Name) : null,
                    Awaited = awaited?.Name,
                    HeldNow = awaited?.HeldBy,
                };
            }),
        ];
    }

    /// <summary>The choices recorded with an event, as the vocabulary declares them; nothing that was typed.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="kind">Its kind; null: the vocabulary has none, and nothing is told.</param>
    public static IEnumerable<(string Name, string Value)> ChoicesOf(CaseEvent happened, EventKind? kind)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return
            from attribute in kind?.Attributes ?? []
            where attribute.Type is ValueKind.Choice
            let value = happened.Attributes.GetValueOrDefault(attribute.Name)
            where value is not null && attribute.Choices.Contains(value)
            select (attribute.Name, value);
    }

    private static List<(CaseEvent? Sent, CaseEvent? Answer)> Pairs(IEnumerable<CaseEvent> events, RoundKinds kinds)
    {
        var pairs = new List<(CaseEvent? Sent, CaseEvent? Answer)>();
        foreach (var happened in events)
        {
            if (happened.Event == kinds.Sending.Name)
            {
                pairs.Add((happened, null));
            }
            else if (pairs is [.., (var sent, null)])
            {
                pairs[^1] = (sent, happened);
            }
            else
            {
                pairs.Add((null, happened));
            }
        }

        return pairs;
    }
}
