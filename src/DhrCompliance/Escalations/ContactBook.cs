using System.Collections.Immutable;

namespace DhrCompliance.Escalations;

/// <summary>All contacts, found by role and case.</summary>
public sealed class ContactBook
{
    private static readonly ImmutableArray<Contact> Nobody = [];
    private readonly Dictionary<(string Role, string Case), ImmutableArray<Contact>> _contacts;

    /// <summary>Takes the contacts in any order.</summary>
    public ContactBook(IEnumerable<Contact> contacts) => _contacts = contacts
        .GroupBy(contact => (contact.Role, contact.Case ?? string.Empty))
        .ToDictionary(group => group.Key, group => group.ToImmutableArray());

    /// <summary>The contacts in a role that are the case's own or nobody's in particular.</summary>
    internal IEnumerable<Contact> Holding(string role, string reference) =>
        Find(role, reference).Concat(Find(role, string.Empty));

    private ImmutableArray<Contact> Find(string role, string reference) =>
        _contacts.TryGetValue((role, reference), out var found) ? found : Nobody;
}
