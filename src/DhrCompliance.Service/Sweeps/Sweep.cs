using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps;

/// <summary>A sweep cannot be made for the day asked for; the message says which can.</summary>
public sealed class SweepRefusedException(string message) : Exception(message);

/// <summary>
/// One sweep: loads the cases that changed or whose day has come, assesses them, plans what is to be told, and writes all
/// of it in one act. Nothing is sent here: what is planned waits in the outbox.
/// </summary>
public sealed class Sweep(LedgerDatabase ledger, CompiledRulebook rulebook, string from)
{
    /// <summary>Who may be written to.</summary>
    public PostTerms Terms { get; init; } = PostTerms.Anyone;

    /// <summary>Called once this sweep is the only one that writes, before it has read anything; may refuse by throwing.</summary>
    public Action<LedgerWriter>? Beginning { get; init; }

    /// <summary>
    /// Sweeps for a day. Throws <see cref="SweepRefusedException"/> for a day before the last sweep's, and
    /// <see cref="OperationCanceledException"/> when stopped; nothing of it is left then.
    /// </summary>
    /// <param name="day">The day; null: that of the moment at which the sweep begins, in London.</param>
    /// <param name="act">Who does it.</param>
    /// <param name="files">The texts of the rulebook, stored once by its hash.</param>
    /// <param name="full">True: every case, whether or not anything changed.</param>
    /// <param name="stop">Heard while it waits for another program that writes, and between two cases.</param>
    public SweepReport Run(
        DateOnly? day, Act act, IReadOnlyList<(string Path, string Text)> files, bool full = false, CancellationToken stop = default)
    {
        // Whoever writes is alone: a sweep sees all of the one before it, whichever program made that.
        using var writer = ledger.Write(act, stop);
        Beginning?.Invoke(writer);
        return Run(writer, day ?? Instants.LondonDay(writer.At), files, full, stop);
    }

    private SweepReport Run(LedgerWriter writer, DateOnly day, IReadOnlyList<(string Path, string Text)> files, bool full, CancellationToken stop)
    {
        var state = ledger.ReadSweepState();
        var post = new SweptPost(ledger, rulebook, from, Terms, day);
        var (cases, isFull) = Cases(state, day, full || post.NeedsAll);
        var gathering = new Gathering(day, isFull);
        var hash = rulebook.Rulebook.Hash;
        using var codec = new AssessmentCodec();
        writer.AppendRulebook(hash, files, [.. rulebook.Rulebook.Packs.Select(pack => pack.Id)]);
        foreach (var plan in Plans(cases, day, state, post, gathering, reference => writer.Retry(reference, day)))
        {
            stop.ThrowIfCancellationRequested();
            writer.AppendAssessment(StoredAssessment.Of(plan.Assessment, plan.File.Partnership, hash, codec));
            Outbox.Append(writer, plan.Entries);
            if (plan.Assessment.Failures.Length > 0)
            {
                // Looked at again by the next sweep, whenever that is.
                writer.Retry(plan.File.Reference, day);
            }
        }

        stop.ThrowIfCancellationRequested();
        var mails = post.Compose();
        mails.Append(writer);
        gathering.Add(mails);
        stop.ThrowIfCancellationRequested();
        writer.Journal(day, hash, new SweepCounts(gathering.Assessed, gathering.Failures.Count, gathering.Notices, gathering.Mails.Count));
        writer.Commit();
        return gathering.Report();
    }

    /// <summary>What a sweep for the day would do. Writes nothing.</summary>
    public SweepReport Rehearse(DateOnly day)
    {
        var gathering = new Gathering(day, true);
        var post = new SweptPost(ledger, rulebook, from, Terms, day);
        foreach (var _ in Plans(null, day, ledger.ReadSweepState(), post, gathering, _ => { }))
        {
            // Everything is gathered on the way.
        }

        gathering.Add(post.Compose());
        return gathering.Report();
    }

    private (IReadOnlyCollection<string>? Cases, bool IsFull) Cases(SweepState state, DateOnly day, bool full)
    {
        if (state.LastDay is { } last && day < last)
        {
            throw new SweepRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"the last sweep was for {last:yyyy-MM-dd}; one for {day:yyyy-MM-dd} would tell people things twice. Sweep for {last:yyyy-MM-dd} or later, or look back with 'dhr audit --as-of {day:yyyy-MM-dd}'."));
        }

        if (full || state.LastDay is null || state.LastRulebookHash != rulebook.Rulebook.Hash)
        {
            return (null, true);
        }

        // A contact whose first day has come since may be who a notice waits for, though no row changed.
        var waiting = SomeoneBegins(state.LastDay.Value, day) ? Outbox.Waiting(ledger) : [];
        return ([.. state.ToAssess(day).Union(waiting.Select(notice => notice.Subject), StringComparer.Ordinal)], false);
    }

    private bool SomeoneBegins(DateOnly after, DateOnly until)
    {
        var (from, to) = (Instants.Write(after), Instants.Write(until));
        return ledger.Contacts().Any(contact => string.CompareOrdinal(contact.From, from) > 0 && string.CompareOrdinal(contact.From, to) <= 0);
    }

    private IEnumerable<CasePlan> Plans(IReadOnlyCollection<string>? cases, DateOnly day, SweepState last, SweptPost post, Gathering gathering, Action<string> failed)
    {
        var sent = ledger.PlannedNotices(cases);
        var unknown = new UnknownWords(rulebook.Rulebook.Vocabulary);
        var planner = post.Planner(last);
        var files = (cases is null ? ledger.CaseFiles() : ledger.CaseFiles(cases)).Where(rulebook.Concerns)
            .Select(file => (File: file, Previous: rulebook.Rulebook.Post?.Backlog is null ? null : ledger.LatestAssessment(file.Reference)));
        foreach (var (file, plan, error) in Ahead.Of(files, one => TryPlan(planner, one.File, day, sent.GetValueOrDefault(one.File.Reference), one.Previous)))
        {
            if (plan is null)
            {
                // One case that cannot be assessed is reported, tried again at the next sweep, and stops no other.
                gathering.Fail(file.Reference, null, $"could not be assessed: {error}");
                failed(file.Reference);
                post.AddFailed(file);
                continue;
            }

            gathering.Add(plan);
            post.Add(plan);
            yield return plan;
            foreach (var sentence in unknown.Of(plan.File))
            {
                gathering.Fail(file.Reference, null, sentence);
                failed(file.Reference);
            }
        }

        foreach (var row in ledger.Unreadable)
        {
            gathering.Fail(row.Reference, null, row.ToString());
            failed(row.Reference);
        }
    }

    private static (CaseFile File, CasePlan? Plan, string? Error) TryPlan(
        CasePlanner planner, CaseFile file, DateOnly day, IReadOnlyList<PlannedNotice>? sent, StoredAssessment? previous)
    {
        try
        {
            return (file, planner.Plan(file, day, sent, previous), null);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return (file, null, error.Message);
        }
    }
}
