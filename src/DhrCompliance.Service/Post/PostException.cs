namespace DhrCompliance.Service.Post;

/// <summary>Mails cannot leave at all, through no fault of theirs. The message says what to do.</summary>
public sealed class PostException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Trying again before is of no use; null: nothing is known of that.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>What was done before.</summary>
    public DrainReport Before { get; init; } = DrainReport.Nothing;
}
