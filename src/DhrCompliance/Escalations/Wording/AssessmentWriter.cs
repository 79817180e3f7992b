using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>Puts the notices of one assessment into words. Not for several threads at once.</summary>
public sealed class AssessmentWriter
{
    private const int ReferenceLength = 60;
    private const int HeadlineLength = 400;
    private const int LeastHeadline = 40;
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
    /// <param name="instead">The roles in whose place they are told; none: it is meant for them.</param>
    public Entry Entry(Notice notice, ImmutableArray<string> roles = default, ImmutableArray<InPlaceOf> instead = default)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var words = _words.Words(notice, _assessment);
        var title = TitleOf(notice, words);
        var letter = new Letter(
            SubjectOf(notice, title, words),
            Headlines.Of(notice, title, _assessment.AsOf, HeadlineLength, words),
            Leads.Of(notice, _assessment.AsOf, words),
            [.. LetterFacts.Of(notice, _assessment, title, roles.IsDefaultOrEmpty ? [notice.Key.Role] : roles, instead.IsDefault ? [] : instead, _words.Vocabulary, words)],
            BodyOf(notice, words),
            [.. Closing(notice, words)]);
        return new Entry(letter, Acknowledging.Of(notice, words), notice, title, words, _assessment.AsOf);
    }

    /// <summary>What a summary tells of a notice.</summary>
    public BacklogLine Backlog(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var words = _words.Words(notice, _assessment);
        var title = TitleOf(notice, words);
        return new BacklogLine(
            _assessment.Reference,
            _words.IsSecret(notice.Rule) ? title : OneLine.Of(notice.Rule.Title),
            Headlines.Of(notice, title, _assessment.AsOf, HeadlineLength, words),
            Gravity.Of(notice, _assessment.AsOf),
            words.Names);
    }

    /// <summary>How a duty stands, in one line.</summary>
    public string Line(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var words = _words.Words(notice, _assessment);
        return Headlines.Of(notice, TitleOf(notice, words), _assessment.AsOf, HeadlineLength, words);
    }

    private string SubjectOf(Notice notice, string title, LetterWords words)
    {
        var reference = ("reference", OneLine.Of(_assessment.Reference, ReferenceLength));
        var text = string.IsNullOrEmpty(words.Names.Abbreviation) ? CommonTextIds.SubjectWithoutShort : CommonTextIds.Subject;
        var room = Mail.SubjectLength - words.Of(text, reference).Length;
        return words.Subject(text, reference, ("headline", Headlines.Of(notice, title, _assessment.AsOf, Math.Max(room, LeastHeadline), words)));
    }

    private string TitleOf(Notice notice, LetterWords words) => _words.IsSecret(notice.Rule)
        ? words.Of(CommonTextIds.UnnamedTitle)
        : OneLine.Of(Explanation.Title(notice.Rule, notice.Key.Instance, notice.Timescale?.Item ?? notice.Check?.Item));

    private ImmutableArray<LetterSection> BodyOf(Notice notice, LetterWords words)
    {
        var about = (notice.Key.Duty, notice.Key.Instance, notice.Kind);
        if (!_bodies.TryGetValue(about, out var body))
        {
            _bodies.Add(about, body = _words.Body(notice, _assessment, words));
        }

        return body;
    }

    private IEnumerable<string> Closing(Notice notice, LetterWords words)
    {
        if (notice.Held)
        {
            yield return words.Of(CommonTextIds.Held);
        }

        yield return words.Of(notice.Next is null ? CommonTextIds.Written : CommonTextIds.WrittenBeforeNext, ("today", DateWords.Day(_assessment.AsOf)));
        yield return words.Of(CommonTextIds.NamesNobody);
    }
}
