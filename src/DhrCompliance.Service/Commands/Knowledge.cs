using System.CommandLine;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands;

/// <summary>Up to which moment the register is known, and by whose clock.</summary>
internal sealed class Knowledge
{
    public Option<string?> KnownAt { get; } = new("--known-at") { Description = "Only what the register had witnessed by then: a day, to its end in London, or an instant", HelpName = "T" };

    public Option<bool> Claimed { get; } = new("--claimed") { Description = "Take rows for known from when their source says they were recorded (recorded-at), for loaded history" };

    /// <summary>The moment that was asked for; null: now. Throws <see cref="UsageException"/> on anything but a moment, and on claimed times without one.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="ledger">Is told to read by claimed times where that was asked for.</param>
    /// <param name="invocation">Is told how many rows claim none.</param>
    /// <param name="isLookingBack">True: another option names the moment already.</param>
    public DateTimeOffset? Take(ParseResult parsed, LedgerDatabase ledger, Invocation invocation, bool isLookingBack = false)
    {
        var known = Shared.Moment(parsed.GetValue(KnownAt), KnownAt.Name);
        if (!parsed.GetValue(Claimed))
        {
            return known;
        }

        if (known is null && !isLookingBack)
        {
            throw new UsageException("--claimed says by whose clock the past is known: give --known-at T beside it.");
        }

        if (ledger.UseClaimedTimes() is var without and > 0)
        {
            invocation.Complain($"dhr: {Recorded.Counted((int)Math.Min(without, int.MaxValue), "version")} of events say nothing of when they were recorded: these count from when the register took them in.");
        }

        return known;
    }
}
