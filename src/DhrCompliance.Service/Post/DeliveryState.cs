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

    /// <summary>It may have arrived or not: never sent again by itself.</summary>
    public const string Unknown = "unknown";

    public const string Discarded = "discarded";
}
