using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Escalations.Reach;

namespace DhrCompliance.Escalations.Wording;

/// <summary>A role in whose place somebody is told.</summary>
/// <param name="Role">The role that it is meant for.</param>
/// <param name="Because">Why it does not reach that role.</param>
public sealed record InPlaceOf(string Role, Unreached Because)
{
    /// <summary>As the letter says it.</summary>
    /// <param name="who">What the role is called.</param>
    internal string Sentence(string who) => $"{English.Capital(who)}, {Because switch
    {
        Unreached.Vacant => "a role that nobody holds",
        Unreached.NotAllowed => "to whose address no mail may go",
        _ => "to whom the mail could not be delivered",
    }}. It is sent to you instead.";
}
