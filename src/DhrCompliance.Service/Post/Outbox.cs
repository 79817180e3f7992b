using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Reach;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Composing;

namespace DhrCompliance.Service.Post;

/// <summary>Turns plans into the rows of the outbox, and into what each person is to be told. Pure until <see cref="Append"/>; may be asked by several threads at once.</summary>
/// <param name="words">Puts notices into words.</param>
/// <param name="addresses">From roles to addresses.</param>
public sealed class Outbox(NoticeWriter words, AddressBook addresses)
{
    /// <summary>The contacts of the register, which holds only days.</summary>
    /// <remarks>Whose days cannot be read is not written to: the role counts as held by nobody then, which is told.</remarks>
    public static ContactBook Book(IEnumerable<ContactRow> rows, CurrentNames names) => new(
        rows.Where(row => IsDay(row.From) && IsDay(row.Until)).Select(row => new Contact(
            row.Partnership, row.Case, row.Agency, row.Role, row.Email, Day(row.From), Day(row.Until))),
        names);

    /// <summary>Who is written to for a notice on a day.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="file">The case.</param>
    /// <param name="day">The day.</param>
    /// <param name="failed">Addresses that a mail of it could not be delivered to; null: none.</param>
    public Addressing To(Notice notice, CaseFile file, DateOnly day, IReadOnlySet<string>? failed = null)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Of(notice.Key.Role, notice, file, day, failed);
    }

    private Addressing Of(string role, Notice notice, CaseFile file, DateOnly day, IReadOnlySet<string>? failed = null) => addresses.Of(
        role, notice.Path, notice.Rule.Owner, notice.Held, Concerns.Of(file, notice.Timescale?.Item ?? notice.Check?.Item), day, failed);

    /// <summary>Without the roles that are said to be told and that nobody holds.</summary>
    private Notice WithoutUnreached(Notice notice, CaseFile file, DateOnly day) => notice.ToldTogether.Length < 2 ? notice
        : notice with
        {
            ToldTogether = [.. notice.ToldTogether.Where(role => role == notice.Key.Role || Of(role, notice, file, day).To.Any(to => to.Because is null))],
        };

    /// <summary>What a plan becomes. Nothing is written.</summary>
    public OutboxEntries Prepare(NoticePlan plan, Assessment assessment, CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(file);
        if (plan.Notices.IsEmpty && plan.Backlog.IsEmpty && plan.Withdrawn.IsEmpty)
        {
            return OutboxEntries.None with { On = assessment.AsOf };
        }

        var addressed = new List<Addressed>();
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        foreach (var planned in plan.Notices)
        {
            var notice = WithoutUnreached(planned, file, assessment.AsOf);
            var recipients = To(notice, file, assessment.AsOf);
            addressed.AddRange(recipients.To.Select(to => Addressed.To(notice, to)));
            if (Gravity.Of(notice, assessment.AsOf).MakesMail)
            {
                gaps.AddRange(recipients.Gaps);
            }
        }

        var writer = words.For(assessment);
        var backlog = ImmutableArray.CreateBuilder<BacklogParcel>();
        foreach (var notice in plan.Backlog)
        {
            var recipients = To(notice, file, assessment.AsOf);
            gaps.AddRange(recipients.Gaps);
            if (!notice.MailedLater)
            {
                backlog.AddRange(recipients.To.Select(to => new BacklogParcel(file.Partnership, to.Address, notice.StoredAs.ToString(), writer.Backlog(notice))));
            }
        }

        var rows = Rows(plan, assessment, file).ToLookup(row => row.IsLight, row => row.Row);
        return new OutboxEntries
        {
            Notices = [.. rows[false]],
            Light = [.. rows[true]],
            Parcels = [.. Parcels(addressed, writer, file)],
            Backlog = backlog.ToImmutable(),
            Gaps = [.. gaps.Distinct()],
            Withdrawn = [.. plan.Withdrawn.Select(key => key.ToString())],
            On = assessment.AsOf,
        };
    }

    /// <summary>What each person is told of notices: one thing for each address and instance of a duty, whatever roles the person holds in it.</summary>
    public static IEnumerable<Parcel> Parcels(IEnumerable<Addressed> addressed, AssessmentWriter writer, CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(file);
        foreach (var one in addressed.GroupBy(one => (one.Notice.Key.Duty, one.Notice.Key.Instance, one.Notice.Kind, one.Notice.Held, one.Address.ToUpperInvariant())))
        {
            var notices = one.Select(told => told.Notice).ToList();
            yield return new Parcel(
                file.Partnership,
                one.First().Address,
                [.. notices.Select(notice => notice.StoredAs.ToString())],
                writer.Entry(
                    notices.MaxBy(notice => notice.DueToTell)!,
                    [.. one.Select(told => told.Role).Distinct(StringComparer.Ordinal)],
                    [.. one.Where(told => told.Because is not null).Select(told => new InPlaceOf(told.Notice.Key.Role, told.Because!.Value)).Distinct()]))
            {
                IsHeld = notices[0].Held,
                IsUrgent = notices.Exists(notice => notice.Step.Urgent),
            };
        }
    }

    /// <summary>Writes what does not wait for the mails of the day.</summary>
    public static void Append(LedgerWriter writer, OutboxEntries entries)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var key in entries.Withdrawn)
        {
            writer.WithdrawNotice(key, entries.On);
        }

        foreach (var notice in entries.Notices)
        {
            writer.AppendNotice(notice);
        }
    }

    /// <summary>Roles that nobody holds and for which a notice waits, of all cases, whether or not a sweep looked at them.</summary>
    /// <remarks>What a summary tells may wait for a working day alone; the sweep that planned it has said whether nobody holds the role.</remarks>
    public static IReadOnlyList<PlannedNotice> WithoutAddress(LedgerDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.NoticesWithoutMail(SentReading.PassedOver, NoticeKey.Backlog);
    }

    /// <summary>Every notice that no mail carries yet, whatever it waits for.</summary>
    public static IReadOnlyList<PlannedNotice> Waiting(LedgerDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.NoticesWithoutMail(SentReading.PassedOver);
    }

    private static IEnumerable<(NoticeRow Row, bool IsLight)> Rows(NoticePlan plan, Assessment assessment, CaseFile file)
    {
        foreach (var notice in plan.Notices.Concat(plan.Backlog).Where(notice => !notice.StillWithoutAddress))
        {
            yield return (Row(notice.Key, notice.Rule.FullName, Words.Of(notice.Kind), notice.Held), !Gravity.Of(notice, assessment.AsOf).MakesMail && !notice.MailedLater);
        }

        foreach (var key in plan.PassedOver)
        {
            var above = plan.Notices.First(notice => notice.Key.Duty == key.Duty && notice.Key.Instance == key.Instance);
            yield return (Row(key, above.Rule.FullName, SentReading.AsPassedOver(Words.Of(above.Kind)), false), false);
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

    private static bool IsDay(string? text) =>
        text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
