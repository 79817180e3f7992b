namespace DhrCompliance.Service.Post;

/// <summary>The states of a delivery, as the register has them.</summary>
public static class DeliveryState
{
    public const string Planned = "planned";

    /// <summary>Until a named person releases it.</summary>
    public const string Held = "held";

    public const string Reserved = "reserved";

    public const string Accepted = "accepted";

    public const string Failed = "failed";

    public const string Discarded = "discarded";
}
