using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Reach;

/// <summary>Whom every role that a path could write to reaches, partnership by partnership. Pure.</summary>
public sealed class RoleSurvey
{
    private readonly ContactBook _contacts;
    private readonly PathRoles _roles;
    private readonly DateOnly _day;

    /// <param name="rulebook">The rulebook.</param>
    /// <param name="contacts">Who holds which role.</param>
    /// <param name="day">The day.</param>
    public RoleSurvey(Rulebook rulebook, ContactBook contacts, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(contacts);
        _contacts = contacts;
        _roles = new PathRoles(rulebook);
        _day = day;
    }

    /// <summary>Of a partnership, by role; of a role first what holds for all its reviews.</summary>
    /// <param name="partnership">The partnership.</param>
    /// <param name="adopted">The local packs that it adopted.</param>
    /// <param name="live">Its live reviews and its own record, each with the assessment of the day.</param>
    public IEnumerable<RoleReach> Of(string partnership, IReadOnlySet<string> adopted, IReadOnlyCollection<(CaseFile File, Assessment Assessment)> live)
    {
        ArgumentNullException.ThrowIfNull(adopted);
        ArgumentNullException.ThrowIfNull(live);
        var needs = live.SelectMany(Needs).ToLookup(need => need.Role, need => need.Concern);
        return _roles.OfPartnership(adopted)
            .Union(needs.Select(role => role.Key), StringComparer.Ordinal)
            .Where(role => role != Recipients.Operator)
            .Order(StringComparer.Ordinal)
            .SelectMany(role => Of(role, new Concern(partnership, [partnership], []), partnership, [.. needs[role]]));
    }

    /// <summary>Of one review, by role.</summary>
    public IEnumerable<RoleReach> Of(CaseFile file, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(assessment);
        var needs = Needs((file, assessment)).ToLookup(need => need.Role, need => need.Concern);
        var whole = Concerns.Of(file, null);
        return from partnership in whole.Partnerships
               from role in needs
               where role.Key != Recipients.Operator
               orderby role.Key
               from reach in Of(role.Key, whole, partnership, [.. role])
               select reach.Reviews.IsEmpty ? reach with { Reviews = [file.Reference] } : reach;
    }

    private IEnumerable<(string Role, Concern Concern)> Needs((CaseFile File, Assessment Assessment) one) =>
        from open in _roles.Open(one.Assessment).DistinctBy(open => (open.Item, string.Join(' ', open.Roles)))
        let concern = Concerns.Of(one.File, open.Item)
        from role in open.Roles
        select (role, concern);

    private IEnumerable<RoleReach> Of(string role, Concern whole, string partnership, ImmutableArray<Concern> needs)
    {
        var general = Holders.Of(role, whole, partnership, _contacts, _day);
        var isGeneral = needs.Length == 0;
        var special = new List<(IReadOnlyList<Contact> Holders, Concern Concern)>();
        foreach (var need in needs)
        {
            var holders = Holders.Of(role, need, partnership, _contacts, _day);
            if (holders.SequenceEqual(general) && general.Count > 0)
            {
                isGeneral = true;
            }
            else
            {
                special.Add((holders, need));
            }
        }

        // Where every open thing has holders of its own, nobody needs to hold the role for the rest.
        foreach (var reach in general.Count > 0 || isGeneral ? All(role, partnership, general, whole) : [])
        {
            yield return reach with { IsNeeded = needs.Length > 0 && isGeneral };
        }

        foreach (var group in special.GroupBy(one => string.Join('\n', one.Holders.Select(holder => holder.ToString()))))
        {
            var references = group.Select(one => one.Concern.Reference).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
            foreach (var reach in All(role, partnership, group.First().Holders, group.First().Concern))
            {
                yield return reach with { Reviews = references, IsOfItems = group.All(one => !one.Concern.Agencies.IsEmpty) };
            }
        }
    }

    /// <summary>A line for each holder, or one for nobody.</summary>
    private IEnumerable<RoleReach> All(string role, string partnership, IReadOnlyList<Contact> holders, Concern concern)
    {
        if (holders.Count == 0)
        {
            return [new RoleReach { Partnership = partnership, Role = role, Coming = Holders.After(_day, role, concern, partnership, _contacts) is [var first, ..] ? first : null }];
        }

        return holders.DistinctBy(holder => (holder.Email, holder.Until)).Select(holder => new RoleReach
        {
            Partnership = partnership,
            Role = role,
            Holder = holder,
            Successors = holder.Until is { } last && last < DateOnly.MaxValue ? [.. Holders.Of(role, concern, partnership, _contacts, last.AddDays(1))] : [],
        });
    }
}
