using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations;

/// <summary>All contacts, found by role and case.</summary>
public sealed class ContactBook
{
    private static readonly ImmutableArray<Contact> Nobody = [];
    private readonly Dictionary<(string Role, string Case), ImmutableArray<Contact>> _contacts;

    /// <summary>Takes the contacts in any order; a role's former name means the role.</summary>
    public ContactBook(IEnumerable<Contact> contacts, CurrentNames? names = null) => _contacts = contacts
        .GroupBy(contact => (names?.Role(contact.Role) ?? contact.Role, contact.Case ?? string.Empty))
        .ToDictionary(group => group.Key, group => group.ToImmutableArray());

    /// <summary>The contacts in a role that are the case's own or nobody's in particular.</summary>
    internal IEnumerable<Contact> Holding(string role, string reference) =>
        Find(role, reference).Concat(Find(role, string.Empty));

    private ImmutableArray<Contact> Find(string role, string reference) =>
        _contacts.TryGetValue((role, reference), out var found) ? found : Nobody;
}
