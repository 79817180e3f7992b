using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>Turns plans into the rows and mails of the outbox. Pure until <see cref="Append"/>; may be asked by several threads at once.</summary>
/// <param name="words">Puts notices into words.</param>
/// <param name="contacts">Who holds which role.</param>
/// <param name="from">The address that mails come from.</param>
public sealed class Outbox(NoticeWriter words, ContactBook contacts, string from)
{
    /// <summary>The part of a partnership that only supplies what it knows; it is not told.</summary>
    private const string OnlySupplies = "contributing";

    /// <summary>The contacts of the register, which holds only days.</summary>
    /// <remarks>Whose days cannot be read is not written to: the role counts as held by nobody then, which is told.</remarks>
    public static ContactBook Book(IEnumerable<ContactRow> rows, CurrentNames names) => new(
        rows.Where(row => IsDay(row.From) && IsDay(row.Until)).Select(row => new Contact(
            row.Partnership, row.Case, row.Agency, row.Role, row.Email, Day(row.From), Day(row.Until))),
        names);

    /// <summary>What a plan becomes. Nothing is written.</summary>
    public OutboxEntries Prepare(NoticePlan plan, SentNotices sent, Assessment assessment, CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(file);
        if (plan.Notices.IsEmpty && plan.Withdrawn.IsEmpty)
        {
            return OutboxEntries.None;
        }

        var addressed = new List<Addressed>();
        var vacancies = ImmutableArray.CreateBuilder<Vacancy>();
        foreach (var notice in plan.Notices)
        {
            var recipients = Recipients.Of(notice.Key.Role, ConcernOf(notice, file), contacts, assessment.AsOf);
            addressed.AddRange(recipients.Addresses.Select(address => new Addressed(notice, address)));
            vacancies.AddRange(recipients.Vacancies);
        }

        return new OutboxEntries
        {
            Notices = [.. Rows(plan, assessment, file)],
            Deliveries = [.. Deliveries(addressed, assessment, file)],
            Vacancies = [.. vacancies.Distinct()],
            Withdrawn = [.. plan.Withdrawn.Select(key => key.ToString())],
            Unsent = [.. sent.All.Where(notice => notice.State is SentState.Planned or SentState.Held && plan.Withdrawn.Contains(notice.Key))
                .Select(notice => notice.Key.ToString())],
            Subject = assessment.Reference,
            On = assessment.AsOf,
        };
    }

    /// <summary>Writes the rows. Mail that has not gone out and whose ground is gone is discarded.</summary>
    public static void Append(LedgerWriter writer, LedgerDatabase database, OutboxEntries entries)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var key in entries.Withdrawn)
        {
            writer.WithdrawNotice(key, entries.On);
        }

        if (!entries.Unsent.IsEmpty)
        {
            Discard(writer, database, entries);
        }

        foreach (var notice in entries.Notices)
        {
            writer.AppendNotice(notice);
        }

        foreach (var delivery in entries.Deliveries)
        {
            writer.AppendDelivery(delivery);
        }
    }

    /// <summary>Roles that nobody holds and for which a notice waits, of all cases, whether or not a sweep looked at them.</summary>
    public static IReadOnlyList<PlannedNotice> WithoutAddress(LedgerDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.NoticesWithoutMail(SentReading.PassedOver);
    }

    /// <remarks>One that is on its way cannot be called back, and whether it arrived must be known: the drain settles it.</remarks>
    private static void Discard(LedgerWriter writer, LedgerDatabase database, OutboxEntries entries)
    {
        var gone = entries.Withdrawn.ToHashSet(StringComparer.Ordinal);
        var waiting = database.Deliveries(new DeliveryFilter
        {
            About = entries.Subject,
            States = [DeliveryState.Planned, DeliveryState.Held, DeliveryState.Failed],
        });
        foreach (var delivery in waiting.Where(delivery => delivery.Notices.All(gone.Contains)))
        {
            writer.AppendDeliveryState(delivery.Id, DeliveryState.Discarded, Ground.Lost);
        }
    }

    private static IEnumerable<NoticeRow> Rows(NoticePlan plan, Assessment assessment, CaseFile file)
    {
        foreach (var notice in plan.Notices.Where(notice => !notice.StillWithoutAddress))
        {
            yield return Row(notice.Key, notice.Rule.FullName, Words.Of(notice.Kind), notice.Held);
        }

        foreach (var key in plan.PassedOver)
        {
            var above = plan.Notices.First(notice => notice.Key.Duty == key.Duty && notice.Key.Instance == key.Instance);
            yield return Row(key, above.Rule.FullName, $"{SentReading.PassedOver}-{Words.Of(above.Kind)}", false);
        }

        NoticeRow Row(NoticeKey key, string rule, string kind, bool held) => new()
        {
            Key = key.ToString(),
            Subject = key.Subject,
            Partnership = file.Partnership,
            Rule = rule,
            Kind = kind,
            Role = key.Role,
            Step = key.Step,
            PlannedOn = assessment.AsOf,
            Held = held,
        };
    }

    private static Concern ConcernOf(Notice notice, CaseFile file)
    {
        var id = notice.Timescale?.Item ?? notice.Check?.Item;
        var item = id is null ? null : file.Items.FirstOrDefault(candidate => candidate.Id == id);
        var others = file.OtherPartnerships.Where(other => other.Part != OnlySupplies).Select(other => other.Partnership);
        return new Concern(
            file.Reference,
            [.. others.Prepend(file.Partnership).Distinct(StringComparer.Ordinal)],
            item is null ? [] : [.. item.Facts.Values]);
    }

    private static bool IsDay(string? text) =>
        text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>One mail for each address and instance of a duty, whatever roles the person holds in it.</summary>
    private IEnumerable<DeliveryRow> Deliveries(List<Addressed> addressed, Assessment assessment, CaseFile file)
    {
        var writer = words.For(assessment);
        foreach (var mail in addressed.GroupBy(one => (one.Notice.Key.Duty, one.Notice.Key.Instance, one.Notice.Kind, one.Notice.Held, one.Address.ToUpperInvariant())))
        {
            var notices = mail.Select(one => one.Notice).ToList();
            var keys = notices.Select(notice => notice.StoredAs.ToString()).ToImmutableArray();
            var speaking = notices.MaxBy(notice => notice.DueToTell)!;
            var roles = notices.Select(notice => notice.Key.Role).ToImmutableArray();
            var id = DeliveryIds.Of(keys, mail.First().Address);
            var text = writer.Write(speaking, roles, id);
            yield return new DeliveryRow
            {
                Id = id,
                Partnership = file.Partnership,
                Address = mail.First().Address,
                MessageId = DeliveryIds.MessageIdOf(id, from),
                Subject = text.Subject,
                Text = text.Text,
                Html = text.Html,
                State = speaking.Held ? DeliveryState.Held : DeliveryState.Planned,
                PlannedOn = assessment.AsOf,
                Notices = keys,
            };
        }
    }

    private readonly record struct Addressed(Notice Notice, string Address);
}
