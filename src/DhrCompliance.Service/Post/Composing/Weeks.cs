using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Reach;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>
/// The mail of the week: due from the first working day on or after the one that the rules name, once a week for each partnership and role, whenever a
/// sweep first comes by. It counts all cases, so that a sweep in which one is due looks at every case: one that nobody could be sent is not due, or
/// every sweep would be a full one until somebody holds the role.
/// </summary>
public sealed class Weeks
{
    private const int EndsWithinDays = 30;
    private static readonly HolidayCalendar WeekendsOnly = new(string.Empty, [], DateOnly.MaxValue);

    private readonly LedgerDatabase _ledger;
    private readonly Rulebook _rulebook;
    private readonly ContactBook _contacts;
    private readonly PostTerms _terms;
    private readonly DateOnly _day;
    private readonly ImmutableArray<(PartnershipName Partnership, string Address, NoticeKey Key, bool IsNew)> _due;
    private readonly Dictionary<string, WeekTally> _tallies = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PlannedNotice> _waiting;
    private readonly Dictionary<string, ImmutableArray<string>> _partnershipsOf = new(StringComparer.Ordinal);

    public Weeks(LedgerDatabase ledger, Rulebook rulebook, ContactBook contacts, PostTerms terms, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(rulebook);
        (_ledger, _rulebook, _contacts, _terms, _day) = (ledger, rulebook, contacts, terms, day);
        _due = rulebook.Post?.Weekly is { } rules ? [.. Due(rules)] : [];

        // Before this sweep has written any: its own are carried only once it is composed.
        _waiting = _due.IsEmpty ? [] : [.. Outbox.WithoutAddress(ledger)];
        foreach (var (partnership, _, _, _) in _due)
        {
            _tallies.TryAdd(partnership.Id, new WeekTally());
        }
    }

    /// <summary>Whether one is due, so that every case is to be looked at.</summary>
    public bool IsDue => !_due.IsEmpty;

    /// <summary>Counts a case.</summary>
    public void Add(CaseFile file, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var tally in TalliesOf(file))
        {
            tally.Add(assessment, !_tallies.ContainsKey(file.Reference), _rulebook);
        }
    }

    /// <summary>Counts a case that could not be assessed.</summary>
    public void AddFailed(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var tally in TalliesOf(file))
        {
            tally.AddFailed();
        }
    }

    /// <summary>What each person is told. A role that nobody holds is told with the next sweep that finds somebody.</summary>
    /// <param name="gaps">Roles that this sweep did not reach.</param>
    /// <param name="settled">Keys of notices that this sweep tells, or whose ground it found lost.</param>
    public IReadOnlyList<WeekParcel> Parcels(IReadOnlyCollection<Gap> gaps, IReadOnlySet<string> settled)
    {
        if (_due.IsEmpty)
        {
            return [];
        }

        var reports = Reports(gaps, settled);
        return
        [
            .. _due.Select(due => new WeekParcel(due.Partnership.Id, due.Address, RowOf(due.Key), due.IsNew, reports[due.Partnership.Id])),
        ];
    }

    private IEnumerable<WeekTally> TalliesOf(CaseFile file)
    {
        if (_due.IsEmpty)
        {
            return [];
        }

        var partnerships = Concerns.Of(file, null).Partnerships;
        _partnershipsOf[file.Reference] = partnerships;
        return partnerships.Select(partnership => _tallies.GetValueOrDefault(partnership)).OfType<WeekTally>();
    }

    private IEnumerable<(PartnershipName, string Address, NoticeKey, bool)> Due(WeeklyRules rules)
    {
        var nominal = _day.AddDays(-(((int)_day.DayOfWeek - (int)rules.On + 7) % 7));
        var week = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(nominal.ToDateTime(default))}-W{ISOWeek.GetWeekOfYear(nominal.ToDateTime(default)):00}");
        var partnerships = _ledger.Partnerships();
        var planned = _ledger.WeeklyNotices([.. partnerships.Select(partnership => partnership.Id)], Mending.Rewritten);
        foreach (var partnership in partnerships.OrderBy(partnership => partnership.Id, StringComparer.Ordinal))
        {
            var calendar = _rulebook.Calendars.GetValueOrDefault(partnership.Jurisdiction) ?? WeekendsOnly;
            if (!calendar.IsWorkingDay(_day) || _day < calendar.FirstWorkingDayOnOrAfter(nominal))
            {
                continue;
            }

            foreach (var role in rules.To)
            {
                var key = new NoticeKey(partnership.Id, NoticeKey.Weekly, week, NoticeKey.Weekly, 0, role, 0);
                var isNew = !planned.TryGetValue(key.ToString(), out var isCarried);
                if (isNew || !isCarried)
                {
                    foreach (var address in Recipients.Of(role, new Concern(partnership.Id, [partnership.Id], []), _contacts, _day).Addresses.Where(_terms.IsAllowed))
                    {
                        yield return (partnership, address, key, isNew);
                    }
                }
            }
        }
    }

    private Dictionary<string, WeekReport> Reports(IReadOnlyCollection<Gap> gaps, IReadOnlySet<string> settled)
    {
        var held = _ledger.CarriedBy(DeliveryState.Held);
        var contacts = _ledger.Contacts();
        var heads = _ledger.Heads().ToDictionary(head => head.Partnership, StringComparer.Ordinal);
        var waiting = _waiting.Where(notice => !settled.Contains(notice.Key)).ToList();
        var since = _ledger.StoredRulebooks().FirstOrDefault(rules => rules.Hash == _rulebook.Hash) is { } stored ? Instants.LondonDay(stored.At) : _day;
        return _due.Select(due => due.Partnership).DistinctBy(partnership => partnership.Id).ToDictionary(partnership => partnership.Id, Report, StringComparer.Ordinal);

        WeekReport Report(PartnershipName partnership)
        {
            var tally = _tallies[partnership.Id];
            var ours = held.Where(mail => mail.Partnership == partnership.Id).ToList();
            return new WeekReport
            {
                Partnership = partnership.Name,
                Names = tally.Names,
                Reviews = tally.Reviews,
                Standing = tally.Standing,
                Explained = tally.Explained,
                GoodPractice = tally.GoodPractice,
                Failed = tally.Failed,
                Held = ours.Count,
                HeldSince = ours.Count == 0 ? null : Instants.LondonDay(ours.Min(mail => mail.At)),
                Vacant =
                [
                    .. waiting.Where(one => IsOf(one.Subject, partnership.Id)).Select(one => one.Role)
                        .Concat(gaps.Where(gap => gap.Because == Unreached.Vacant && gap.Partnership == partnership.Id).Select(gap => gap.Role))
                        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
                ],
                Ending = [.. Ending(contacts, partnership.Id)],
                RulesOf = since,
                RulesHash = _rulebook.Hash,
                HolidaysKnownUntil = _rulebook.Calendars.GetValueOrDefault(partnership.Jurisdiction)?.KnownUntil,
                ChainEnd = heads.TryGetValue(partnership.Id, out var head) ? (head.Sequence, head.Hash) : null,
            };
        }
    }

    private bool IsOf(string subject, string partnership) =>
        subject == partnership || (_partnershipsOf.TryGetValue(subject, out var partnerships) && partnerships.Contains(partnership));

    private IEnumerable<(string Role, DateOnly Until)> Ending(IReadOnlyList<ContactRow> contacts, string partnership) => contacts
        .Where(contact => contact.Partnership == partnership || (contact.Case is { } reference && IsOf(reference, partnership)))
        .Where(contact => DateOnly.TryParseExact(contact.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
            && until >= _day && until <= _day.AddDays(EndsWithinDays))
        .Select(contact => (contact.Role, DateOnly.ParseExact(contact.Until!, "yyyy-MM-dd", CultureInfo.InvariantCulture)))
        .Distinct()
        .OrderBy(end => end.Item2).ThenBy(end => end.Role, StringComparer.Ordinal);

    private NoticeRow RowOf(NoticeKey key) => new()
    {
        Key = key.ToString(),
        Subject = key.Subject,
        Partnership = key.Subject,
        Rule = NoticeKey.Weekly,
        Kind = NoticeKey.Weekly,
        Role = key.Role,
        Step = key.Step,
        PlannedOn = _day,
    };
}
