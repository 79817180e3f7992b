namespace DhrCompliance.Service.Post.Notify;

/// <summary>What the service's words for the state of a mail mean.</summary>
internal static class NotifyStatus
{
    /// <summary>What the answer of a mail begins with that has arrived: nothing more will become of it.</summary>
    public const string Delivered = "delivered";

    /// <summary>Null: it is still on its way.</summary>
    public static Handover? Of(string status, string id) => status switch
    {
        Delivered => new Handover(HandoverOutcome.Accepted, $"delivered, by GOV.UK Notify ({id})"),
        "permanent-failure" => Failed("permanent-failure: the address does not exist. Correct the contact"),
        "temporary-failure" => Failed("temporary-failure: the mailbox did not take it within 72 hours; it may be full"),
        "technical-failure" => Failed("technical-failure: something went wrong between GOV.UK Notify and who delivers for it"),
        "failed" => Failed("failed, for a reason that GOV.UK Notify does not tell"),
        "validation-failed" or "virus-scan-failed" or "cancelled" => Failed(status),
        _ => null,
    };

    private static Handover Failed(string words) => new(HandoverOutcome.Permanent, words);
}
