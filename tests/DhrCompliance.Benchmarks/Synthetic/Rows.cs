using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Benchmarks.Synthetic;

/// <summary>Rows as they are made. What lies after today has not happened and is left out.</summary>
internal sealed class Rows(DateOnly today)
{
    private readonly ImmutableArray<PartnershipRow>.Builder _partnerships = ImmutableArray.CreateBuilder<PartnershipRow>();
    private readonly ImmutableArray<ProtocolRow>.Builder _protocols = ImmutableArray.CreateBuilder<ProtocolRow>();
    private readonly ImmutableArray<ContactRow>.Builder _contacts = ImmutableArray.CreateBuilder<ContactRow>();
    private readonly ImmutableArray<CaseRow>.Builder _cases = ImmutableArray.CreateBuilder<CaseRow>();
    private readonly ImmutableArray<ItemRow>.Builder _items = ImmutableArray.CreateBuilder<ItemRow>();
    private readonly ImmutableArray<EventRow>.Builder _events = ImmutableArray.CreateBuilder<EventRow>();

    public DateOnly Today => today;

    public void Add(PartnershipRow row) => _partnerships.Add(row);

    public void Add(ProtocolRow row) => _protocols.Add(row);

    public void Add(ContactRow row) => _contacts.Add(row);

    public void Add(CaseRow row) => _cases.Add(row);

    public void Add(ItemRow row) => _items.Add(row);

    /// <summary>An event, unless it lies in the future. <paramref name="vague"/>: only its month is known.</summary>
    public bool Event(string reference, string kind, DateOnly day, bool vague = false, string? item = null, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        if (day > today)
        {
            return false;
        }

        var named = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (name, value) in attributes)
        {
            named.Add(name, value);
        }

        _events.Add(new EventRow
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{reference}-E{_events.Count + 1}"),
            Reference = reference,
            Item = item,
            Event = kind,
            Date = day.ToString(vague ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Attributes = named.ToImmutable(),
        });
        return true;
    }

    public RegisterRows ToRegister() => new()
    {
        Partnerships = _partnerships.ToImmutable(),
        Protocols = _protocols.ToImmutable(),
        Contacts = _contacts.ToImmutable(),
        Cases = _cases.ToImmutable(),
        Items = _items.ToImmutable(),
        Events = _events.ToImmutable(),
    };
}
