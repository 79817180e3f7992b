using System.Collections.Immutable;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>
/// Puts the mails of a sweep together, once all its cases are planned: for each person one with everything that is theirs, a summary of what was so
/// already when it was first looked at, and by themselves the letters that are urgent or wait for approval.
/// </summary>
/// <param name="day">The day.</param>
/// <param name="from">The address that mails come from.</param>
/// <param name="rulebook">The rulebook.</param>
/// <param name="partnerships">What each partnership is called, by its id.</param>
public sealed class Composer(DateOnly day, string from, Rulebook rulebook, IReadOnlyDictionary<string, string> partnerships)
{
    private readonly Dictionary<string, Pile> _piles = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Partnership, string Address), List<BacklogParcel>> _backlog = [];
    private readonly List<Parcel> _letters = [];
    private readonly List<NoticeRow> _light = [];
    private readonly HashSet<string> _withdrawn = new(StringComparer.Ordinal);

    /// <summary>The delivery that a person releases and these mails replace: so that they have other ids than it, always the same; null: none.</summary>
    public string? Replaces { get; init; }

    /// <summary>A delivery of the register by its id; null: there is none. Asked by one thread at a time.</summary>
    public Func<string, DeliveryRow?> Existing { get; init; } = static _ => null;

    /// <summary>The most mails that one sweep sends without a person's release; 0: no limit. The mails of the week do not count.</summary>
    public int AtMost { get; init; }

    /// <summary>Takes what one case's plan became.</summary>
    public void Add(OutboxEntries entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _light.AddRange(entries.Light);
        _withdrawn.UnionWith(entries.Withdrawn);
        Add(entries.Parcels, entries.Backlog);
    }

    /// <summary>The mails.</summary>
    /// <param name="unsent">What has not gone out yet, of all cases.</param>
    /// <param name="before">What stood already.</param>
    /// <param name="weeks">How partnerships stand, where the mail of the week is due.</param>
    public Composition Compose(IEnumerable<CarriedNotices> unsent, Standing before, IReadOnlyList<WeekParcel> weeks)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(weeks);
        var (discarded, again) = Mending.Of(unsent, _withdrawn, before);
        foreach (var retold in again)
        {
            Add(retold.Parcels, retold.Backlog);
        }

        var ofTheWeek = weeks.ToLookup(week => week.Address, StringComparer.OrdinalIgnoreCase);
        var piles = _piles.Values.Where(pile => pile.MakesMail).OrderBy(pile => pile.Address, StringComparer.OrdinalIgnoreCase)
            .Select(pile => (pile.Address, Items: pile.InOrder())).ToList();
        var told = before.ToldTo(
            piles.ToDictionary(pile => pile.Address, pile => pile.Items.Select(item => About.Of(item.Entry.Entry)).ToHashSet(), StringComparer.OrdinalIgnoreCase),
            _withdrawn);
        var summaries = _backlog.Values.Where(lines => lines.Exists(line => line.Line.Gravity.MakesMail)).ToList();
        var letters = _letters.Where(letter => letter.Entry.Gravity.MakesMail).ToList();

        // The mail of the week is never held back, so that it goes with none that may be.
        var goesWith = AtMost == 0 || piles.Count + summaries.Count + letters.Count <= AtMost
            ? piles.Select(pile => pile.Address).ToHashSet(StringComparer.OrdinalIgnoreCase) : [];
        var ids = new FreeIds(Existing, Replaces);
        List<Composed> mails =
        [
            .. piles.AsParallel().AsOrdered().Select(pile => Digest(pile.Address, pile.Items, told[pile.Address], goesWith.Contains(pile.Address) ? [.. ofTheWeek[pile.Address]] : [], ids)).OfType<Composed>(),
            .. summaries.Select(summary => Summary(summary, ids)).OfType<Composed>().OrderBy(mail => mail.Row.Address, StringComparer.OrdinalIgnoreCase).ThenBy(mail => mail.Row.Partnership, StringComparer.Ordinal),
            .. letters.Select(letter => Letter(letter, ids)).OfType<Composed>(),
            .. ofTheWeek.Where(week => !goesWith.Contains(week.Key)).Select(week => Week(week.Key, [.. week], ids)).OfType<Composed>(),
        ];
        ImmutableArray<DeliveryRow> all = [.. Breaker.Of(mails, AtMost)];
        var carried = all.SelectMany(delivery => delivery.Notices).ToHashSet(StringComparer.Ordinal);
        return new Composition
        {
            Notices =
            [
                .. _light.Select(row => carried.Contains(row.Key) ? row : row with { Kind = SentReading.AsPassedOver(row.Kind) }),
                .. weeks.Where(week => week.IsNew).Select(week => week.Notice).DistinctBy(notice => notice.Key),
            ],
            Deliveries = all,
            Discarded = discarded,
            HeldBack = all.Count(delivery => delivery is { State: DeliveryState.Held, Answer: not null }),
        };
    }

    private void Add(ImmutableArray<Parcel> parcels, ImmutableArray<BacklogParcel> backlog)
    {
        foreach (var parcel in parcels)
        {
            if (parcel.IsHeld || parcel.IsUrgent)
            {
                _letters.Add(parcel);
            }
            else
            {
                PileOf(parcel.Address).Add(parcel);
            }
        }

        foreach (var parcel in backlog)
        {
            var whose = (parcel.Partnership, parcel.Address.ToUpperInvariant());
            if (!_backlog.TryGetValue(whose, out var lines))
            {
                _backlog[whose] = lines = [];
            }

            lines.Add(parcel);
        }
    }

    private Pile PileOf(string address)
    {
        if (!_piles.TryGetValue(address, out var pile))
        {
            _piles[address] = pile = new Pile(address, NameOf);
        }

        return pile;
    }

    private string NameOf(string partnership) => partnerships.GetValueOrDefault(partnership, partnership);

    private Composed? Digest(string address, ImmutableArray<(DigestEntry Entry, Parcel Parcel)> items, Told told, ImmutableArray<WeekParcel> weeks, FreeIds ids)
    {
        ImmutableArray<string> keys = [.. items.SelectMany(item => item.Parcel.Keys).Concat(weeks.Select(week => week.Notice.Key)).Distinct(StringComparer.Ordinal)];
        if (ids.Of(keys, address) is not { } id)
        {
            return null;
        }

        var mail = items is [var only] && told.Lines.IsEmpty && weeks.IsEmpty
            ? only.Parcel.Entry.Alone(id)
            : DigestWriter.Write(new DigestParts
            {
                AsOf = day,
                Delivery = id,
                New = [.. items.Select(item => item.Entry with { IsAgain = told.All.Contains(About.Of(item.Entry.Entry)) })],
                Standing = told.Lines,
                StandingBeyond = told.Beyond,
                Weeks = Reports(weeks),
                Rulebook = rulebook,
            });
        return new Composed(
            Row(id, address, items.Select(item => item.Parcel.Partnership).Concat(weeks.Select(week => week.Partnership)), DeliveryKind.Digest, mail, keys)
                with
            { Calendar = CalendarWriter.Write(items.Select(item => item.Parcel.Entry), day) },
            items.Min(item => item.Entry.Entry.Gravity));
    }

    private Composed? Letter(Parcel parcel, FreeIds ids)
    {
        if (ids.Of(parcel.Keys, parcel.Address) is not { } id)
        {
            return null;
        }

        var row = Row(id, parcel.Address, [parcel.Partnership], parcel.IsHeld ? DeliveryKind.Held : DeliveryKind.Urgent, parcel.Entry.Alone(id), parcel.Keys)
            with
        { Calendar = CalendarWriter.Write([parcel.Entry], day) };
        return new Composed(parcel.IsHeld ? row with { State = DeliveryState.Held } : row, parcel.Entry.Gravity);
    }

    private Composed? Summary(List<BacklogParcel> lines, FreeIds ids)
    {
        ImmutableArray<string> keys = [.. lines.Select(line => line.Key).Distinct(StringComparer.Ordinal)];
        var (partnership, address) = (lines[0].Partnership, lines[0].Address);
        if (ids.Of(keys, address) is not { } id)
        {
            return null;
        }

        // Whoever holds several roles is told once.
        var distinct = lines.DistinctBy(line => NoticeKey.Parse(line.Key) with { Role = string.Empty }).Select(line => line.Line).ToList();
        var mail = BacklogWriter.Write(day, NameOf(partnership), partnership, distinct, rulebook.Post?.Backlog?.LaddersBeginDays ?? 0, rulebook.Texts);
        return new Composed(Row(id, address, [partnership], DeliveryKind.Backlog, mail, keys), distinct.Min(line => line.Gravity));
    }

    private Composed? Week(string address, ImmutableArray<WeekParcel> weeks, FreeIds ids)
    {
        ImmutableArray<string> keys = [.. weeks.Select(week => week.Notice.Key).Distinct(StringComparer.Ordinal)];
        if (ids.Of(keys, address) is not { } id)
        {
            return null;
        }

        var mail = WeekWriter.Write(day, Reports(weeks), rulebook);
        return new Composed(Row(id, address, weeks.Select(week => week.Partnership), DeliveryKind.Weekly, mail, keys), default);
    }

    private static ImmutableArray<WeekReport> Reports(ImmutableArray<WeekParcel> weeks) => [.. weeks.DistinctBy(week => week.Partnership).Select(week => week.Report)];

    private DeliveryRow Row(string id, string address, IEnumerable<string> of, string kind, Mail mail, ImmutableArray<string> keys) => new()
    {
        Id = id,
        Partnership = of.Distinct(StringComparer.Ordinal).ToList() is [var one] ? one : string.Empty,
        Address = address,
        MessageId = DeliveryIds.MessageIdOf(id, from),
        Subject = mail.Subject,
        Text = mail.Text,
        Html = mail.Html,
        State = DeliveryState.Planned,
        PlannedOn = day,
        Notices = keys,
        Kind = kind,
    };
}
