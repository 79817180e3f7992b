using DhrCompliance.Assessments;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Post.Composing;

namespace DhrCompliance.Service.Sweeps;

/// <summary>The mails of one sweep: planned case by case, and put together at its end.</summary>
internal sealed class SweptPost
{
    private readonly LedgerDatabase _ledger;
    private readonly CompiledRulebook _rulebook;
    private readonly Composer _composer;
    private readonly Outbox _outbox;
    private readonly Standing _standing;
    private readonly DateOnly _day;
    private DateOnly? _lastSweep;

    public SweptPost(LedgerDatabase ledger, CompiledRulebook rulebook, string from, PostTerms terms, DateOnly day)
    {
        (_ledger, _rulebook, _day) = (ledger, rulebook, day);
        var words = new NoticeWriter(rulebook.Rulebook);
        _outbox = new Outbox(words, terms.Book(ledger, rulebook.Names));
        _standing = new Standing(ledger, rulebook, words, _outbox, day);
        _composer = new Composer(day, from, ledger.PartnershipNames());
    }

    /// <summary>Decides cases.</summary>
    /// <param name="lastSweep">The day of the last finished sweep; null: there was none.</param>
    public CasePlanner Planner(DateOnly? lastSweep)
    {
        _lastSweep = lastSweep;
        return new(_rulebook, _outbox, lastSweep, _ledger.AddressesWith(DeliveryKind.Digest, _day));
    }

    public void Add(OutboxEntries entries) => _composer.Add(entries);

    /// <summary>The mails of what was added. Reads what is written by then; writes nothing.</summary>
    public Composition Compose()
    {
        var unsent = _ledger.CarriedBy(DeliveryState.Planned, DeliveryState.Held, DeliveryState.Failed);

        // Once: in the sweep after it failed.
        var failed = unsent.Where(mail => mail.State == DeliveryState.Failed && !(Instants.LondonDay(mail.At) < _lastSweep)).ToList();
        _composer.Add(OutboxEntries.None with { On = _day, Parcels = _standing.ToOthers(failed) });
        return _composer.Compose(unsent, _standing);
    }
}
