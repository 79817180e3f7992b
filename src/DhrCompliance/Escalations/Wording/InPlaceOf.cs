using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Escalations.Reach;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>A role in whose place somebody is told.</summary>
/// <param name="Role">The role that it is meant for.</param>
/// <param name="Because">Why it does not reach that role.</param>
public sealed record InPlaceOf(string Role, Unreached Because)
{
    /// <summary>As the letter says it.</summary>
    /// <param name="who">What the role is called.</param>
    /// <param name="words">The texts.</param>
    internal string Sentence(string who, LetterWords words) => English.Capital(words.Of(
        Because switch
        {
            Unreached.Vacant => FactTextIds.MeantForVacant,
            Unreached.NotAllowed => FactTextIds.MeantForNotAllowed,
            _ => FactTextIds.MeantForUndelivered,
        },
        ("role", who)));
}
