using DhrCompliance.Assessments;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps;

/// <summary>A rulebook that governs, and the texts that the register keeps of it.</summary>
public sealed record RulesNow(CompiledRulebook Rulebook, IReadOnlyList<(string Path, string Text)> Files);

/// <summary>Where the rulebook comes from that governs a register.</summary>
/// <param name="Now">The one in force; throws what is wrong with it.</param>
/// <param name="Confirm">Called by the one who writes, before anything else is read: records a first one, and throws <see cref="RulesMovedException"/> where another has come into force meanwhile.</param>
public sealed record RulesSource(Func<LedgerDatabase, RulesNow> Now, Action<LedgerDatabase, LedgerWriter, RulesNow> Confirm);

/// <summary>Another rulebook came into force since this one was read: read again.</summary>
public sealed class RulesMovedException() : Exception("Another rulebook has come into force.");

/// <summary>A sweep under the rulebook in force at the moment at which it begins.</summary>
public sealed class GoverningSweep(LedgerDatabase ledger, RulesSource source, string from)
{
    /// <summary>Who may be written to.</summary>
    public PostTerms Terms { get; init; } = PostTerms.Anyone;

    /// <inheritdoc cref="Sweep.Run(DateOnly?, Act, IReadOnlyList{ValueTuple{string, string}}, bool, CancellationToken)"/>
    public SweepReport Run(DateOnly? day, Act act, bool full, CancellationToken stop)
    {
        while (true)
        {
            var rules = source.Now(ledger);
            try
            {
                return new Sweep(ledger, rules.Rulebook, from) { Terms = Terms, Beginning = writer => source.Confirm(ledger, writer, rules) }.Run(day, act, rules.Files, full, stop);
            }
            catch (RulesMovedException)
            {
                stop.ThrowIfCancellationRequested();
            }
        }
    }
}
