using System.Collections.Immutable;

namespace DhrCompliance.Escalations.Reach;

/// <summary>Whom a role of a partnership's paths reaches, or that it reaches nobody.</summary>
public sealed record RoleReach
{
    /// <summary>The partnership.</summary>
    public required string Partnership { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>Who holds it; null: nobody does.</summary>
    public Contact? Holder { get; init; }

    /// <summary>The reviews that this is so for, in ordinal order. Empty: every review that is not named elsewhere.</summary>
    public ImmutableArray<string> Reviews { get; init; } = [];

    /// <summary>True: it is about some items of these reviews, by the agency that stands in them, and not about the rest.</summary>
    public bool IsOfItems { get; init; }

    /// <summary>False: nothing that is open today is for it.</summary>
    public bool IsNeeded { get; init; } = true;

    /// <summary>Where the holder's last day is near: who holds the role on the day after it; empty: nobody will.</summary>
    public ImmutableArray<Contact> Successors { get; init; } = [];

    /// <summary>Where nobody holds it: the contact that begins first; null: none is recorded.</summary>
    public Contact? Coming { get; init; }

    /// <summary>Whether the holder ends within so many days (the last one counts) and nobody follows.</summary>
    public bool EndsWithin(int days, DateOnly day) => Holder?.Until is { } until && until <= day.AddDays(days) && Successors.IsEmpty;
}
