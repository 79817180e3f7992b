using System.Collections.Immutable;

namespace DhrCompliance.Escalations.Reach;

/// <summary>Why somebody else is told than who a notice is meant for.</summary>
public enum Unreached
{
    /// <summary>Nobody holds the role.</summary>
    Vacant,

    /// <summary>The settings allow no mail to whoever holds it.</summary>
    NotAllowed,

    /// <summary>A mail to whoever holds it failed for good.</summary>
    Failed,
}

/// <summary>Somebody who is told.</summary>
/// <param name="Address">Where.</param>
/// <param name="Role">The role in which they are told: the one it is meant for, or the one that is told instead.</param>
/// <param name="Because">Why they are told in the place of another; null: it is meant for them.</param>
public sealed record Addressee(string Address, string Role, Unreached? Because = null);

/// <summary>A role that a mail does not reach.</summary>
/// <param name="Role">The role.</param>
/// <param name="Reference">The case, or the partnership.</param>
/// <param name="Partnership">The partnership for which it is so.</param>
/// <param name="Because">Why.</param>
/// <param name="Waits">True: nobody is told instead, and what is to be told waits for an address.</param>
public sealed record Gap(string Role, string Reference, string Partnership, Unreached Because, bool Waits);

/// <summary>Where a notice goes.</summary>
/// <param name="To">Each address once, in ordinal order; of several reasons to be told the first counts that it is meant for them.</param>
/// <param name="Gaps">The partnerships for which the role itself is not reached, in their order.</param>
public sealed record Addressing(ImmutableArray<Addressee> To, ImmutableArray<Gap> Gaps)
{
    /// <summary>Whether somebody is told for every partnership.</summary>
    public bool IsWhole => Gaps.All(gap => !gap.Waits);
}
