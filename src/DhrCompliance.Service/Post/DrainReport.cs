using System.Collections.Immutable;

namespace DhrCompliance.Service.Post;

/// <summary>What a drain did.</summary>
public sealed record DrainReport
{
    public static DrainReport Nothing { get; } = new();

    /// <summary>How many mails were accepted.</summary>
    public int Accepted { get; init; }

    /// <summary>How many were not sent, since the journal says that all of it was told before: the register was restored, or a crash left them.</summary>
    public int ToldBefore { get; init; }

    /// <summary>Refused for now; tried again by a later drain, from <see cref="Undelivered.NextAttempt"/> on.</summary>
    public ImmutableArray<Undelivered> Deferred { get; init; } = [];

    /// <summary>Refused for good, or too often; not tried again by themselves.</summary>
    public ImmutableArray<Undelivered> Failed { get; init; } = [];

    /// <summary>They may have arrived or not, those that an earlier process left behind included; not tried again by themselves.</summary>
    public ImmutableArray<Undelivered> Unknown { get; init; } = [];

    /// <summary>Who else sends what waits, so that this drain did nothing; null where nobody does.</summary>
    public string? LeftTo { get; init; }

    /// <summary>Whether every mail that was tried was accepted.</summary>
    public bool IsClean => Deferred.IsEmpty && Failed.IsEmpty && Unknown.IsEmpty;
}

/// <summary>A mail that was not accepted, or not certainly.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Address">To whom.</param>
/// <param name="Answer">The server's words.</param>
/// <param name="NextAttempt">When it is tried again at the earliest; null: not by itself.</param>
public sealed record Undelivered(string Id, string Address, string Answer, DateTimeOffset? NextAttempt = null);
