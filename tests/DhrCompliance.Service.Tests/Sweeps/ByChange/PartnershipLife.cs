using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Sweeps.ByChange;

/// <summary>A partnership over the years: its kept-since redrawn, protocols adopted and ended, people who come and go, meetings of its board.</summary>
internal sealed class PartnershipLife(Inputs inputs, Chance chance, string id)
{
    public void Add()
    {
        var row = new PartnershipRow { Id = id, Name = id, Jurisdiction = chance.One(4) ? "wales" : "england", KeptSince = KeptSince() };
        inputs.Add(inputs.First, row);
        if (chance.One(3))
        {
            inputs.Add(Any(), row with { KeptSince = KeptSince(), Jurisdiction = chance.One(4) ? "wales" : row.Jurisdiction });
        }

        AddProtocol("three-boroughs");
        AddProtocol("beside");

        foreach (var role in chance.Words.Roles)
        {
            AddHolder(new ContactRow { Partnership = id, Role = role.Name, Email = $"{role.Name}@{id}.example.org" });
        }

        AddHolder(new ContactRow { Partnership = id, Agency = chance.Of(Chance.Agencies), Role = "agency-lead", Email = $"agency@{id}.example.org" });
        AddMeetings();
    }

    /// <summary>Whoever holds a role wherever nobody else does.</summary>
    public static void AddEverywhere(Inputs inputs, Chance chance)
    {
        inputs.Add(inputs.First, new ContactRow { Role = "home-office", Email = "ho@example.org" });
        var later = inputs.First.AddDays(chance.Number(1, inputs.Days));
        inputs.Add(later, new ContactRow { Role = "chief-officer", Email = "chief@example.org", From = Chance.Text(later.AddDays(chance.Number(-9, 9))) });
    }

    private void AddProtocol(string pack)
    {
        var adopted = new ProtocolRow { Partnership = id, Pack = pack, From = chance.One(3) ? "2016-01-01" : Chance.Text(Any()) };
        inputs.Add(chance.One(3) ? inputs.First : Any(), adopted);
        if (chance.One(2))
        {
            inputs.Add(Any(), adopted with { Until = Chance.Text(Any()) });
        }
    }

    private void AddHolder(ContactRow contact)
    {
        switch (chance.Number(0, 9))
        {
            case 0 or 1:
                return;
            case 2 or 3:
                var begins = Any();
                inputs.Add(begins, contact with { From = chance.One(2) ? null : Chance.Text(begins.AddDays(-chance.Number(0, 9))) });
                return;
            case 4 or 5:
                var known = Any();
                inputs.Add(known, contact with { From = Chance.Text(known.AddDays(chance.Number(1, 90))) });
                return;
            case 6:
                var ends = Any();
                inputs.Add(inputs.First, contact);
                inputs.Add(ends.AddDays(-chance.Number(0, 60)), contact with { Until = Chance.Text(ends) });
                inputs.Add(ends.AddDays(chance.Number(-5, 60)), contact with { Email = $"next-{contact.Email}", From = Chance.Text(ends.AddDays(1)) });
                return;
            default:
                inputs.Add(inputs.First, contact);
                return;
        }
    }

    private void AddMeetings()
    {
        var kinds = chance.Words.Events.Where(kind => kind.Name is "board-meeting" or "board-report" or "learning-event").ToList();
        for (var i = 1; i <= 8; i++)
        {
            var (kind, day) = (chance.Of(kinds), Any());
            var row = new EventRow
            {
                Id = $"{id}-E{i}", Reference = id, Event = kind.Name, Date = chance.Written(day), Attributes = chance.Attributes(kind, day),
            };
            var known = day.AddDays(chance.Number(kind.Plannable ? -90 : 0, 20));
            inputs.Add(known, row);
            if (chance.One(3))
            {
                var on = (known < inputs.First ? inputs.First : known).AddDays(chance.Number(0, 30));
                inputs.Add(on, row with { Date = chance.Written(day.AddDays(chance.Number(-30, 30))), Withdrawn = chance.One(3) });
            }
        }
    }

    private string? KeptSince() => chance.Number(0, 4) switch
    {
        0 => null,
        1 => Chance.Text(Any()),
        _ => Chance.Text(inputs.First.AddDays(-chance.Number(0, 900))),
    };

    private DateOnly Any() => inputs.First.AddDays(chance.Number(0, inputs.Days - 1));
}
