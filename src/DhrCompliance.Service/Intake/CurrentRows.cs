using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake;

/// <summary>
/// The rows of a register in the words of today. A word is part of the key of a contact and stays with an item for ever, so that
/// their later versions are written with the word that the register has.
/// </summary>
internal sealed class CurrentRows(RegisterRows stored, CurrentNames names)
{
    private readonly Lazy<ILookup<object, ContactRow>> _contacts = new(() => stored.Contacts.ToLookup(row => Key(row, names)));
    private readonly Lazy<Dictionary<string, ItemRow>> _items = new(() => stored.Items.ToDictionary(row => row.Id, StringComparer.Ordinal));

    /// <summary>All of them; of two contacts whose keys are the same today, the one that was written with the word of today.</summary>
    public RegisterRows Rows { get; } = names.AreAll ? stored : stored with
    {
        Cases = [.. stored.Cases.Select(row => row with { Facts = names.Facts(row.Facts, null) })],
        Items = [.. stored.Items.Select(row => row with { Kind = names.Item(row.Kind), Facts = names.Facts(row.Facts, row.Kind) })],
        Events = [.. stored.Events.Select(row => Of(row, names))],
        Contacts =
        [
            .. stored.Contacts.OrderBy(row => names.Role(row.Role) == row.Role ? 0 : 1).DistinctBy(row => Key(row, names))
                .Select(row => row with { Role = names.Role(row.Role) }),
        ],
    };

    public static EventRow Of(EventRow row, CurrentNames names) =>
        row with { Event = names.Event(row.Event), Attributes = names.Attributes(row.Attributes, row.Event) };

    /// <summary>A version of an item as it is written.</summary>
    public ItemRow Stored(ItemRow row) =>
        !names.AreAll && _items.Value.TryGetValue(row.Id, out var old) && names.Item(old.Kind) == row.Kind ? row with { Kind = old.Kind } : row;

    /// <summary>A contact as it is written: once for each word that the register knows it by.</summary>
    public IEnumerable<ContactRow> Stored(ContactRow row) =>
        names.AreAll || !_contacts.Value.Contains(Key(row, names)) ? [row] : _contacts.Value[Key(row, names)].Select(old => row with { Role = old.Role });

    private static object Key(ContactRow row, CurrentNames names) =>
        (row.Partnership ?? "", row.Case ?? "", row.Agency ?? "", names.Role(row.Role), row.Email, row.From ?? "");
}
