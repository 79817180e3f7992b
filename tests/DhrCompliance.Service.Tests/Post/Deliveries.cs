using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Post;

/// <summary>Deliveries made by hand.</summary>
internal static class Deliveries
{
    public const string From = "reminders@example.org";

    public static DeliveryRow One(string id = "0123456789abcdef01234567", string address = "team@example.org") => new()
    {
        Id = id,
        Partnership = "bexley",
        Address = address,
        MessageId = $"<{id}@example.org>",
        Subject = "[DHR BEX-2026-01] Overdue: complete the overview report (51 days)",
        Text = "Overdue: complete the overview report (51 days)\n\nIt was due “within six months”.\n",
        Html = "<!DOCTYPE html>\n<html><body><h1 style=\"color:#1d2433;\">Overdue: complete the overview report (51 days)</h1></body></html>\n",
        State = "planned",
        PlannedOn = new DateOnly(2026, 11, 20),
        Notices = ["BEX-2026-01|report|once|overdue|0|team|0"],
    };
}
