using DhrCompliance.Service.Ledger;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Tests.Sweeps.ByChange;

/// <summary>
/// One review as a borough records it over the years: what happens, roughly in the order in which a review goes, recorded late or
/// beforehand, corrected, withdrawn and taken back; and what is only noise.
/// </summary>
internal sealed class CaseLife(Inputs inputs, Chance chance, string reference, IReadOnlyList<string> partnerships)
{
    private readonly List<(DateOnly Known, string Id, string Kind)> _items = [];
    private int _events;

    public void Add()
    {
        var day = inputs.First.AddDays(chance.One(3) ? chance.Number(0, inputs.Days) : -chance.Number(0, chance.One(6) ? 4000 : 500));
        var opened = day < inputs.First ? inputs.First : day;
        AddCase(day, opened);
        AddItems(day, opened);
        AddStory(day, opened);
        for (var i = chance.Number(0, 8); i > 0; i--)
        {
            var noise = chance.Of(chance.Words.Events);
            Happen(noise, day.AddDays(chance.Number(0, 700)), opened);
        }
    }

    private void AddCase(DateOnly day, DateOnly opened)
    {
        var row = new CaseRow { Reference = reference, Partnership = chance.Of(partnerships), KeptSince = KeptSince(), Facts = chance.Facts(null, day) };
        inputs.Add(opened, row);
        for (var i = chance.Number(0, 2); i > 0; i--)
        {
            var on = Within(opened);
            row = chance.Number(0, 2) switch
            {
                0 => row with { KeptSince = KeptSince() },
                1 => row with { Facts = chance.Facts(null, on) },
                _ => row with { Partnership = chance.Of(partnerships) },
            };
            inputs.Add(on, row);
        }

        if (chance.One(2))
        {
            var part = new CasePartnershipRow { Reference = reference, Partnership = chance.Of(partnerships), Part = chance.Of(["joint", "lead", "contributing"]) };
            var on = Within(opened);
            inputs.Add(on, part);
            inputs.Add(Within(on), part with { Part = chance.Of(["joint", "administering", "contributing", CasePartnershipRow.NoPart]) });
        }

        for (var i = chance.Number(0, 2); i > 0; i--)
        {
            AddContact(Within(opened));
        }
    }

    private void AddContact(DateOnly known)
    {
        var contact = new ContactRow
        {
            Case = reference,
            Role = chance.Of(["review-chair", "csp-team", "csp-chair", "agency-lead"]),
            Agency = chance.One(4) ? chance.Of(Chance.Agencies) : null,
            Email = $"own@{reference}.example.org",
            From = chance.One(2) ? Chance.Text(known.AddDays(chance.Number(-30, 60))) : null,
        };
        inputs.Add(known, contact);
        if (chance.One(2))
        {
            inputs.Add(Within(known), contact with { Until = Chance.Text(known.AddDays(chance.Number(0, 300))) });
        }
    }

    private void AddItems(DateOnly day, DateOnly opened)
    {
        foreach (var kind in chance.Words.Items)
        {
            for (var i = chance.Number(0, 2); i > 0; i--)
            {
                var known = chance.One(2) ? opened : Within(opened);
                var row = new ItemRow
                {
                    Id = $"{reference}-{kind.Name}-{i}", Reference = reference, Kind = kind.Name, Facts = chance.Facts(kind.Name, chance.One(2) ? day : known),
                };
                inputs.Add(known, row);
                _items.Add((known, row.Id, row.Kind));
                if (chance.One(3))
                {
                    var on = Within(known);
                    inputs.Add(on, row with { Facts = chance.Facts(kind.Name, on) });
                }
            }
        }
    }

    private void AddStory(DateOnly day, DateOnly opened)
    {
        var pace = chance.Number(1, 40);
        var (keeps, rounds) = (chance.Number(2, 8), chance.Number(0, 3));
        var kinds = chance.Words.Events;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (chance.Number(1, 9) <= keeps)
            {
                Happen(kinds[i], day, opened);
                day = day.AddDays(chance.Number(0, pace));
            }

            if (kinds[i].Name == "qa-outcome" && rounds-- > 0)
            {
                i -= 2;
            }
        }
    }

    private void Happen(EventKind kind, DateOnly day, DateOnly opened)
    {
        var on = _items.Where(item => item.Kind == kind.Of).ToList();
        if (kind.Of is not null && on.Count == 0)
        {
            return;
        }

        var (added, item) = kind.Of is null ? (opened, null) : ((DateOnly, string?))(chance.Of(on) is var one ? (one.Known, one.Id) : default);
        var row = new EventRow
        {
            Id = $"{reference}-E{++_events}", Reference = reference, Item = item, Event = kind.Name, Date = chance.Written(day), Attributes = chance.Attributes(kind, day),
        };
        var ahead = kind.Plannable ? !chance.One(3) : chance.One(40);
        var known = day.AddDays(ahead ? -chance.Number(1, 120) : chance.One(2) ? 0 : chance.Number(1, chance.One(4) ? 200 : 15));
        known = Max(known, added);
        inputs.Add(known, row);
        while (chance.One(4))
        {
            known = known.AddDays(chance.Number(0, 90));
            row = chance.Number(0, 3) switch
            {
                0 => row with { Withdrawn = !row.Withdrawn },
                1 => row with { Attributes = chance.Attributes(kind, day) },
                _ => row with { Date = chance.Written(day.AddDays(chance.Number(-30, 30))) },
            };
            inputs.Add(known, row);
        }
    }

    private string? KeptSince() => chance.Number(0, 5) switch
    {
        0 => Chance.Text(inputs.First.AddDays(chance.Number(0, inputs.Days))),
        1 => Chance.Text(inputs.First.AddDays(-chance.Number(0, 600))),
        2 => "2010-01-01",
        _ => null,
    };

    private DateOnly Within(DateOnly from) => from.AddDays(chance.Number(0, Math.Max(1, inputs.Last.DayNumber - from.DayNumber)));

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
