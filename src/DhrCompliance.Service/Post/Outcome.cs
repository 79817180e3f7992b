using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>What is recorded of a mail that a transport was given.</summary>
/// <param name="State">Its new state.</param>
/// <param name="Answer">The words beside it; null where nothing is counted against the mail.</param>
internal readonly record struct Outcome(string State, string? Answer)
{
    /// <summary>Of an answer to a mail that was refused so often before.</summary>
    /// <param name="told">What the transport told.</param>
    /// <param name="delivery">The delivery with its states up to <c>reserved</c>.</param>
    /// <param name="limit">How often a mail is tried that is refused for now.</param>
    public static Outcome Of(Handover told, DeliveryHistory delivery, int limit)
    {
        var words = string.IsNullOrWhiteSpace(told.Answer) ? "(no words)" : told.Answer;
        var attempt = Attempts.Of(delivery).Count + 1;
        return told.Outcome switch
        {
            HandoverOutcome.Accepted => new Outcome(DeliveryState.Accepted, words),
            HandoverOutcome.Temporary when attempt < limit => new Outcome(DeliveryState.Planned, words),
            HandoverOutcome.Temporary => new Outcome(DeliveryState.Failed, FormattableString.Invariant($"{words} (given up after attempt {attempt})")),
            HandoverOutcome.Permanent => new Outcome(DeliveryState.Failed, words),
            HandoverOutcome.Unreachable => new Outcome(DeliveryState.Planned, null),
            _ => new Outcome(DeliveryState.Unknown, words),
        };
    }

    /// <summary>
    /// Whether it is recorded of a delivery that is in a state by now. While it was being sent, a sweep or a person may have discarded it; then
    /// only that it went out, or may have, is still news.
    /// </summary>
    public bool IsNewsIn(string state) => state == DeliveryState.Reserved || State is DeliveryState.Accepted or DeliveryState.Unknown;
}
