using DhrCompliance.Assessments.Explaining.Version1;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>
/// The one renderer of reasons into plain English: terminal, mail, page and JSON all say what it says. Wording is kept per
/// version and never edited once it has been used, so that an old assessment reads as it read; better wording is a new version.
/// </summary>
public static class Sentences
{
    /// <summary>The version that new assessments are stored with.</summary>
    public const int CurrentVersion = 1;

    /// <summary>
    /// One reason as a sentence, beginning with a capital and ending with a full stop or a question mark. Events, facts and roles are
    /// called by their titles in the vocabulary; a word that the vocabulary does not have is shown as it is.
    /// </summary>
    /// <param name="reason">The reason.</param>
    /// <param name="vocabulary">The words it was made with.</param>
    /// <param name="version">The version it was stored with.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such version, or no sentence for the template in that version.</exception>
    public static string Of(in Reason reason, Vocabulary vocabulary, int version = CurrentVersion)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        var sentence = version switch
        {
            1 => Wording.Of(in reason, Titles.Of(vocabulary)),
            _ => throw new ArgumentOutOfRangeException(
                nameof(version), version, $"There is no wording of version {version}; this program knows versions 1 to {CurrentVersion}."),
        };
        return English.Sentence(sentence
            ?? throw new ArgumentOutOfRangeException(
                nameof(reason), reason.Template, $"Version {version} of the wording has no sentence for {reason.Template}."));
    }
}
