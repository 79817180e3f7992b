using DhrCompliance.Escalations;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>A delivery on one line, as the outbox is listed.</summary>
public sealed record OutboxLine(string Id, string State, DateOnly PlannedOn, string About, string Address, string Subject, string? Answer)
{
    /// <summary>The deliveries in the order in which they were planned.</summary>
    public static IEnumerable<OutboxLine> Of(IEnumerable<DeliveryRow> deliveries) => deliveries.Select(delivery => new OutboxLine(
        delivery.Id,
        delivery.State,
        delivery.PlannedOn,
        string.Join(' ', delivery.Notices.Select(key => NoticeKey.Parse(key).Subject).Distinct(StringComparer.Ordinal)),
        delivery.Address,
        delivery.Subject,
        delivery.Answer));

    /// <summary>One delivery in full: what it is, what it carries, what was answered, and its text as it is sent.</summary>
    public static string Show(DeliveryRow delivery, bool page = false)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        string[] head =
        [
            $"Delivery:   {delivery.Id}",
            FormattableString.Invariant($"State:      {delivery.State}{(delivery.At is { } at ? FormattableString.Invariant($", since {at:yyyy-MM-dd HH:mm} UTC") : string.Empty)}"),
            FormattableString.Invariant($"Planned on: {delivery.PlannedOn:yyyy-MM-dd}"),
            $"To:         {delivery.Address}",
            $"Subject:    {delivery.Subject}",
            $"Message-ID: {delivery.MessageId}",
            .. delivery.Notices.Select(key => $"Notice:     {key}"),
            .. delivery.Answer is { } answer ? [$"Answer:     {answer}"] : Array.Empty<string>(),
        ];
        return string.Join('\n', head) + "\n\n" + (page ? delivery.Html : delivery.Text);
    }
}
