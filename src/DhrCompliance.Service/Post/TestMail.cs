using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>A mail that carries no notice and stands in no register: it shows whether mails arrive.</summary>
public static class TestMail
{
    private const string Subject = "[DHR] Test mail";

    /// <param name="address">To whom.</param>
    /// <param name="why">Why it comes to them, as a sentence.</param>
    /// <param name="from">The address that mails come from.</param>
    /// <param name="now">Makes each one another mail.</param>
    public static DeliveryRow To(string address, string why, string from, DateTimeOffset now)
    {
        var id = DeliveryIds.Of([FormattableString.Invariant($"test mail {now.UtcTicks}")], address);
        var text = $"This is a test mail of DhrCompliance. {why}\n\nIf you can read it, mails arrive. Nothing needs to be done.\n";
        return new DeliveryRow
        {
            Id = id,
            Partnership = string.Empty,
            Address = address,
            MessageId = DeliveryIds.MessageIdOf(id, from),
            Subject = Subject,
            Text = text,
            Html = $"<!DOCTYPE html>\n<html><body><p>{System.Net.WebUtility.HtmlEncode(text.Trim()).Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></body></html>\n",
            State = DeliveryState.Planned,
            PlannedOn = Instants.LondonDay(now),
            Notices = [],
        };
    }
}
