using DhrCompliance.Escalations;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>A delivery on one line, as the outbox is listed.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="State">Its latest state.</param>
/// <param name="PlannedOn">The day it was planned on.</param>
/// <param name="About">The cases or partnerships.</param>
/// <param name="Address">To whom.</param>
/// <param name="Subject">The mail's subject.</param>
/// <param name="Answer">What the transport answered last; of a discarded one not what a person wrote.</param>
/// <param name="Attempts">How often it was refused for now.</param>
/// <param name="NextAttempt">When it is tried again at the earliest; null: at once, or not by itself.</param>
public sealed record OutboxLine(
    string Id, string State, DateOnly PlannedOn, string About, string Address, string Subject, string? Answer, int Attempts, DateTimeOffset? NextAttempt)
{
    private const int Named = 3;

    /// <summary>The deliveries in the order in which they were planned.</summary>
    public static IEnumerable<OutboxLine> Of(IReadOnlyList<DeliveryRow> deliveries, LedgerDatabase database)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        ArgumentNullException.ThrowIfNull(database);
        var waiting = deliveries.Where(delivery => delivery is { State: DeliveryState.Planned or DeliveryState.Reserved }).Select(delivery => delivery.Id).ToList();
        var attempts = waiting.Count == 0 ? [] : database.HistoriesOf(waiting).ToDictionary(one => one.Id, Post.Attempts.Of);
        return deliveries.Select(delivery =>
        {
            var tried = attempts.GetValueOrDefault(delivery.Id);
            return new OutboxLine(
                delivery.Id,
                delivery.State,
                delivery.PlannedOn,
                AboutOf(delivery),
                delivery.Address,
                delivery.Subject,
                Told(delivery),
                tried.Count,
                tried.Next(delivery.Id));
        });
    }

    /// <summary>What one delivery is, what it carries and what became of it; what it says is not there.</summary>
    public static string Show(DeliveryRow delivery, DeliveryHistory history)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        ArgumentNullException.ThrowIfNull(history);
        var attempts = Post.Attempts.Of(history);
        string[] head =
        [
            $"Delivery:   {delivery.Id}",
            FormattableString.Invariant($"State:      {delivery.State}{(delivery.At is { } at ? FormattableString.Invariant($", since {at:yyyy-MM-dd HH:mm} UTC") : string.Empty)}"),
            .. delivery.State == DeliveryState.Planned && attempts.Next(delivery.Id) is { } next
                ? [FormattableString.Invariant($"Attempts:   {attempts.Count}; the next one after {next:yyyy-MM-dd HH:mm} UTC")] : Array.Empty<string>(),
            FormattableString.Invariant($"Planned on: {delivery.PlannedOn:yyyy-MM-dd}"),
            $"To:         {delivery.Address}",
            $"Subject:    {delivery.Subject}",
            $"Message-ID: {delivery.MessageId}",
            .. NumberedNotices.Of(delivery.Notices).Select(notice => FormattableString.Invariant($"Notice:     {notice.Key}{(notice.IsOneOfSeveral ? $" ({notice.Number})" : "")}")),
            .. delivery is { State: DeliveryState.Accepted, Kind: not (DeliveryKind.Backlog or DeliveryKind.Weekly) } && delivery.Notices.Any(key => NoticeKey.Parse(key).Step != NoticeKey.NoLongerStands)
                ? [$"To hold its repeats back: dhr ack {delivery.Id}{(delivery.Kind == DeliveryKind.Digest && NumberedNotices.Of(delivery.Notices)[0].IsOneOfSeveral ? "/NUMBER" : "")} --until DAY --reason TEXT"] : Array.Empty<string>(),
            .. delivery.Answer is { } answer ? [$"Answer:     {answer}"] : Array.Empty<string>(),
            .. history.States.Select(row => FormattableString.Invariant($"History:    {row.At:yyyy-MM-dd HH:mm} UTC  {row.State} by {row.By}{(row.Answer is null ? "" : $": {row.Answer}")}")),
        ];
        return string.Join('\n', head);
    }

    /// <summary>The first few; a mail may be about very many.</summary>
    private static string AboutOf(DeliveryRow delivery)
    {
        var all = delivery.Notices.Select(key => NoticeKey.Parse(key).Subject).Distinct(StringComparer.Ordinal).ToList();
        return string.Join(' ', all.Take(Named)) + (all.Count > Named ? $" and {all.Count - Named} more" : string.Empty);
    }

    private static string? Told(DeliveryRow delivery) => delivery.State switch
    {
        DeliveryState.Discarded when delivery.Answer?.StartsWith(Releasing.ReleasedAs, StringComparison.Ordinal) == true => delivery.Answer[..(delivery.Answer.IndexOf('.', StringComparison.Ordinal) + 1)],
        DeliveryState.Discarded when delivery.Answer is not (Ground.Lost or Composing.Mending.Rewritten) => null,
        DeliveryState.Reserved => $"being sent by {delivery.Answer}",
        _ => delivery.Answer,
    };
}
