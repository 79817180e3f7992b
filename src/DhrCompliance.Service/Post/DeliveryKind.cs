namespace DhrCompliance.Service.Post;

/// <summary>What sort of mail a delivery is, as the register has it.</summary>
public static class DeliveryKind
{
    /// <summary>Everything that is new for one person on a day; a single thing reads as a letter.</summary>
    public const string Digest = "digest";

    /// <summary>A letter about one thing, at once.</summary>
    public const string Urgent = "urgent";

    /// <summary>A letter about one thing, which a person releases.</summary>
    public const string Held = "held";

    /// <summary>What was so already when a partnership's cases were first looked at.</summary>
    public const string Backlog = "backlog";

    /// <summary>How a week stands.</summary>
    public const string Weekly = "weekly";
}
