using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Escalations.Wording;

/// <summary>Puts the notices of one assessment into words. Not for several threads at once.</summary>
public sealed class AssessmentWriter
{
    private const int ReferenceLength = 60;
    private const int HeadlineLength = 400;
    private readonly NoticeWriter _words;
    private readonly Assessment _assessment;
    private readonly Dictionary<(string Duty, string Instance, NoticeKind Kind), ImmutableArray<LetterSection>> _bodies = [];

    internal AssessmentWriter(NoticeWriter words, Assessment assessment)
    {
        _words = words;
        _assessment = assessment;
    }

    /// <summary>The mail of a notice.</summary>
    /// <param name="notice">A notice planned from the assessment.</param>
    /// <param name="roles">The roles that whoever reads it holds in this; none: the notice's own.</param>
    /// <param name="delivery">The id of the mail, by which it can be acknowledged; null: how is not said.</param>
    public Mail Write(Notice notice, ImmutableArray<string> roles = default, string? delivery = null) => Entry(notice, roles).Alone(delivery);

    /// <summary>What one person is told of a notice, to be a mail or a part of one.</summary>
    /// <param name="notice">A notice planned from the assessment.</param>
    /// <param name="roles">The roles that whoever reads it holds in this; none: the notice's own.</param>
    public Entry Entry(Notice notice, ImmutableArray<string> roles = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var title = TitleOf(notice);
        var shortName = _words.Short(notice, _assessment);
        string[] tag = [shortName, OneLine.Of(_assessment.Reference, ReferenceLength)];
        var before = $"[{string.Join(' ', tag.Where(part => part.Length > 0))}] ";
        var letter = new Letter(
            before + Headlines.Of(notice, title, _assessment.AsOf, Mail.SubjectLength - before.Length),
            Headlines.Of(notice, title, _assessment.AsOf, HeadlineLength),
            Leads.Of(notice, _assessment.AsOf),
            [.. LetterFacts.Of(notice, _assessment, title, roles.IsDefaultOrEmpty ? [notice.Key.Role] : roles, _words.Vocabulary)],
            BodyOf(notice),
            [.. Closing(notice)]);
        return new Entry(letter, Acknowledging.Of(notice), notice, title, shortName, _assessment.AsOf);
    }

    /// <summary>How a duty stands, in one line.</summary>
    public string Line(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Headlines.Of(notice, TitleOf(notice), _assessment.AsOf, HeadlineLength);
    }

    private string TitleOf(Notice notice) => _words.IsSecret(notice.Rule)
        ? "A duty that is not named in mail"
        : OneLine.Of(Explanation.Title(notice.Rule, notice.Key.Instance, notice.Timescale?.Item ?? notice.Check?.Item));

    private ImmutableArray<LetterSection> BodyOf(Notice notice)
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
