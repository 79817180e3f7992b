using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Escalations.Wording;

/// <summary>Puts the notices of one assessment into words. Not for several threads at once.</summary>
public sealed class AssessmentWriter
{
    private const int ReferenceLength = 60;
    private readonly NoticeWriter _words;
    private readonly Assessment _assessment;
    private readonly Dictionary<(string Duty, string Instance, NoticeKind Kind), LetterBody> _bodies = [];

    internal AssessmentWriter(NoticeWriter words, Assessment assessment)
    {
        _words = words;
        _assessment = assessment;
    }

    /// <summary>The mail of a notice.</summary>
    /// <param name="notice">A notice planned from the assessment.</param>
    /// <param name="roles">The roles that whoever reads it holds in this; none: the notice's own.</param>
    /// <param name="delivery">The id of the mail, by which it can be acknowledged; null: how is not said.</param>
    public Mail Write(Notice notice, ImmutableArray<string> roles = default, string? delivery = null)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var letter = Compose(notice, roles.IsDefaultOrEmpty ? [notice.Key.Role] : roles, delivery);
        return new Mail(letter.Subject, TextLetter.Of(letter), HtmlLetter.Of(letter));
    }

    private Letter Compose(Notice notice, ImmutableArray<string> roles, string? delivery)
    {
        var item = notice.Timescale?.Item ?? notice.Check?.Item;
        var title = _words.IsSecret(notice.Rule)
            ? "A duty that is not named in mail"
            : OneLine.Of(Explanation.Title(notice.Rule, notice.Key.Instance, item));
        string[] tag = [_words.Short(notice, _assessment), OneLine.Of(_assessment.Reference, ReferenceLength)];
        var before = $"[{string.Join(' ', tag.Where(part => part.Length > 0))}] ";
        return new Letter(
            before + Headlines.Of(notice, title, _assessment.AsOf, Mail.SubjectLength - before.Length),
            Headlines.Of(notice, title, _assessment.AsOf, 400),
            Leads.Of(notice, _assessment.AsOf),
            [.. LetterFacts.Of(notice, _assessment, title, roles, _words.Vocabulary)],
            BodyOf(notice).With(Acknowledging.Of(notice, _assessment.AsOf, delivery)),
            [.. Closing(notice)]);
    }

    private LetterBody BodyOf(Notice notice)
    {
        var about = (notice.Key.Duty, notice.Key.Instance, notice.Kind);
        if (!_bodies.TryGetValue(about, out var body))
        {
            _bodies.Add(about, body = _words.Body(notice, _assessment));
        }

        return body;
    }

    private IEnumerable<string> Closing(Notice notice)
    {
        if (notice.Held)
        {
            yield return "This mail was held until a person approved it.";
        }

        yield return $"Written by DhrCompliance from what the register held on {DateWords.Day(_assessment.AsOf)}. If something has happened that is not "
            + (notice.Next is null ? "recorded, record it." : "recorded, record it: nothing else stops the next step.");
        yield return "It names no person, on purpose. Please put no names and no details of the case into an answer.";
    }
}
