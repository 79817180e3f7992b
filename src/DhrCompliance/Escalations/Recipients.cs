using System.Collections.Immutable;

namespace DhrCompliance.Escalations;

/// <summary>Who holds a role, and from when until when.</summary>
/// <param name="Partnership">Only for this partnership; null: any.</param>
/// <param name="Case">Only for this case; null: any.</param>
/// <param name="Agency">Only for this agency; null: any.</param>
/// <param name="Role">The role.</param>
/// <param name="Email">The address.</param>
/// <param name="From">The first day (inclusive); null: from ever.</param>
/// <param name="Until">The last day (inclusive); null: until now.</param>
public sealed record Contact(
    string? Partnership, string? Case, string? Agency, string Role, string Email, DateOnly? From = null, DateOnly? Until = null);

/// <summary>What a notice is about, as far as it decides who holds a role.</summary>
/// <param name="Reference">The case, or the partnership.</param>
/// <param name="Partnerships">The partnerships that are told: the one that commissioned the review first.</param>
/// <param name="Agencies">What may name the agency of the item the notice is about: the values of the item's facts. Empty: no item.</param>
public sealed record Concern(string Reference, ImmutableArray<string> Partnerships, ImmutableArray<string> Agencies);

/// <summary>A role that nobody holds on the day, so that a notice waits for an address.</summary>
/// <param name="Role">The role.</param>
/// <param name="Reference">The case, or the partnership.</param>
/// <param name="Partnership">The partnership whose contact is missing.</param>
public sealed record Vacancy(string Role, string Reference, string Partnership);

/// <summary>Who is written to for a role.</summary>
/// <param name="Addresses">Each address once, in ordinal order.</param>
/// <param name="Vacancies">The partnerships for which nobody holds the role.</param>
public sealed record Recipients(ImmutableArray<string> Addresses, ImmutableArray<Vacancy> Vacancies)
{
    /// <summary>In a path, stands for the role whose duty the rule is.</summary>
    public const string Owner = "owner";

    /// <summary>
    /// The people who hold a role on a day. The most specific rows win: the case's, then the agency's, then the
    /// partnership's, then those of everywhere; never another case's. Each partnership is answered for by itself, so
    /// that a joint review tells both.
    /// </summary>
    public static Recipients Of(string role, Concern concern, ContactBook contacts, DateOnly day)
    {
        var addresses = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var vacancies = ImmutableArray.CreateBuilder<Vacancy>();
        foreach (var partnership in concern.Partnerships)
        {
            if (!AddMostSpecific(addresses, contacts.Holding(role, concern.Reference), concern, partnership, day))
            {
                vacancies.Add(new Vacancy(role, concern.Reference, partnership));
            }
        }

        return new Recipients([.. addresses], vacancies.ToImmutable());
    }

    private static bool AddMostSpecific(
        SortedSet<string> addresses, IEnumerable<Contact> candidates, Concern concern, string partnership, DateOnly day)
    {
        var best = -1;
        var found = new List<string>();
        foreach (var contact in candidates)
        {
            var rank = Rank(contact, concern, partnership, day);
            if (rank < 0 || rank < best)
            {
                continue;
            }

            if (rank > best)
            {
                found.Clear();
                best = rank;
            }

            found.Add(contact.Email);
        }

        addresses.UnionWith(found);
        return found.Count > 0;
    }

    /// <summary>How specific the row is; -1 where it is not for this case, agency, partnership or day.</summary>
    private static int Rank(Contact contact, Concern concern, string partnership, DateOnly day)
    {
        var applies = (contact.Case is null || contact.Case == concern.Reference)
            && (contact.Partnership is null || contact.Partnership == partnership)
            && (contact.Agency is null || concern.Agencies.Contains(contact.Agency, StringComparer.OrdinalIgnoreCase))
            && (contact.From is null || contact.From <= day)
            && (contact.Until is null || day <= contact.Until);
        return applies
            ? (contact.Case is null ? 0 : 4) + (contact.Agency is null ? 0 : 2) + (contact.Partnership is null ? 0 : 1)
            : -1;
    }
}
