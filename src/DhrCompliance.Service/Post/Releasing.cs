using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Reach;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Composing;

namespace DhrCompliance.Service.Post;

/// <summary>
/// Releases mails that were held for a named person. What goes out says what is so on the day: a mail of an earlier day is written anew, to whoever
/// holds the role now. Nothing is sent here.
/// </summary>
public sealed class Releasing
{
    /// <summary>What stands at the beginning of why a mail was discarded that was written anew on its release.</summary>
    public const string ReleasedAs = "Released as ";

    private readonly LedgerDatabase _ledger;
    private readonly CompiledRulebook _rulebook;
    private readonly NoticePlanner _planner;
    private readonly NoticeWriter _words;
    private readonly Outbox _outbox;
    private readonly string _from;
    private readonly DateOnly _day;

    /// <param name="ledger">The register.</param>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="from">The address that mails come from.</param>
    /// <param name="terms">Who may be written to.</param>
    /// <param name="day">The day of the release.</param>
    public Releasing(LedgerDatabase ledger, CompiledRulebook rulebook, string from, PostTerms terms, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(rulebook);
        (_ledger, _rulebook, _from, _day) = (ledger, rulebook, from, day);
        _planner = new NoticePlanner(rulebook.Rulebook);
        _words = new NoticeWriter(rulebook.Rulebook);
        ArgumentNullException.ThrowIfNull(terms);
        _outbox = new Outbox(_words, terms.Book(ledger, rulebook.Names));
    }

    /// <summary>Releases one, or says why not.</summary>
    /// <param name="writer">The act that is open in the register; it names the person.</param>
    /// <param name="delivery">The delivery.</param>
    /// <param name="reason">Kept beside it; null: none was given.</param>
    public Reconciled Release(LedgerWriter writer, DeliveryRow delivery, string? reason)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var (decided, write) = Decide(delivery, reason);
        write?.Invoke(writer);
        return decided;
    }

    /// <summary>What <see cref="Release"/> would do; nothing is written.</summary>
    public Reconciled Rehearse(DeliveryRow delivery) => Decide(delivery, null).Decided;

    private (Reconciled Decided, Action<LedgerWriter>? Write) Decide(DeliveryRow delivery, string? reason)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (_ledger.HistoriesOf([delivery.Id])[0].Latest is { State: not DeliveryState.Held } latest)
        {
            return Refuse(delivery, NotHeld(latest));
        }

        try
        {
            var standing = Standing(delivery);
            return standing.Count == 0 ? Refuse(delivery, "is not released, because its ground no longer holds: the next run discards it")
                : delivery.Kind is DeliveryKind.Weekly or DeliveryKind.Backlog ? AsItIs(delivery, reason)
                : To(delivery, standing) is var told && IsAsItWas(delivery, told) ? AsItIs(delivery, reason)
                : Anew(delivery, told, reason);
        }
        catch (NotReleasedException error)
        {
            return Refuse(delivery, error.Message);
        }
    }

    private bool IsAsItWas(DeliveryRow delivery, List<(CaseNow Case, Addressed Told)> told) =>
        delivery.PlannedOn == _day
        && told.All(one => string.Equals(one.Told.Address, delivery.Address, StringComparison.OrdinalIgnoreCase))
        && delivery.Notices.All(told.Select(one => one.Told.Notice.StoredAs.ToString()).ToHashSet(StringComparer.Ordinal).Contains);

    private static (Reconciled, Action<LedgerWriter>?) AsItIs(DeliveryRow delivery, string? reason)
    {
        return (new Reconciled(true, $"Delivery {delivery.Id} to {delivery.Address} is released, and waits to be sent."), Write);

        void Write(LedgerWriter writer)
        {
            if (reason is not null)
            {
                writer.AppendDeliveryState(delivery.Id, DeliveryState.Held, reason);
            }

            writer.AppendDeliveryState(delivery.Id, DeliveryState.Planned, null);
        }
    }

    private (Reconciled, Action<LedgerWriter>?) Anew(DeliveryRow delivery, List<(CaseNow Case, Addressed Told)> told, string? reason)
    {
        var isLetter = delivery.Kind is null or DeliveryKind.Held or DeliveryKind.Urgent;
        var composer = new Composer(_day, _from, _rulebook.Rulebook, _ledger.Partnerships().ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal)) { Replaces = delivery.Id, Existing = _ledger.Delivery };
        composer.Add(OutboxEntries.None with
        {
            On = _day,
            Parcels = [.. told.GroupBy(one => one.Case)
                .SelectMany(one => Outbox.Parcels(one.Select(addressed => addressed.Told), one.Key.Writer, one.Key.File))
                .Select(parcel => parcel with { IsHeld = false, IsUrgent = isLetter })],
        });
        var mails = composer.Compose([], new Standing(_ledger, _rulebook, _words, _outbox, _day), []).Deliveries;
        if (mails.IsEmpty)
        {
            throw new NotReleasedException("is not released, because by the rules of today it is enough for no mail: see 'dhr outbox discard'");
        }

        var ids = string.Join(", ", mails.Select(mail => mail.Id));
        var lost = delivery.Notices.Length - delivery.Notices.Intersect(mails.SelectMany(mail => mail.Notices), StringComparer.Ordinal).Count();
        var decided = new Reconciled(true, $"Delivery {delivery.Id} is released as {ids} to {string.Join(", ", mails.Select(mail => mail.Address))}, written anew as of {Text(_day)}, and waits to be sent."
            + (lost == 0 ? "" : FormattableString.Invariant($" {lost} of its {delivery.Notices.Length} notices no longer hold and are left out.")));
        return (decided, Write);

        void Write(LedgerWriter writer)
        {
            writer.AppendDeliveryState(delivery.Id, DeliveryState.Discarded, $"{ReleasedAs}{ids}.{(reason is null ? "" : $" {reason}")}");
            foreach (var mail in mails)
            {
                writer.AppendDelivery(mail with { Kind = delivery.Kind });
            }
        }
    }

    /// <summary>What of it is so today.</summary>
    private List<(CaseNow Case, Notice Notice)> Standing(DeliveryRow delivery)
    {
        var standing = new List<(CaseNow, Notice)>();
        foreach (var one in delivery.Notices.Select(NoticeKey.Parse).Where(key => key.Duty != NoticeKey.Weekly).GroupBy(key => key.Subject, StringComparer.Ordinal))
        {
            var now = Now(one.Key);
            standing.AddRange(one.Where(key => !now.Lost.Contains(key.ToString())).Select(now.Restating.Of).OfType<Notice>().Select(notice => (now, notice)));
        }

        return standing;
    }

    /// <summary>To whom it goes today: to the mail's own address as long as that is one of those who are told, else to those who are, unless they have it already.</summary>
    private List<(CaseNow Case, Addressed Told)> To(DeliveryRow delivery, List<(CaseNow Case, Notice Notice)> standing)
    {
        var told = new List<(CaseNow, Addressed)>();
        foreach (var (now, notice) in standing)
        {
            var recipients = _outbox.To(notice, now.File, _day);
            if (recipients.To.IsEmpty)
            {
                throw new NotReleasedException($"is not released, because {Nobody(recipients.Gaps)} for {now.File.Reference} on {Text(_day)}: see 'dhr contacts --case {now.File.Reference}'");
            }

            var its = recipients.To.Where(one => string.Equals(one.Address, delivery.Address, StringComparison.OrdinalIgnoreCase)).ToList();
            var having = its.Count > 0 ? [] : Having(notice.StoredAs.ToString(), now.File.Reference, delivery.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
            told.AddRange((its.Count > 0 ? its : recipients.To.Where(one => !having.Contains(one.Address))).Select(one => (now, Addressed.To(notice, one))));
        }

        return told.Count > 0 ? told : throw new NotReleasedException("is not released, because others hold its role now and have it by deliveries of their own: see 'dhr outbox list', and 'dhr outbox discard'");
    }

    private IEnumerable<string> Having(string key, string reference, string except) => _ledger.Deliveries(new DeliveryFilter { About = reference })
        .Where(delivery => delivery.Id != except && delivery.State != DeliveryState.Discarded && delivery.Notices.Contains(key, StringComparer.Ordinal))
        .Select(delivery => delivery.Address);

    private CaseNow Now(string reference)
    {
        var file = _ledger.CaseFiles([reference]).Where(_rulebook.Concerns).Select(_rulebook.Current).FirstOrDefault()
            ?? throw new NotReleasedException($"is not released, because {reference} cannot be read: 'dhr audit --case {reference}' says why");
        Assessment assessment;
        try
        {
            assessment = _rulebook.Assess(_rulebook.Bind(file), _day);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw new NotReleasedException($"is not released, because {reference} could not be assessed: 'dhr audit --case {reference}' says why");
        }

        var planned = _ledger.PlannedNotices([reference]).GetValueOrDefault(reference) ?? [];
        var sent = SentReading.Of(planned);
        var lost = planned.Where(notice => notice.WithdrawnOn is not null).Select(notice => notice.Key)
            .Concat(_planner.Plan(assessment, sent, file.Jurisdiction).Withdrawn.Select(key => key.ToString()));
        return new CaseNow(file, _planner.Restating(assessment, sent), _words.For(assessment), [.. lost]);
    }

    private static string Nobody(ImmutableArray<Gap> gaps) => gaps is [{ Because: Unreached.NotAllowed, Role: var role }, ..]
        ? $"Post:Allowed refuses whoever holds the role {role}"
        : $"nobody holds the role {gaps[0].Role}";

    private static string NotHeld(DeliveryStateRow latest) => latest switch
    {
        { State: DeliveryState.Discarded, Answer: { } answer } when answer.StartsWith(ReleasedAs, StringComparison.Ordinal) =>
            $"was released on {Text(Instants.LondonDay(latest.At))} by {latest.By}, as {answer[ReleasedAs.Length..].Split('.')[0]}",
        { State: DeliveryState.Planned or DeliveryState.Reserved } => "is not held: it waits to be sent already",
        { State: DeliveryState.Accepted } => $"is not held: it went out on {Text(Instants.LondonDay(latest.At))}",
        _ => $"is not held, but {latest.State}: see 'dhr outbox show'",
    };

    private static (Reconciled, Action<LedgerWriter>?) Refuse(DeliveryRow delivery, string because) =>
        (new Reconciled(false, $"Delivery {delivery.Id} to {delivery.Address} {because}."), null);

    private static string Text(DateOnly day) => Instants.Write(day);

    private sealed record CaseNow(CaseFile File, Restating Restating, AssessmentWriter Writer, ImmutableHashSet<string> Lost);

    private sealed class NotReleasedException(string because) : Exception(because);
}
