using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Composing;

namespace DhrCompliance.Service.Post;

/// <summary>Turns plans into the rows of the outbox, and into what each person is to be told. Pure until <see cref="Append"/>; may be asked by several threads at once.</summary>
/// <param name="words">Puts notices into words.</param>
/// <param name="contacts">Who holds which role.</param>
public sealed class Outbox(NoticeWriter words, ContactBook contacts)
{
    /// <summary>The part of a partnership that only supplies what it knows; it is not told.</summary>
    private const string OnlySupplies = "contributing";

    /// <summary>The contacts of the register, which holds only days.</summary>
    /// <remarks>Whose days cannot be read is not written to: the role counts as held by nobody then, which is told.</remarks>
    public static ContactBook Book(IEnumerable<ContactRow> rows, CurrentNames names) => new(
        rows.Where(row => IsDay(row.From) && IsDay(row.Until)).Select(row => new Contact(
            row.Partnership, row.Case, row.Agency, row.Role, row.Email, Day(row.From), Day(row.Until))),
        names);

    /// <summary>Who is written to for a notice on a day.</summary>
    public Recipients To(Notice notice, CaseFile file, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(file);
        return Recipients.Of(notice.Key.Role, ConcernOf(notice, file), contacts, day);
    }

    /// <summary>What a plan becomes. Nothing is written.</summary>
    public OutboxEntries Prepare(NoticePlan plan, Assessment assessment, CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(file);
        if (plan.Notices.IsEmpty && plan.Withdrawn.IsEmpty)
        {
            return OutboxEntries.None with { On = assessment.AsOf };
        }

        var addressed = new List<Addressed>();
        var vacancies = ImmutableArray.CreateBuilder<Vacancy>();
        foreach (var notice in plan.Notices)
        {
            var recipients = To(notice, file, assessment.AsOf);
            addressed.AddRange(recipients.Addresses.Select(address => new Addressed(notice, address)));
            if (Gravity.Of(notice, assessment.AsOf).MakesMail)
            {
                vacancies.AddRange(recipients.Vacancies);
            }
        }

        var rows = Rows(plan, assessment, file).ToLookup(row => row.IsLight, row => row.Row);
        return new OutboxEntries
        {
            Notices = [.. rows[false]],
            Light = [.. rows[true]],
            Parcels = [.. Parcels(addressed, words.For(assessment), file)],
            Vacancies = [.. vacancies.Distinct()],
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
                writer.Entry(notices.MaxBy(notice => notice.DueToTell)!, [.. notices.Select(notice => notice.Key.Role).Distinct(StringComparer.Ordinal)]))
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
    public static IReadOnlyList<PlannedNotice> WithoutAddress(LedgerDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.NoticesWithoutMail(SentReading.PassedOver);
    }

    private static IEnumerable<(NoticeRow Row, bool IsLight)> Rows(NoticePlan plan, Assessment assessment, CaseFile file)
    {
        foreach (var notice in plan.Notices.Where(notice => !notice.StillWithoutAddress))
        {
            yield return (Row(notice.Key, notice.Rule.FullName, Words.Of(notice.Kind), notice.Held), !Gravity.Of(notice, assessment.AsOf).MakesMail);
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

    private static Concern ConcernOf(Notice notice, CaseFile file)
    {
        var id = notice.Timescale?.Item ?? notice.Check?.Item;
        var item = id is null ? null : file.Items.FirstOrDefault(candidate => candidate.Id == id);
        return new Concern(file.Reference, ToldPartnerships(file), item is null ? [] : [.. item.Facts.Values]);
    }

    /// <summary>The partnerships that are told of a case: the one that commissioned the review first.</summary>
    public static ImmutableArray<string> ToldPartnerships(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var others = file.OtherPartnerships.Where(other => other.Part != OnlySupplies).Select(other => other.Partnership);
        return [.. others.Prepend(file.Partnership).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsDay(string? text) =>
        text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
