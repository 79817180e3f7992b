using System.Collections.Immutable;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>
/// Puts the mails of a sweep together, once all its cases are planned: for each person one with everything that is theirs, and by themselves
/// the letters that are urgent or wait for approval.
/// </summary>
/// <param name="day">The day.</param>
/// <param name="from">The address that mails come from.</param>
/// <param name="partnerships">What each partnership is called.</param>
public sealed class Composer(DateOnly day, string from, IReadOnlyDictionary<string, string> partnerships)
{
    private readonly Dictionary<string, Pile> _piles = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Parcel> _letters = [];
    private readonly List<NoticeRow> _light = [];
    private readonly HashSet<string> _withdrawn = new(StringComparer.Ordinal);

    /// <summary>The delivery that a person releases and these mails replace: so that they have other ids than it, always the same; null: none.</summary>
    public string? Replaces { get; init; }

    /// <summary>Takes what one case's plan became.</summary>
    public void Add(OutboxEntries entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _light.AddRange(entries.Light);
        _withdrawn.UnionWith(entries.Withdrawn);
        foreach (var parcel in entries.Parcels)
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
    }

    /// <summary>The mails.</summary>
    /// <param name="unsent">What has not gone out yet, of all cases.</param>
    /// <param name="before">What stood already.</param>
    public Composition Compose(IEnumerable<CarriedNotices> unsent, Standing before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var (discarded, again) = Mending.Of(unsent, _withdrawn, before);
        foreach (var parcel in again)
        {
            PileOf(parcel.Address).Add(parcel);
        }

        var piles = _piles.Values.Where(pile => pile.MakesMail).OrderBy(pile => pile.Address, StringComparer.OrdinalIgnoreCase)
            .Select(pile => (pile.Address, Items: pile.InOrder())).ToList();
        var told = before.ToldTo(
            piles.ToDictionary(pile => pile.Address, pile => pile.Items.Select(item => About.Of(item.Entry.Entry)).ToHashSet(), StringComparer.OrdinalIgnoreCase),
            _withdrawn);
        var digests = piles.AsParallel().AsOrdered().Select(pile => Digest(pile.Address, pile.Items, told[pile.Address])).ToList();
        var letters = _letters.Where(letter => letter.Entry.Gravity.MakesMail).Select(Letter).ToList();
        ImmutableArray<DeliveryRow> all = [.. digests, .. letters];
        var carried = all.SelectMany(delivery => delivery.Notices).ToHashSet(StringComparer.Ordinal);
        return new Composition
        {
            Notices = [.. _light.Select(row => carried.Contains(row.Key) ? row : row with { Kind = SentReading.AsPassedOver(row.Kind) })],
            Deliveries = all,
            Discarded = discarded,
        };
    }

    private Pile PileOf(string address)
    {
        if (!_piles.TryGetValue(address, out var pile))
        {
            _piles[address] = pile = new Pile(address, NameOf);
        }

        return pile;
    }

    private string IdOf(ImmutableArray<string> keys, string address) => DeliveryIds.Of(Replaces is null ? keys : keys.Add($"instead of {Replaces}"), address);

    private string NameOf(string partnership) => partnerships.GetValueOrDefault(partnership, partnership);

    private DeliveryRow Digest(string address, ImmutableArray<(DigestEntry Entry, Parcel Parcel)> items, Told told)
    {
        ImmutableArray<string> keys = [.. items.SelectMany(item => item.Parcel.Keys).Distinct(StringComparer.Ordinal)];
        var id = IdOf(keys, address);
        var mail = items is [var only] && told.Lines.IsEmpty
            ? only.Parcel.Entry.Alone(id)
            : DigestWriter.Write(new DigestParts
            {
                AsOf = day,
                Delivery = id,
                New = [.. items.Select(item => item.Entry with { IsAgain = told.All.Contains(About.Of(item.Entry.Entry)) })],
                Standing = told.Lines,
                StandingBeyond = told.Beyond,
            });
        var of = items.Select(item => item.Parcel.Partnership).Distinct(StringComparer.Ordinal).ToList();
        return Row(id, address, of is [var one] ? one : string.Empty, DeliveryKind.Digest, mail, keys, DeliveryState.Planned);
    }

    private DeliveryRow Letter(Parcel parcel)
    {
        var id = IdOf(parcel.Keys, parcel.Address);
        return Row(
            id,
            parcel.Address,
            parcel.Partnership,
            parcel.IsHeld ? DeliveryKind.Held : DeliveryKind.Urgent,
            parcel.Entry.Alone(id),
            parcel.Keys,
            parcel.IsHeld ? DeliveryState.Held : DeliveryState.Planned);
    }

    private DeliveryRow Row(string id, string address, string partnership, string kind, Mail mail, ImmutableArray<string> keys, string state) => new()
    {
        Id = id,
        Partnership = partnership,
        Address = address,
        MessageId = DeliveryIds.MessageIdOf(id, from),
        Subject = mail.Subject,
        Text = mail.Text,
        Html = mail.Html,
        State = state,
        PlannedOn = day,
        Notices = keys,
        Kind = kind,
    };
}
