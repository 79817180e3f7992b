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

    /// <summary>In a path's list of whom to tell instead, stands for the person who runs the service, whom no contact names.</summary>
    public const string Operator = "operator";

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
            var holders = Holders.Of(role, concern, partnership, contacts, day);
            addresses.UnionWith(holders.Select(holder => holder.Email));
            if (holders.Count == 0)
            {
                vacancies.Add(new Vacancy(role, concern.Reference, partnership));
            }
        }

        return new Recipients([.. addresses], vacancies.ToImmutable());
    }
}
