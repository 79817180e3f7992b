using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Reach;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>A notice and one of those it goes to.</summary>
public readonly record struct Addressed(Notice Notice, string Address)
{
    /// <summary>The role in which they are told.</summary>
    public string Role { get; init; } = Notice.Key.Role;

    /// <summary>Why they are told in the place of whom it is meant for; null: it is meant for them.</summary>
    public Unreached? Because { get; init; }

    public static Addressed To(Notice notice, Addressee addressee)
    {
        ArgumentNullException.ThrowIfNull(addressee);
        return new Addressed(notice, addressee.Address) { Role = addressee.Role, Because = addressee.Because };
    }
}
