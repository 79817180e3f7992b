using System.Security.Cryptography;
using System.Text;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>How often a delivery was refused for now since it began, or since a person asked for it again; follows from its states alone.</summary>
/// <param name="Count">How often.</param>
/// <param name="LastAt">When last; null: it was not.</param>
public readonly record struct Attempts(int Count, DateTimeOffset? LastAt)
{
    private const double Jitter = 0.2;

    // 5 minutes doubled this often is beyond the longest pause.
    private const int MostDoublings = 7;

    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>Of a delivery's states in their order.</summary>
    public static Attempts Of(DeliveryHistory delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var attempts = default(Attempts);
        string? before = null;
        foreach (var row in delivery.States)
        {
            attempts = row switch
            {
                { State: DeliveryState.Planned, Answer: not null } => new Attempts(attempts.Count + 1, row.At),

                // Nobody tried: a person asked for it at once.
                { State: DeliveryState.Planned } when before == DeliveryState.Planned => default,
                { State: DeliveryState.Failed or DeliveryState.Unknown } => default,
                _ => attempts,
            };
            before = row.State;
        }

        return attempts;
    }

    /// <summary>
    /// How long to wait after the so-manieth refusal: 5 minutes, doubled each time up to 6 hours, and up to a fifth more or less, so that many that were
    /// refused together do not come back together. The same for the same delivery and attempt.
    /// </summary>
    public static TimeSpan Pause(string delivery, int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        var plain = Shortest * Math.Pow(2, Math.Min(attempt - 1, MostDoublings));
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{delivery} {attempt}")));
        var share = BitConverter.ToUInt32(digest) / (double)uint.MaxValue;
        return (plain < Longest ? plain : Longest) * (1 - Jitter + (2 * Jitter * share));
    }

    /// <summary>The first moment of the next attempt; null: at once.</summary>
    public DateTimeOffset? Next(string delivery) => LastAt + Pause(delivery, Math.Max(Count, 1));

    /// <summary>Whether it may be tried now. A refusal that lies ahead was recorded before the clock was set back: nothing can be told from it.</summary>
    public bool IsDue(string delivery, DateTimeOffset now) => LastAt is null || now < LastAt || now >= Next(delivery);
}
