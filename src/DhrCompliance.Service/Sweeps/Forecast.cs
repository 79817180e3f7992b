using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Foreseeing;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps;

/// <summary>What comes next of itself in cases of a register, after all that its sweeps have planned.</summary>
internal sealed class Forecast
{
    private readonly LedgerDatabase _ledger;
    private readonly CompiledRulebook _rulebook;
    private readonly DateOnly _day;
    private readonly Foresight _foresight;
    private readonly DateOnly? _lastSweep;
    private readonly Baseline _baseline;
    private readonly Outbox _outbox;
    private readonly IReadOnlySet<string> _served;

    /// <param name="ledger">The register.</param>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="terms">Who may be written to.</param>
    /// <param name="day">The day that the cases are assessed as of.</param>
    public Forecast(LedgerDatabase ledger, CompiledRulebook rulebook, PostTerms terms, DateOnly day)
    {
        (_ledger, _rulebook, _day, _foresight) = (ledger, rulebook, day, new Foresight(rulebook));
        var last = ledger.ReadSweepState();
        _lastSweep = last.LastDay < day ? last.LastDay : last.LastDay is null ? null : day;
        _baseline = new Baseline(rulebook.Rulebook, last.LastRulebookHash);
        _outbox = new Outbox(new NoticeWriter(rulebook.Rulebook), terms.Book(ledger, rulebook.Names));
        _served = ledger.AddressesWith(DeliveryKind.Digest, day);
    }

    /// <summary>The sentence of one case.</summary>
    /// <param name="file">The case, in the words of today.</param>
    /// <param name="assessment">Its assessment as of the day.</param>
    /// <param name="planned">What was ever planned for it; null: nothing.</param>
    /// <param name="isHidden">Rules of which nothing may be told; null: none.</param>
    public string Of(CaseFile file, Assessment assessment, IReadOnlyList<PlannedNotice>? planned, Func<Rule, bool>? isHidden = null)
    {
        var sent = SentReading.Of(planned?.Where(notice => notice.PlannedOn <= _day).ToList());
        var previous = _rulebook.Rulebook.Post?.Backlog is null ? null : _ledger.LatestAssessment(file.Reference);
        var context = new PlanContext(_lastSweep, _baseline.Of(previous), _served.Count == 0 ? null : notice => Waits(notice, file));
        try
        {
            return ComingWords.Of(_foresight.Of(file, assessment, sent, context, isHidden), _rulebook.Rulebook);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A case that can be assessed today and not on a later day is shown nonetheless.
            return $"What comes next cannot be told: {error.Message}";
        }
    }

    private bool Waits(Notice notice, CaseFile file) =>
        !notice.Held && !notice.Step.Urgent && _outbox.To(notice, file, _day).To.Any(told => _served.Contains(told.Address));
}
