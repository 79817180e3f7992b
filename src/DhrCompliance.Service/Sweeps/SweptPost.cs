using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Escalations.Reach;
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
    private readonly Weeks _weeks;
    private readonly DateOnly _day;
    private readonly HashSet<Gap> _gaps = [];
    private readonly HashSet<string> _settled = new(StringComparer.Ordinal);
    private DateOnly? _lastSweep;

    /// <param name="ledger">The register.</param>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="from">The address that mails come from.</param>
    /// <param name="terms">Who may be written to, and how many mails go by themselves.</param>
    /// <param name="day">The day.</param>
    public SweptPost(LedgerDatabase ledger, CompiledRulebook rulebook, string from, PostTerms terms, DateOnly day)
    {
        (_ledger, _rulebook, _day) = (ledger, rulebook, day);
        var words = new NoticeWriter(rulebook.Rulebook);
        _outbox = new Outbox(words, terms.Book(ledger, rulebook.Names));
        _standing = new Standing(ledger, rulebook, words, _outbox, day);
        _weeks = new Weeks(ledger, rulebook.Rulebook, Outbox.Book(ledger.Contacts(), rulebook.Names), terms, day);
        var names = ledger.Partnerships().ToDictionary(partnership => partnership.Id, partnership => partnership.Name, StringComparer.Ordinal);
        _composer = new Composer(day, from, rulebook.Rulebook, names) { AtMost = terms.MailsAtMost, Existing = ledger.Delivery };
    }

    /// <summary>Whether every case is to be looked at, because a mail counts them all.</summary>
    public bool NeedsAll => _weeks.IsDue;

    /// <summary>Decides cases.</summary>
    /// <param name="last">What the last sweep left.</param>
    public CasePlanner Planner(SweepState last)
    {
        _lastSweep = last.LastDay;
        return new(_rulebook, _outbox, last.LastDay, new Baseline(_rulebook.Rulebook, last.LastRulebookHash), _ledger.AddressesWith(DeliveryKind.Digest, _day));
    }

    public void Add(CasePlan plan)
    {
        _composer.Add(plan.Entries);
        _weeks.Add(plan.File, plan.Assessment);
        _gaps.UnionWith(plan.Entries.Gaps);
        _settled.UnionWith(plan.Entries.Withdrawn);
        _settled.UnionWith(plan.Entries.Parcels.SelectMany(parcel => parcel.Keys));
        _settled.UnionWith(plan.Entries.Backlog.Select(parcel => parcel.Key));
    }

    /// <summary>A case that could not be assessed.</summary>
    public void AddFailed(CaseFile file) => _weeks.AddFailed(file);

    /// <summary>The mails of what was added. Reads what is written by then; writes nothing.</summary>
    public Composition Compose()
    {
        var unsent = _ledger.CarriedBy(DeliveryState.Planned, DeliveryState.Held, DeliveryState.Failed);

        // Once: in the sweep after it failed.
        var failed = unsent.Where(mail => mail.State == DeliveryState.Failed && !(Instants.LondonDay(mail.At) < _lastSweep)).ToList();
        _composer.Add(OutboxEntries.None with { On = _day, Parcels = _standing.ToOthers(failed) });
        return _composer.Compose(unsent, _standing, _weeks.Parcels(_gaps, _settled));
    }
}
