namespace DhrCompliance.Service.Post;

/// <summary>What became of a mail that was given to a transport.</summary>
public enum HandoverOutcome
{
    /// <summary>The other side has it.</summary>
    Accepted,

    /// <summary>This mail was refused for now.</summary>
    Temporary,

    /// <summary>This mail was refused for good.</summary>
    Permanent,

    /// <summary>No fault of the mail: nothing can be sent. It was certainly not accepted.</summary>
    Unreachable,

    /// <summary>It may have been accepted or not.</summary>
    Unknown,
}

/// <summary>What a transport answered.</summary>
/// <param name="Outcome">What became of the mail.</param>
/// <param name="Answer">The server's words, or the program's own; they may name a person and stay in the register.</param>
public readonly record struct Handover(HandoverOutcome Outcome, string Answer)
{
    /// <summary>Of <see cref="HandoverOutcome.Unreachable"/>: trying again before is of no use; null: nothing is known of that.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
