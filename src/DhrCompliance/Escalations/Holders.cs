namespace DhrCompliance.Escalations;

/// <summary>Who holds a role for one partnership.</summary>
public static class Holders
{
    /// <summary>
    /// The contacts that count on a day: of those that apply, the most specific, in the book's order. Empty: nobody holds the role. The case's own
    /// come first, then the agency's, then the partnership's, then those of everywhere; never another case's.
    /// </summary>
    public static IReadOnlyList<Contact> Of(string role, Concern concern, string partnership, ContactBook contacts, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(contacts);
        var best = -1;
        var found = new List<Contact>();
        foreach (var contact in contacts.Holding(role, concern.Reference))
        {
            var rank = IsWithin(contact, day) ? Rank(contact, concern, partnership) : -1;
            if (rank < 0 || rank < best)
            {
                continue;
            }

            if (rank > best)
            {
                found.Clear();
                best = rank;
            }

            found.Add(contact);
        }

        return found;
    }

    /// <summary>The contacts that will apply on some later day, the earliest first, however specific.</summary>
    public static IReadOnlyList<Contact> After(DateOnly day, string role, Concern concern, string partnership, ContactBook contacts)
    {
        ArgumentNullException.ThrowIfNull(concern);
        ArgumentNullException.ThrowIfNull(contacts);
        return [.. contacts.Holding(role, concern.Reference)
            .Where(contact => contact.From > day && !(contact.Until < contact.From) && Rank(contact, concern, partnership) >= 0)
            .OrderBy(contact => contact.From)];
    }

    private static bool IsWithin(Contact contact, DateOnly day) =>
        (contact.From is null || contact.From <= day) && (contact.Until is null || day <= contact.Until);

    /// <summary>How specific the contact is; -1 where it is not for this case, agency or partnership.</summary>
    private static int Rank(Contact contact, Concern concern, string partnership)
    {
        var applies = (contact.Case is null || contact.Case == concern.Reference)
            && (contact.Partnership is null || contact.Partnership == partnership)
            && (contact.Agency is null || concern.Agencies.Contains(contact.Agency, StringComparer.OrdinalIgnoreCase));
        return applies
            ? (contact.Case is null ? 0 : 4) + (contact.Agency is null ? 0 : 2) + (contact.Partnership is null ? 0 : 1)
            : -1;
    }
}
